// Reading what feeds are made from.
import { inArray, max } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';
import { cacheInvalidations, posts } from '../db/schema';
import { pageColumns, toPost } from '../posts/columns';
import type { Post } from '../posts/types';
import type { Subject } from './subject';

/** A post in full. */
export type FeedPost = {
  post: Post;
  /** What names it in feeds; null where that has not been written yet. */
  feedId: string | null;
  /** A link post's own, where it has one. */
  title: string | null;
  plainText: string;
  wordCount: number;
};

export type FeedPage = { posts: FeedPost[]; hasNext: boolean };

/** A page of a feed. */
export async function listFeed(subject: Subject, number: number, db: Database): Promise<FeedPage> {
  const { size } = subject;
  const ids = subject.ids({ limit: size + 1, offset: (number - 1) * size });
  const rows = await db
    .select({ ...pageColumns, feedId: posts.feedId, title: posts.title })
    .from(posts)
    .where(inArray(posts.id, ids))
    .orderBy(...subject.order);
  return {
    posts: rows.slice(0, size).map((row) => ({
      post: toPost(row),
      feedId: row.feedId,
      title: row.title,
      plainText: row.plainText,
      wordCount: row.wordCount,
    })),
    hasNext: rows.length > size,
  };
}

/**
 * When anything last changed that a page with these cache tags shows, by the database's clock; null
 * when nothing ever did. The newest edit would not do: a post that goes leaves only older ones.
 */
export async function lastChange(tags: readonly string[], db: Database): Promise<Date | null> {
  const [row] = await db
    .select({ at: max(cacheInvalidations.at) })
    .from(cacheInvalidations)
    .where(inArray(cacheInvalidations.tag, [cacheTags.site, cacheTags.settings, ...tags]));
  return row?.at ?? null;
}
