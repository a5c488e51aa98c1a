// What waits for its time. Where no process of ours runs all the time, nothing tells the stored
// pages that a post has become public: so their life ends at that time (decisions.md 27).
import { and, eq, gt, isNull, min } from 'drizzle-orm';
import { type Database, database } from '../db/client';
import { posts } from '../db/schema';
import { readAppearance } from './appearance';
import { touchedTags } from './touched-tags';

/** So many seconds of a page's life, or fewer where a scheduled post becomes public before. */
export async function lifeUntilNextDue(
  seconds: number,
  now = new Date(),
  db = database(),
): Promise<number> {
  const [row] = await db
    .select({ at: min(posts.publishedAt) })
    .from(posts)
    .where(and(eq(posts.status, 'scheduled'), isNull(posts.deletedAt), gt(posts.publishedAt, now)));
  if (!row?.at) return seconds;
  return Math.min(seconds, Math.ceil((row.at.getTime() - now.getTime()) / 1000));
}

/** The tags of the pages on which a scheduled post will be: they are to be stored anew until then. */
export async function touchedWhenDue(
  { id, status, publishedAt }: Pick<typeof posts.$inferSelect, 'id' | 'status' | 'publishedAt'>,
  tx: Database,
): Promise<string[]> {
  if (status !== 'scheduled' || publishedAt === null) return [];
  return touchedTags(null, await readAppearance(id, publishedAt, tx));
}
