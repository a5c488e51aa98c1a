// Addresses of files. `/media/12/cat.jpg` stays when the file is replaced, and is what a text
// refers to. With an edition, the beginning of the content's hash, an address names the content
// itself and may be kept for ever: `/media/12/3fa9c1d2e4/cat.jpg`, a smaller picture
// `/media/12/3fa9c1d2e4-960/cat.webp`. Pure.
import { decodePath } from '../urls';
import { kindOfType } from './types';

const editionLength = 10;

export type MediaAddress = {
  id: number;
  name: string;
  /** Null where the address means whatever the file holds now. */
  edition: string | null;
  /** Pixels of a smaller picture. */
  width: number | null;
};

/** What names the content of a file in its addresses. */
export const editionOf = (hash: string) => hash.slice(0, editionLength);

export function mediaPath({ id, name }: { id: number; name: string }): string {
  return `/media/${id}/${encodeURIComponent(name)}`;
}

/** The address of the very content, or of a smaller picture made of it. */
export function editionPath(
  { id, name, hash }: { id: number; name: string; hash: string },
  width?: number,
): string {
  if (width === undefined) return `/media/${id}/${editionOf(hash)}/${encodeURIComponent(name)}`;
  return `/media/${id}/${editionOf(hash)}-${width}/${encodeURIComponent(stemOf(name))}.webp`;
}

const stemOf = (name: string) => name.replace(/\.[^.]*$/, '');

/** Whether an address has the name of its file; mail and chat write letters in their own ways. */
export function isNameOf({ name: asked, width }: MediaAddress, name: string): boolean {
  const comparable = (text: string) =>
    (width === null ? text : stemOf(text)).normalize('NFC').toLowerCase();
  return comparable(asked) === comparable(name);
}

type Pictured = {
  id: number;
  name: string;
  hash: string;
  type: string;
  variants: readonly { width: number }[];
};

/** The smallest picture of a file, or the picture itself where it has no smaller; null without one. */
export function thumbnailPath(file: Pictured): string | null {
  if (kindOfType(file.type) !== 'picture') return null;
  return editionPath(file, file.variants[0]?.width);
}

const path = /^\/media\/([1-9]\d{0,8})\/(?:([0-9a-f]{10})(?:-(\d{2,5}))?\/)?([^/]+)$/;

/** Understands the path of a file; null for any other path. */
export function parseMediaPath(pathname: string): MediaAddress | null {
  const [, id, edition, width, name] = path.exec(pathname) ?? [];
  const decoded = name === undefined ? undefined : decodePath(name)?.at(0);
  if (id === undefined || decoded === undefined) return null;
  return {
    id: Number(id),
    name: decoded,
    edition: edition ?? null,
    width: width === undefined ? null : Number(width),
  };
}

/** The ids of the files whose addresses stand in texts, each once. */
export function mediaIdsIn(texts: readonly (string | null | undefined)[]): number[] {
  const ids = texts.flatMap((text) =>
    [...(text ?? '').matchAll(/\/media\/([1-9]\d{0,8})\//g)].map((match) => Number(match[1])),
  );
  return [...new Set(ids)];
}
