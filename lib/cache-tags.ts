// The names of cache tags: here and nowhere else. Pure, so that writers outside Next know them too.
import { type Day, splitDay } from './dates';
import type { PostKind } from './posts/kinds';

/**
 * The names of what pages show. Tags use ids, not slugs, so that a rename moves nothing; what has
 * no id yet (a page that was a 404 when it was stored) is tagged by its path.
 */
export const cacheTags = {
  /** Every page. */
  site: 'site',
  settings: 'settings',
  /** The front page and the numbered pages after it. */
  stream: 'stream',
  recentEntries: 'recent-entries',
  trending: 'trending',
  /** The years, months and days that have posts at all: neighbours and the list of years. */
  calendar: 'calendar',
  day: (day: Day) => `day:${day}`,
  month: (year: number, month: number) => `month:${year}-${month}`,
  monthOf: (day: Day) => {
    const { year, month } = splitDay(day);
    return cacheTags.month(year, month);
  },
  year: (year: number) => `year:${year}`,
  kind: (kind: PostKind) => `kind:${kind}`,
  beats: (type: string) => `beats:${type}`,
  tagIndex: 'tag-index',
  tag: (id: number) => `tag:${id}`,
  seriesIndex: 'series-index',
  series: (id: number) => `series:${id}`,
  post: (id: number) => `post:${id}`,
  path: (path: string) => `path:${path}`,
  redirects: 'redirects',
} as const;
