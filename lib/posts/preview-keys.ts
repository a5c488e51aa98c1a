// The secret in the address of a draft's preview: whoever knows it may look, until it is renewed or
// revoked.
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '../db/client';
import { posts } from '../db/schema';

const keyBytes = 16;

/** Whether a text has the form of a key; others need not be looked for. */
export const isPreviewKey = (text: string) => /^[A-Za-z0-9_-]{22}$/.test(text);

/** Gives a post a new key; an earlier one opens nothing any more. @returns null without a post */
export async function renewPreviewKey(postId: number, db: Database): Promise<string | null> {
  const previewKey = randomBytes(keyBytes).toString('base64url');
  return (await setKey(postId, previewKey, db)) ? previewKey : null;
}

/** Takes the key of a post away. @returns whether there is such a post */
export async function revokePreviewKey(postId: number, db: Database): Promise<boolean> {
  return setKey(postId, null, db);
}

async function setKey(postId: number, previewKey: string | null, db: Database): Promise<boolean> {
  const changed = await db
    .update(posts)
    .set({ previewKey })
    .where(eq(posts.id, postId))
    .returning({ id: posts.id });
  return changed.length > 0;
}
