// Which names may stand in an address, and how a name is made from a title.
import slugify from '@sindresorhus/slugify';

/** Longest slug of a post or tag, in characters, a `-2` suffix included. */
export const maxSlugLength = 64;

const postSlugPattern = /^[A-Za-z0-9_-]{1,64}$/;
const tagSlugPattern = /^[\p{L}\p{M}\p{N}_-]{1,64}$/u;

/** Whether a slug may stand in a post's address. */
export function isPostSlug(slug: string): boolean {
  return postSlugPattern.test(slug);
}

/** Whether a slug is a tag's in canonical form: lower case of any script, NFC. */
export function isTagSlug(slug: string): boolean {
  return tagSlugPattern.test(slug) && slug === slug.normalize('NFC').toLowerCase();
}

/**
 * A post's slug from its title: lower case, other scripts transliterated, cut at a word.
 * A title that leaves nothing gives the fallback.
 */
export function postSlug(title: string, fallback: string): string {
  const slug = slugify(title.slice(0, 300), { decamelize: false });
  return cutAtWord(slug, maxSlugLength) || fallback;
}

/** The same slug for a second post of the day: `slug-2`, still within the limit. */
export function slugWithSuffix(slug: string, number: number): string {
  const suffix = `-${number}`;
  return slug.slice(0, maxSlugLength - suffix.length) + suffix;
}

/** Names that punctuation alone tells apart, and what they are called in an address. */
const spokenNames = new Map([
  ['c++', 'cpp'],
  ['c#', 'csharp'],
  ['f#', 'fsharp'],
  ['.net', 'dotnet'],
]);

/** A tag's slug from its name as written, or null when nothing of it can stand in an address. */
export function tagSlug(name: string): string | null {
  const lower = name.normalize('NFC').trim().toLowerCase();
  const slug = (spokenNames.get(lower) ?? lower)
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '')
    .normalize('NFC');
  // Cut between characters: half of one could not stand in an address.
  const cut = [...slug].slice(0, maxSlugLength).join('').replace(/-+$/, '');
  return cut === '' ? null : cut;
}

function cutAtWord(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const cut = slug.slice(0, length + 1);
  const lastBreak = cut.lastIndexOf('-');
  return lastBreak > length / 2 ? cut.slice(0, lastBreak) : slug.slice(0, length);
}
