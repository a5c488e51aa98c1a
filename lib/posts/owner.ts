// Whose a post is, for the question who may do something to it.
import { eq } from 'drizzle-orm';
import type { Database } from '../db/client';
import { posts } from '../db/schema';

/** Who wrote a post; null when there is no such post. */
export async function getPostOwner(
  postId: number,
  db: Database,
): Promise<{ authorId: number | null } | null> {
  const [row] = await db
    .select({ authorId: posts.authorId })
    .from(posts)
    .where(eq(posts.id, postId));
  return row ?? null;
}
