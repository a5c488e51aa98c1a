// How a text refers to a file of the library. Pure.
import { formatSize } from './accept';
import { kindOfType } from './types';

type Referred = { path: string; originalName: string; type: string; size: number };

export type MediaMarkdown = {
  text: string;
  /** Whether it is a paragraph of its own, where there is room for one. */
  isBlock: boolean;
};

/**
 * A picture by its address alone: what it shows is kept with the file, and what an author writes
 * into the brackets counts for that place. Films and recordings with their controls; still picture
 * and captions come from the library too. Any other file is a link with its size.
 */
export function mediaMarkdown({ path, originalName, type, size }: Referred): MediaMarkdown {
  switch (kindOfType(type)) {
    case 'picture':
      return { text: `![](${path})`, isBlock: true };
    case 'video':
      return { text: `<video controls src="${path}"></video>`, isBlock: true };
    case 'audio':
      return { text: `<audio controls src="${path}"></audio>`, isBlock: true };
    default: {
      const name = originalName.replace(/[\\[\]<>`*_&!]/g, '\\$&');
      return { text: `[${name}](${path}) (${formatSize(size)})`, isBlock: false };
    }
  }
}
