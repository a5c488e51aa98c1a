// Every address of a reading page is built and understood here. Building gives the one canonical
// path; parsing is tolerant (missing slash, month in any case, padded day, `?page=2`), so that
// building what was parsed is the address to redirect to.
import { type Day, dayOf, isRealDay, monthAbbreviations, monthNames, splitDay } from './dates';
import { type FeedAddress, feedPath, parseFeed } from './feeds/addresses';
import { isBeatType, kindOfSegment, kinds, type PostKind } from './posts/kinds';
import { isPostSlug, isTagSlug, tagSlug } from './slugs';

/** How many tags an intersection may have. */
export const maxIntersectionTags = 5;

/** Highest page number of the stream and of every other list. */
export const maxStreamPage = 100;
export const maxListPage = 200;

/** A reading page by its parameters. `number` counts the pages of a list from 1. */
export type PageAddress =
  | { page: 'stream'; number: number }
  | { page: 'year'; year: number }
  | { page: 'month'; year: number; month: number; number: number }
  | { page: 'day'; day: Day }
  | { page: 'post'; day: Day; slug: string }
  | { page: 'kind'; kind: PostKind; number: number }
  | { page: 'beats'; type: string; number: number }
  | { page: 'tags' }
  | { page: 'tag'; slugs: string[]; number: number }
  | { page: 'series-index' }
  | { page: 'series'; slug: string; number: number }
  | { page: 'about' };

/** A reading page, or one in another format. */
export type Address = PageAddress | FeedAddress;

const numbered = (base: string, number: number) => (number === 1 ? base : `${base}page/${number}/`);

const yearPath = (year: number) => `/${String(year).padStart(4, '0')}/`;
const monthPath = (year: number, month: number) =>
  `${yearPath(year)}${monthAbbreviations[month - 1]}/`;

function dayPath(day: Day): string {
  const { year, month, day: dayOfMonth } = splitDay(day);
  return `${monthPath(year, month)}${dayOfMonth}/`;
}

/** Tags in the one order in which an intersection is addressed: by code unit, each once. */
export function canonicalTags(slugs: readonly string[]): string[] {
  return [...new Set(slugs)].sort();
}

/** The canonical path of a reading page, with its final slash. */
export function addressPath(address: Address): string {
  switch (address.page) {
    case 'stream':
      return numbered('/', address.number);
    case 'year':
      return yearPath(address.year);
    case 'month':
      return numbered(monthPath(address.year, address.month), address.number);
    case 'day':
      return dayPath(address.day);
    case 'post':
      return `${dayPath(address.day)}${address.slug}/`;
    case 'kind':
      return numbered(`/${kinds[address.kind].segment}/`, address.number);
    case 'beats':
      return numbered(`/${kinds.beat.segment}/${address.type}/`, address.number);
    case 'tags':
      return '/tags/';
    case 'tag': {
      const slugs = canonicalTags(address.slugs).map(encodeURIComponent);
      return numbered(`/tags/${slugs.join('+')}/`, address.number);
    }
    case 'series-index':
      return '/series/';
    case 'series':
      return numbered(`/series/${address.slug}/`, address.number);
    case 'about':
      return '/about/';
    case 'feed':
      return feedPath(address, addressPath);
  }
}

const searchPath = '/search/';

/** Whether a path is meant to be that of search, however it is written. */
export function isSearchPath(pathname: string): boolean {
  return /^\/search\/?$/i.test(pathname);
}

/** The canonical paths by name, for links. */
export const urls = {
  stream: (number = 1) => addressPath({ page: 'stream', number }),
  year: (year: number) => addressPath({ page: 'year', year }),
  month: (year: number, month: number, number = 1) =>
    addressPath({ page: 'month', year, month, number }),
  day: (day: Day) => addressPath({ page: 'day', day }),
  post: (post: { publishedOn: Day; slug: string }) =>
    addressPath({ page: 'post', day: post.publishedOn, slug: post.slug }),
  kind: (kind: PostKind, number = 1) => addressPath({ page: 'kind', kind, number }),
  beats: (type: string, number = 1) => addressPath({ page: 'beats', type, number }),
  tags: () => addressPath({ page: 'tags' }),
  tag: (slugs: string | readonly string[], number = 1) =>
    addressPath({ page: 'tag', slugs: [slugs].flat(), number }),
  seriesIndex: () => addressPath({ page: 'series-index' }),
  series: (slug: string, number = 1) => addressPath({ page: 'series', slug, number }),
  about: () => addressPath({ page: 'about' }),
  feed: (format: FeedAddress['format'], of: PageAddress) =>
    addressPath({ page: 'feed', format, of }),
  /** Whose parameters lib/search/query.ts writes. */
  search: (params?: URLSearchParams) => (params?.size ? `${searchPath}?${params}` : searchPath),
};

/** A path of this site as an absolute address. */
export function absolute(path: string, siteUrl: string): string {
  return new URL(path, siteUrl).href;
}

/**
 * The segments of a path, percent-decoded, empty ones dropped.
 * Null when the path cannot be decoded or holds a NUL.
 */
