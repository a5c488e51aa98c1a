// Why a change of tags cannot be taken back.
import { and, eq, gt, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Database } from '../db/client';
import { type TagAction, tagChanges, tags } from '../db/schema';
import type { TagRef } from '../posts/types';
import { readRecord, type TagChange, type TagRow } from './changes';
import { findOther } from './rename';

export type UndoRefusal =
  | { status: 'missing' }
  | { status: 'already' }
  /** Another tag has the name by now. */
  | { status: 'taken'; tag: TagRef }
  /** A later change rests on this one and has to be taken back first. */
  | { status: 'later'; action: TagAction; name: string };

/** Ends the transaction: other changes may have been taken back already. */
export class UndoRefused extends Error {
  constructor(readonly refusal: UndoRefusal) {
    super(`A change of tags was not taken back: ${refusal.status}.`);
  }
}

/** A tag that a change is about. @throws {UndoRefused} when it is gone */
export async function requireTag(tagId: number, change: TagChange, tx: Database): Promise<TagRow> {
  const [tag] = await tx.select().from(tags).where(eq(tags.id, tagId));
  if (tag) return tag;
  const wentBy = inArray(tagChanges.action, ['merge', 'delete']);
  await requireNone(and(eq(tagChanges.tagId, tagId), wentBy), change, tx);
  throw new UndoRefused({ status: 'missing' });
}

/** @throws {UndoRefused} when the same has been done to the tag since */
export async function requireLast(change: TagChange, tx: Database): Promise<void> {
  const { tagId, action } = change;
  await requireNone(and(eq(tagChanges.tagId, tagId), eq(tagChanges.action, action)), change, tx);
}

/** @throws {UndoRefused} when there is a later change that is still in force */
export async function requireNone(
  which: SQL | undefined,
  { id }: TagChange,
  tx: Database,
): Promise<void> {
  const [later] = await tx
    .select({ action: tagChanges.action, tag: tagChanges.tag })
    .from(tagChanges)
    .where(and(which, gt(tagChanges.id, id), isNull(tagChanges.undoneAt)))
    .orderBy(tagChanges.id)
    .limit(1);
  if (later === undefined) return;
  const { name } = readRecord(later.tag);
  throw new UndoRefused({ status: 'later', action: later.action, name });
}

/** @throws {UndoRefused} when another tag has the slug that the tag of a change had */
export async function requireFreeSlug({ tagId, tag }: TagChange, tx: Database): Promise<void> {
  const other = await findOther({ slug: tag.slug, id: tagId }, tx);
  if (other) throw new UndoRefused({ status: 'taken', tag: other });
}
