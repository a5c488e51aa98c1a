// What stands beside a post on its page.
import { type Database, database } from '../db/client';
import { getSeriesOf } from '../series/queries';
import type { SeriesWithPosts } from '../series/types';
import { countTags } from '../tags/queries';
import { getNeighbours, type PostOnPage } from './page-queries';
import { listRecentEntries } from './queries';
import { listRelatedPosts } from './related';
import type { PostLink, TagCount } from './types';

export type PostSurroundings = {
  /** The post's tags with their counts. */
  tags: TagCount[];
  series: SeriesWithPosts | null;
  neighbours: { previous: PostLink | null; next: PostLink | null };
  /** The newest entries. */
  recent: PostLink[];
  related: PostLink[];
};

const recentShown = 3;

/** Reads what stands beside a public post. */
export async function getSurroundings(
  post: PostOnPage,
  now = new Date(),
  db = database(),
): Promise<PostSurroundings> {
  return surroundWith(await countTags(post.tags, now, db), post, now, db);
}

/** The same with the counts of its tags given. */
export async function surroundWith(
  tags: TagCount[],
  post: PostOnPage,
  now: Date,
  db: Database,
): Promise<PostSurroundings> {
  const [series, neighbours, recent, related] = await Promise.all([
    post.seriesId === null ? null : getSeriesOf(post.seriesId, now, db),
    getNeighbours(post, now, db),
    listRecentEntries(recentShown, { except: post.id }, now, db),
    listRelatedPosts(post.id, tags, undefined, now, db),
  ]);
  return { tags, series, neighbours, recent, related };
}