export function decodePath(pathname: string): string[] | null {
  const segments = pathname.split('/').filter(Boolean);
  try {
    const decoded = segments.map((segment) => decodeURIComponent(segment));
    return decoded.some((segment) => segment.includes('\0')) ? null : decoded;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** The page number of `?page=`: null when it is absent or not a number from 1. */
export function queryPage(query: URLSearchParams): number | null {
  const value = query.get('page');
  return value !== null && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null;
}

/**
 * The reading page that a path means, however it is written; null when it means none.
 * A real date and a page number within the limit are required; whether anything is published
 * there is for the page to find out.
 */
export function parseAddress(pathname: string, query = new URLSearchParams()): Address | null {
  const segments = decodePath(pathname);
  if (segments === null) return null;
  const { rest, number } = takePage(segments, queryPage(query));
  const feed = parseFeed(rest, (segments) => parseSegments(segments, number));
  if (feed) return feed;
  const address = parseSegments(rest, number);
  return address === null || isPastLimit(address) ? null : address;
}

function isPastLimit(address: PageAddress): boolean {
  if (!('number' in address)) return false;
  return address.number > (address.page === 'stream' ? maxStreamPage : maxListPage);
}

function parseSegments(segments: string[], number: number): PageAddress | null {
  const [first, ...others] = segments;
  if (first === undefined) return { page: 'stream', number };
  if (/^\d{4}$/.test(first)) return parseDate(Number(first), others, number);
  return parseNamed(first.toLowerCase(), others, number);
}

function takePage(segments: string[], fromQuery: number | null) {
  const last = segments.at(-1) ?? '';
  if (segments.at(-2)?.toLowerCase() === 'page' && /^[1-9]\d{0,5}$/.test(last))
    return { rest: segments.slice(0, -2), number: fromQuery ?? Number(last) };
  return { rest: segments, number: fromQuery ?? 1 };
}

function parseDate(year: number, segments: string[], number: number): PageAddress | null {
  const [monthName, dayText, slug, ...surplus] = segments;
  if (year < 1 || surplus.length > 0) return null;
  if (monthName === undefined) return { page: 'year', year };
  const month = parseMonth(monthName);
  if (month === null) return null;
  if (dayText === undefined) return { page: 'month', year, month, number };
  if (!/^\d{1,2}$/.test(dayText) || !isRealDay(year, month, Number(dayText))) return null;
  const day = dayOf(year, month, Number(dayText));
  if (slug === undefined) return { page: 'day', day };
  return isPostSlug(slug) ? { page: 'post', day, slug } : null;
}

/** A month by abbreviation, full name or number, in any case. */
function parseMonth(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) {
    const month = Number(text);
    return month >= 1 && month <= 12 ? month : null;
  }
  const name = text.toLowerCase();
  const index = monthNames.findIndex(
    (month) => month.toLowerCase() === name || month.slice(0, 3).toLowerCase() === name,
  );
  return index === -1 ? null : index + 1;
}

function parseNamed(first: string, others: string[], number: number): PageAddress | null {
  const [second, ...surplus] = others;
  if (first === 'archive') return parseSegments(others, number);
  if (surplus.length > 0) return null;
  if (first === 'tags' || first === 'tag')
    return second === undefined ? { page: 'tags' } : parseTags(second, number);
  if (first === 'series') {
    if (second === undefined) return { page: 'series-index' };
    return isPostSlug(second) ? { page: 'series', slug: second.toLowerCase(), number } : null;
  }
  if (first === 'about') return second === undefined ? { page: 'about' } : null;
  const kind = kindOfSegment(first);
  if (kind === null) return null;
  if (second === undefined) return { page: 'kind', kind, number };
  const type = second.toLowerCase();
  return kind === 'beat' && isBeatType(type) ? { page: 'beats', type, number } : null;
}

function parseTags(segment: string, number: number): PageAddress | null {
  const slugs = segment.split('+').map(tagSlug);
  const known = slugs.filter((slug) => slug !== null);
  if (known.length < slugs.length || known.length === 0) return null;
  const canonical = canonicalTags(known);
  return canonical.length > maxIntersectionTags ? null : { page: 'tag', slugs: canonical, number };
}

/** The tags of a canonical tag segment, `a+b`; null when the segment is written another way. */
export function canonicalTagSegment(segment: string): string[] | null {
  const slugs = segment.split('+');
  const canonical = slugs.every(isTagSlug) && canonicalTags(slugs).join('+') === segment;
  return canonical && slugs.length <= maxIntersectionTags ? slugs : null;
}

/** Addresses that a browser must not fetch ahead of a click. */
export const unprefetched = [
  '/random/*',
  '/search/*',
  '/dashboard/*',
  '/sign-in/*',
  '/setup/*',
  '/preview/*',
  '/api/*',
  '/media/*',
  '/*.atom',
  '/*.json',
  '/*.md',
  '/*.rss',
  '/atom/*',
  '/json/*',
  '/rss/*',
];
