// The addresses of feeds and of the other forms of a page: each accompanies a reading page, so it
// is that page's address with a format. Lists of the whole site have a folder of their own for each
// format (`/atom/links/`), the rest a suffix (`/tags/python.atom`, `/2026/Jan/5/slug.md`). Pure.
import { kinds, postKinds } from '../posts/kinds';
import type { PageAddress } from '../urls';

export const feedFormats = ['atom', 'json', 'rss'] as const;
export type FeedFormat = (typeof feedFormats)[number];
export type PageFormat = FeedFormat | 'md';

/** A reading page in another format. */
export type FeedAddress = { page: 'feed'; format: PageFormat; of: PageAddress };

/** Highest page number of a feed: its pages lead back to the first post. */
const maxFeedPage = 99_999;

const everything = 'everything';

const offered: Partial<Record<PageAddress['page'], readonly PageFormat[]>> = {
  stream: feedFormats,
  kind: feedFormats,
  beats: feedFormats,
  tag: feedFormats,
  series: feedFormats,
  month: ['json'],
  day: ['json'],
  post: ['json', 'md'],
};

/** The address of a page in a format; null where that is not offered. */
export function feedAddress(format: PageFormat, of: PageAddress): FeedAddress | null {
  const isOffered = offered[of.page]?.includes(format) ?? false;
  const isPastLimit = 'number' in of && of.number > maxFeedPage;
  return isOffered && !isPastLimit ? { page: 'feed', format, of } : null;
}

/** Whether a hub is told of news in a page's feeds: first pages of what has an end. */
export function isPushed(of: PageAddress): boolean {
  const isFirst = 'number' in of && of.number === 1;
  return isFirst && of.page !== 'month' && !(of.page === 'tag' && of.slugs.length > 1);
}

/** Where weblogs commonly have their feeds, and the one form of ours that has a file's name. */
const usualNames: Record<string, FeedFormat> = {
  feed: 'atom',
  'feed.xml': 'atom',
  'atom.xml': 'atom',
  'index.xml': 'atom',
  'rss.xml': 'rss',
  'feed.json': 'json',
};

/**
 * The canonical path of a feed.
 * @param pagePath builds the path of the page that it accompanies
 */
export function feedPath(
  { format, of }: FeedAddress,
  pagePath: (address: PageAddress) => string,
): string {
  const number = 'number' in of ? of.number : 1;
  const folder = folderOf(of);
  const base =
    folder === null
      ? `${pagePath({ ...of, ...('number' in of && { number: 1 }) }).slice(0, -1)}.${format}`
      : `/${format}/${folder}/`;
  return number === 1 ? base : `${base.replace(/\/$/, '')}/page/${number}/`;
}

function folderOf(of: PageAddress): string | null {
  if (of.page === 'stream') return everything;
  if (of.page === 'kind') return kinds[of.kind].feed;
  return of.page === 'beats' ? `${kinds.beat.feed}/${of.type}` : null;
}

/**
 * The feed that decoded segments of a path mean; null when they mean none.
 * @param parsePage understands the segments of the page that it accompanies
 */
export function parseFeed(
  segments: readonly string[],
  parsePage: (segments: string[]) => PageAddress | null,
): FeedAddress | null {
  const asked = takeFormat(segments);
  const of = asked && parsePage(asked.segments);
  return asked && of && feedAddress(asked.format, of);
}

/** A format, and the segments of the page in that format. */
type InFormat = { format: PageFormat; segments: string[] };

function takeFormat(segments: readonly string[]): InFormat | null {
  const [first = '', second, ...rest] = segments;
  const name = first.toLowerCase();
  if (second === undefined && Object.hasOwn(usualNames, name))
    return { format: usualNames[name] ?? 'atom', segments: [] };
  const format = feedFormats.find((one) => one === name);
  if (format) {
    const folder = (second ?? everything).toLowerCase();
    if (folder === everything) return rest.length === 0 ? { format, segments: [] } : null;
    const kind = postKinds.find((one) => kinds[one].feed === folder);
    return kind ? { format, segments: [kinds[kind].segment, ...rest] } : null;
  }
  return takeSuffix(segments);
}

/** `/tags/python.atom`, and `/tags/python/feed/` as other software has it. */
function takeSuffix(segments: readonly string[]): InFormat | null {
  const before = segments.slice(0, -1);
  const last = segments.at(-1) ?? '';
  // Tags, series and posts may be called that themselves.
  const isNamed = before.length === 2 && /^(?:tags?|series)$/i.test(before[0] ?? '');
  if (isNamed && last.toLowerCase() === 'feed') return { format: 'atom', segments: before };
  const [, stem, suffix = ''] = /^(.+)\.(atom|json|rss|md)$/i.exec(last) ?? [];
  const format = ([...feedFormats, 'md'] as const).find((one) => one === suffix.toLowerCase());
  return stem && format ? { format, segments: [...before, stem] } : null;
}
