// The working copy of a post: what somebody has typed and not saved. lib/posts/autosave.ts writes
// it.
import { eq } from 'drizzle-orm';
import type { FormValues } from '../actions';
import type { Database } from '../db/client';
import { people, postEdits } from '../db/schema';

export type WorkingCopy = {
  values: FormValues;
  revision: number;
  /** The post's version when it was written. */
  baseVersion: number;
  editor: string;
  sequence: number;
  /** Who wrote last. */
  name: string | null;
  savedAt: Date;
};

/** The working copy of a post; null when there is none. */
export async function readWorkingCopy(postId: number, db: Database): Promise<WorkingCopy | null> {
  const [copy] = await db
    .select({
      values: postEdits.values,
      revision: postEdits.revision,
      baseVersion: postEdits.baseVersion,
      editor: postEdits.editor,
      sequence: postEdits.sequence,
      name: people.name,
      savedAt: postEdits.savedAt,
    })
    .from(postEdits)
    .leftJoin(people, eq(people.id, postEdits.personId))
    .where(eq(postEdits.postId, postId));
  return copy ?? null;
}

/** Drops the working copy of a post. */
export async function dropWorkingCopy(postId: number, tx: Database): Promise<void> {
  await tx.delete(postEdits).where(eq(postEdits.postId, postId));
}
