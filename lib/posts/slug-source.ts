// Which of a post's texts its slug is made of, as long as the author gives it none.
import type { PostKind } from './kinds';

type Texts = { title?: string | null; linkTitle?: string; source?: string; body?: string };

/** Where a note has no title, its slug comes from so many of its first characters. */
const longestBeginning = 60;

export function slugSource({
  kind,
  title,
  linkTitle,
  source,
  body,
}: Texts & { kind: PostKind }): string {
  switch (kind) {
    case 'entry':
    case 'beat':
      return title ?? '';
    case 'blogmark':
      return linkTitle ?? '';
    case 'quotation':
      return source ?? '';
    case 'note':
      return title || (body ?? '').slice(0, longestBeginning);
  }
}
