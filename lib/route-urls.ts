// Addresses of this site that are no reading page: those that lead to one, and those for machines.
import { kindOfShort, kinds, type PostKind } from './posts/kinds';
import { tagSlug } from './slugs';
import { canonicalTags, decodePath, maxIntersectionTags } from './urls';

/** Largest number that a post can have. */
const maxNumber = 2_147_483_647;

export type ShortId = { kind: PostKind; number: number };

/** The addresses by name. */
export const routeUrls = {
  /** `/e/12/`: the same post for ever, whatever its day and slug become. */
  short: ({ kind, number }: ShortId) => `/${kinds[kind].short}/${number}/`,
  /** Some post; with tags one that has all of them. */
  random: (slugs: readonly string[] = []) =>
    slugs.length === 0
      ? '/random/'
      : `/random/${canonicalTags(slugs).map(encodeURIComponent).join('+')}/`,
  llms: () => '/llms.txt',
  robots: () => '/robots.txt',
  sitemap: () => '/sitemap.xml',
  sitemapPart: ({ of, number }: SitemapPart) =>
    `/sitemap/${of}${number === 1 ? '' : `-${number}`}.xml`,
  card: ({ postId, hash }: CardName) => `/cards/${postId ?? 'site'}-${hash}.png`,
};

/** The picture of a post, or of the site, by what is on it. */
export type CardName = { postId: number | null; hash: string };

/** The card that a file shows; null when it is none. */
export function parseCardFile(file: string): CardName | null {
  const [, id, hash] = /^(site|[1-9]\d{0,8})-([0-9a-f]{12})\.png$/.exec(file) ?? [];
  if (id === undefined || hash === undefined) return null;
  return { postId: id === 'site' ? null : Number(id), hash };
}

/** A file of the sitemap: a month `2026-01`, all tags, or pages; `number` counts its pieces. */
export type SitemapPart = { of: string; number: number };

/** The part of the sitemap in a file of this name; null when it is none. */
export function parseSitemapFile(file: string): SitemapPart | null {
  const [, of, number] =
    /^(pages|tags|\d{4}-(?:0[1-9]|1[0-2]))(?:-([2-9]|[1-9]\d{1,3}))?\.xml$/.exec(file) ?? [];
  if (of === undefined) return null;
  return { of, number: Number(number ?? 1) };
}

/** Files and signs of life that have no other address: a header or a query makes none of them. */
export const isFixedPath = (pathname: string) =>
  /^\/(?:(?:_next\/static|assets)\/.|(?:healthz|readyz|icon\.svg|speculation\.json|robots\.txt)$)/.test(
    pathname,
  );

/** Where crawlers have nothing to find. */
export const uncrawled = [
  '/api/',
  '/dashboard/',
  '/preview/',
  '/random/',
  // Results; the page to search from is a page.
  '/search/?',
  '/setup/',
  '/sign-in/',
];

/** The post that a short address names; null for any other path. */
export function parseShortId(pathname: string): ShortId | null {
  const [prefix, text, ...surplus] = decodePath(pathname) ?? [];
  if (prefix === undefined || text === undefined || surplus.length > 0) return null;
  const kind = kindOfShort(prefix.toLowerCase());
  if (kind === null || !/^[1-9]\d{0,9}$/.test(text)) return null;
  const number = Number(text);
  return number <= maxNumber ? { kind, number } : null;
}

/**
 * The tags among whose posts `/random/a+b/` chooses, in canonical order, none for all posts.
 * Null when the path means nothing of the kind.
 */
export function parseRandom(pathname: string): string[] | null {
  const [first, segment, ...surplus] = decodePath(pathname) ?? [];
  if (first !== 'random' || surplus.length > 0) return null;
  if (segment === undefined) return [];
  const slugs = segment.split('+').map(tagSlug);
  const known = canonicalTags(slugs.filter((slug) => slug !== null));
  return slugs.includes(null) || known.length > maxIntersectionTags ? null : known;
}

/** The files that are rendered and stored like pages. */
const storedFiles = [
  /^\/llms\.txt$/,
  /^\/sitemap\.xml$/,
  /^\/sitemap\/[a-z0-9-]+\.xml$/,
  /^\/cards\/(?:site|[1-9]\d{0,8})-[0-9a-f]{12}\.png$/,
];

/**
 * The one address of a stored file for machines, whatever its final slash; null for any other path.
 */
export function filePath(pathname: string): string | null {
  const path = pathname.replace(/\/+$/, '');
  return storedFiles.some((pattern) => pattern.test(path)) ? path : null;
}
