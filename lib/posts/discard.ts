// Drops what was typed and not saved. It is given back, so that the author may think again.
import { and, eq } from 'drizzle-orm';
import type { FormValues } from '../actions';
import type { Database } from '../db/client';
import { postEdits } from '../db/schema';
import { readWorkingCopy } from './working-copy';

export type DiscardOutcome =
  | { status: 'discarded'; values: FormValues }
  | { status: 'nothing' }
  /** Somebody has typed since: what they typed stays. */
  | { status: 'conflict'; theirs: FormValues; theirRevision: number };

/** Drops the working copy that an editor knows. */
export async function discardChanges(
  { postId, revision }: { postId: number; revision: number },
  db: Database,
): Promise<DiscardOutcome> {
  const [dropped] = await db
    .delete(postEdits)
    .where(and(eq(postEdits.postId, postId), eq(postEdits.revision, revision)))
    .returning({ values: postEdits.values });
  if (dropped !== undefined) return { status: 'discarded', values: dropped.values };
  const copy = await readWorkingCopy(postId, db);
  if (copy === null) return { status: 'nothing' };
  return { status: 'conflict', theirs: copy.values, theirRevision: copy.revision };
}
