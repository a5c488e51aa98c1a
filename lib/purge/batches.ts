// Which tags are sent, and how many at once.
import { cacheTags } from '../cache-tags';

/** Beyond this many, forgetting everything is cheaper for everybody. */
const maxTags = 1000;

/** What can stand in a `Cache-Tag` header between commas. */
const sendable = /^[\x21-\x2b\x2d-\x7e]+$/;

/** The same or more, said with fewer tags: every page carries the site's own. */
export function condenseTags(tags: string[]): string[] {
  const meansEverything =
    tags.includes(cacheTags.site) ||
    tags.length > maxTags ||
    tags.some((tag) => !sendable.test(tag));
  return meansEverything ? [cacheTags.site] : tags;
}

/** Splits tags into groups of at most so many. */
export function batchesByCount(tags: string[], max: number): string[][] {
  return Array.from({ length: Math.ceil(tags.length / max) }, (_, index) =>
    tags.slice(index * max, (index + 1) * max),
  );
}

/** Joins tags by commas into headers of at most so many bytes; a longer tag stands alone. */
export function headersByLength(tags: string[], maxBytes: number): string[] {
  const headers: string[] = [];
  for (const tag of tags) {
    const last = headers.at(-1);
    if (last === undefined || last.length + 1 + tag.length > maxBytes) headers.push(tag);
    else headers[headers.length - 1] = `${last},${tag}`;
  }
  return headers;
}
