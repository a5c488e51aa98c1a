// Drops what was typed and not saved. It is given back, so that the author may think again.
import { and, eq, exists, gt, ne, or } from 'drizzle-orm';
import type { FormValues } from '../actions';
import type { Database } from '../db/client';
import { postEdits, posts } from '../db/schema';
import { readWorkingCopy } from './working-copy';

export type DiscardOutcome =
  | { status: 'discarded'; values: FormValues }
  | { status: 'nothing' }
  /** A draft that nobody has saved yet: there is nothing that it could go back to. */
  | { status: 'unsaved' }
  /** Somebody has typed since: what they typed stays. */
  | { status: 'conflict'; theirs: FormValues; theirRevision: number };

/** Drops the working copy that an editor knows. */
export async function discardChanges(
  { postId, revision }: { postId: number; revision: number },
  db: Database,
): Promise<DiscardOutcome> {
  const [dropped] = await db
    .delete(postEdits)
    .where(
      and(
        eq(postEdits.postId, postId),
        eq(postEdits.revision, revision),
        exists(savedPost(postId, db)),
      ),
    )
    .returning({ values: postEdits.values });
  if (dropped !== undefined) return { status: 'discarded', values: dropped.values };
  const copy = await readWorkingCopy(postId, db);
  if (copy === null) return { status: 'nothing' };
  if (copy.revision === revision) return { status: 'unsaved' };
  return { status: 'conflict', theirs: copy.values, theirRevision: copy.revision };
}

/** The post, unless it is as the first autosave has made it (drafts.ts). */
const savedPost = (postId: number, db: Database) =>
  db
    .select({ id: posts.id })
    .from(posts)
    .where(
      and(
        eq(posts.id, postId),
        or(ne(posts.status, 'draft'), gt(posts.version, 1), ne(posts.displayTitle, '')),
      ),
    );
