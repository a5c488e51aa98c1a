// The names of cache tags: here and nowhere else. Pure, so that writers outside Next know them too.
// Which of them a page carries, the page says; which of them a change touches, touched-tags.ts.
import { createHash } from 'node:crypto';
import { type Day, splitDay } from './dates';
import type { PostKind } from './posts/kinds';
import { decodePath } from './urls';

const longestPath = 100;
/** A page may carry 64 cache tags in all: lib/cache.ts. */
const maxTagNames = 40;

/** When a cache tag was touched last is kept with it; the sitemap finds these by their beginning. */
export const tagPrefix = 'tag:';
export const sitemapMonthPrefix = 'sitemap-month:';

const seriesPrefix = 'series:';
const beatsPrefix = 'beats:';

const monthKey = (day: Day) => {
  const { year, month } = splitDay(day);
  return `${year}-${month}`;
};

/**
 * The names of what pages show, in ASCII and without commas, for they stand in a header. Tags use
 * ids, not slugs, so that a rename moves nothing; what has no id yet (a page that was a 404 when
 * it was stored) is tagged by its path.
 */
export const cacheTags = {
  /** Every page. */
  site: 'site',
  settings: 'settings',
  /** Which years have posts; every page links them. */
  years: 'years',
  /** Which days have posts; suggested where nothing is. */
  days: 'days',
  /** The front page and the numbered pages after it. */
  stream: 'stream',
  /** Every public post: the pages of its feed lead back to the first one. */
  everything: 'everything',
  recentEntries: 'recent-entries',
  /** What the front page is on about: depends on every tagging. */
  trending: 'trending',
  day: (day: Day) => `day:${day}`,
  /** The posts of a month. */
  month: (day: Day) => `month:${monthKey(day)}`,
  /** How many posts of which kind the days of a month have. */
  calendar: (day: Day) => `calendar:${monthKey(day)}`,
  year: (day: Day) => `year:${splitDay(day).year}`,
  kind: (kind: PostKind) => `kind:${kind}`,
  beats: (type: string) => `${beatsPrefix}${encodeURIComponent(type)}`,
  /** How many beats there are of which type. */
  beatTypes: 'beat-types',
  /** What a search may find or count. */
  search: 'search',
  tagIndex: 'tag-index',
  tag: (id: number) => `${tagPrefix}${id}`,
  /** The pages of all tags, for changes that reach too many of them to name each. */
  tagPages: 'tag-pages',
  /** Pages of posts that say what the tag is called. */
  tagName: (id: number) => `tag-name:${id}`,
  /** Pages of posts with more tags than a page can carry. */
  anyTagName: 'any-tag-name',
  /** What the page of a post with these tags carries. */
  tagNames: (ids: number[]): string[] =>
    ids.length > maxTagNames ? [cacheTags.anyTagName] : ids.map(cacheTags.tagName),
  /** The index of the sitemap, which says when each of its parts changed last. */
  sitemap: 'sitemap',
  /** The part with the posts of a month. */
  sitemapMonth: (day: Day) => `${sitemapMonthPrefix}${day.slice(0, 7)}`,
  /** The part with the tags. */
  sitemapTags: 'sitemap-tags',
  seriesIndex: 'series-index',
  /** The posts of a series in full. */
  series: (id: number) => `${seriesPrefix}${id}`,
  /** The same as links. */
  seriesLinks: (id: number) => `series-links:${id}`,
  post: (id: number) => `post:${id}`,
  /** The bytes of a file of the library, in caches in front of the site. */
  media: (id: number) => `media:${id}`,
  path: (path: string) => `path:${shortPath(path)}`,
  /** What answers where no page is. */
  redirects: 'redirects',
} as const;

/** What some of the names stand for: who is told of changes has nothing but them. */
export function namedIn(touched: Iterable<string>) {
  const after = (prefix: string) =>
    [...touched].flatMap((tag) => (tag.startsWith(prefix) ? [tag.slice(prefix.length)] : []));
  return {
    tagIds: after(tagPrefix).map(Number),
    seriesIds: after(seriesPrefix).map(Number),
    beatTypes: after(beatsPrefix).map(decodeURIComponent),
  };
}

/** One form for every way to write a path, short enough for a header. */
function shortPath(path: string): string {
  const segments = decodePath(path) ?? [path];
  const ascii = `/${segments.map((segment) => encodeURIComponent(segment.toLowerCase())).join('/')}`;
  if (ascii.length <= longestPath) return ascii;
  return createHash('sha256').update(ascii).digest('base64url').slice(0, 22);
}
