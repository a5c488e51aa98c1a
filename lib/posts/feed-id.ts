// The id of a post in feeds: written once, when the post first becomes public, and never changed
// after that, whatever becomes of its address. An imported post brings the id of its old feed.
import { and, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Day } from '../dates';
import type { Database } from '../db/client';
import { type PostStatus, posts } from '../db/schema';
import { env } from '../env';

/** A tag URI (RFC 4151): the host that made it, a day on which it had that host, and our own id. */
export function feedIdOf(post: { id: number; publishedOn: Day }, siteUrl: string): string {
  return `${prefixOf(siteUrl)}${post.publishedOn}:post-${post.id}`;
}

const prefixOf = (siteUrl: string) => `tag:${new URL(siteUrl).hostname},`;

type Placed = { id: number; status: PostStatus; publishedOn: Day | null };

/** The id that a post gets now; none while it is a draft. */
export function newFeedId({ id, status, publishedOn }: Placed): string | null {
  if (status === 'draft' || publishedOn === null) return null;
  return feedIdOf({ id, publishedOn }, env().SITE_URL);
}

/** Gives new posts that are public, or will be at their time, the id that they lack. */
export async function recordFeedIds(ids: number[], tx: Database): Promise<void> {
  if (ids.length === 0) return;
  const prefix = prefixOf(env().SITE_URL);
  await tx
    .update(posts)
    .set({
      feedId: sql`${prefix}::text || ${posts.publishedOn}::text || ':post-' || ${posts.id}::text`,
    })
    .where(
      and(
        inArray(posts.id, ids),
        isNull(posts.feedId),
        isNotNull(posts.publishedOn),
        ne(posts.status, 'draft'),
      ),
    );
}
