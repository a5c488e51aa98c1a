// Which cache tags a change of a post touches: a pure function of how it stood before and after.
// Everything that another page shows of a post is named here once. Counts in the chips of other
// posts' pages are left to the pages' own life.
import { cacheTags } from '../cache-tags';
import { type Day, splitDay } from '../dates';
import { urls } from '../urls';
import type { PostKind } from './kinds';

/** A public post as other pages depend on it. */
export type Appearance = {
  id: number;
  kind: PostKind;
  beatType: string | null;
  slug: string;
  publishedOn: Day;
  /** Milliseconds; its place among others. */
  publishedAt: number;
  displayTitle: string;
  tagIds: number[];
  seriesId: number | null;
  /** The posts whose pages lead to it as previous or next. */
  neighbours: number[];
  /** The nearest other days with posts, before and after its own. */
  earlierDay: Day | null;
  laterDay: Day | null;
  isAloneOnDay: boolean;
  /** Whether it is among the entries that other pages list as recent. */
  isRecentEntry: boolean;
  /** Whether the numbered pages of the stream reach it. */
  isInStream: boolean;
  /** Paths of redirects that lead to it. */
  formerPaths: string[];
};

/**
 * The tags of every page that a change of a post may change. Null stands for a post that is not
 * public: a draft, one whose time has not come, one in the bin, none at all.
 */
export function touchedTags(before: Appearance | null, after: Appearance | null): string[] {
  const states = [before, after].filter((state) => state !== null);
  const touched = states.flatMap(whereItIsShown);
  if (!isSameLink(before, after)) touched.push(...states.flatMap(whereItIsLinked));
  if (!isSameMember(before, after)) touched.push(...states.flatMap(whereItIsCounted));
  if (before?.publishedOn !== after?.publishedOn)
    touched.push(...states.filter((state) => state.isAloneOnDay).flatMap(aroundItsDay));
  return [...new Set(touched)];
}

/** Pages that show the post in full. */
function whereItIsShown(post: Appearance): string[] {
  return [
    cacheTags.post(post.id),
    cacheTags.path(urls.post(post)),
    cacheTags.everything,
    cacheTags.day(post.publishedOn),
    cacheTags.month(post.publishedOn),
    cacheTags.kind(post.kind),
    ...(post.beatType === null ? [] : [cacheTags.beats(post.beatType)]),
    ...post.tagIds.map(cacheTags.tag),
    ...(post.seriesId === null ? [] : [cacheTags.series(post.seriesId)]),
    ...(post.isInStream ? [cacheTags.stream] : []),
    cacheTags.sitemap,
    cacheTags.sitemapMonth(post.publishedOn),
    ...(post.tagIds.length > 0 ? [cacheTags.sitemapTags] : []),
    cacheTags.search,
  ];
}

/** Pages that show its title with a link. */
function whereItIsLinked(post: Appearance): string[] {
  return [
    ...post.neighbours.map(cacheTags.post),
    ...post.formerPaths.map(cacheTags.path),
    ...(post.seriesId === null
      ? []
      : [cacheTags.seriesLinks(post.seriesId), cacheTags.seriesIndex]),
    ...(post.kind === 'entry' ? [cacheTags.year(post.publishedOn)] : []),
    ...(post.isRecentEntry ? [cacheTags.recentEntries] : []),
  ];
}

/** Pages that count it. */
function whereItIsCounted(post: Appearance): string[] {
  return [
    cacheTags.calendar(post.publishedOn),
    cacheTags.year(post.publishedOn),
    ...(post.beatType === null ? [] : [cacheTags.beatTypes]),
    ...(post.tagIds.length > 0 ? [cacheTags.tagIndex, cacheTags.trending] : []),
  ];
}

/** Pages that link its day, month or year only because it is there. */
function aroundItsDay(post: Appearance): string[] {
  const { publishedOn } = post;
  const around = [post.earlierDay, post.laterDay].filter((day) => day !== null);
  const own = splitDay(publishedOn);
  const isInMonth = (day: Day) =>
    splitDay(day).year === own.year && splitDay(day).month === own.month;
  const isInYear = (day: Day) => splitDay(day).year === own.year;
  return [
    cacheTags.days,
    ...around.map(cacheTags.day),
    ...(around.some(isInMonth) ? [] : around.map(cacheTags.month)),
    ...(around.some(isInYear) ? [] : [cacheTags.years, ...around.map(cacheTags.year)]),
  ];
}

/** Public posts taken together, as lists depend on them. */
export type ShownPosts = {
  count: number;
  days: Day[];
  kinds: PostKind[];
  beatTypes: string[];
  seriesIds: number[];
  isInStream: boolean;
};

/** A change of what tags posts have, or of what the tags are called. */
export type TagsChange = {
  /** The tags whose pages change. */
  tagIds: number[];
  /** Those that the pages of their posts call otherwise from now on. */
  renamedIds: number[];
  /** Posts that get or lose a tag. */
  postIds: number[];
  /** The posts whose tags look different in lists; null where they are too many to look at. */
  posts: ShownPosts | null;
  /** Tags on posts of these, whose pages show the posts or count the tags; null likewise. */
  besideIds: number[] | null;
};

/** The tags of every page that a change of tags may change. */
export function touchedByTags({
  tagIds,
  renamedIds,
  postIds,
  posts,
  besideIds,
}: TagsChange): string[] {
  const inSitemap = [cacheTags.sitemap, cacheTags.sitemapTags];
  if (posts === null) return [cacheTags.site, ...inSitemap];
  const touched = [
    cacheTags.tagIndex,
    cacheTags.search,
    ...tagIds.map(cacheTags.tag),
    ...inSitemap,
  ];
  // What leads to a tag by its former address leads straight to the new one.
  if (renamedIds.length > 0) touched.push(cacheTags.redirects);
  if (posts.count > 0)
    touched.push(
      ...postIds.map(cacheTags.post),
      ...renamedIds.map(cacheTags.tagName),
      ...(renamedIds.length > 0 ? [cacheTags.anyTagName] : []),
      ...(besideIds?.map(cacheTags.tag) ?? [cacheTags.tagPages]),
      ...listsThatShow(posts),
      cacheTags.trending,
    );
  return [...new Set(touched)];
}

/** Every list of another kind than tags that shows one of these posts in full. */
function listsThatShow(posts: ShownPosts): string[] {
  return [
    cacheTags.everything,
    ...posts.days.map(cacheTags.day),
    ...posts.days.map(cacheTags.month),
    ...posts.kinds.map(cacheTags.kind),
    ...posts.beatTypes.map(cacheTags.beats),
    ...posts.seriesIds.map(cacheTags.series),
    ...(posts.isInStream ? [cacheTags.stream] : []),
  ];
}

function isSameLink(before: Appearance | null, after: Appearance | null): boolean {
  return (
    before !== null &&
    after !== null &&
    before.displayTitle === after.displayTitle &&
    before.slug === after.slug &&
    before.publishedOn === after.publishedOn &&
    before.publishedAt === after.publishedAt &&
    before.seriesId === after.seriesId
  );
}

function isSameMember(before: Appearance | null, after: Appearance | null): boolean {
  return (
    before !== null &&
    after !== null &&
    before.publishedOn === after.publishedOn &&
    before.beatType === after.beatType &&
    [...before.tagIds].sort().join() === [...after.tagIds].sort().join()
  );
}
