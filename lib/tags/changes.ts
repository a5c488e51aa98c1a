// What is kept of a change of tags: enough to tell of it when the tag is gone, and to take it back.
import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../db/client';
import { type TagAction, tagChanges, type tags } from '../db/schema';

/** A tag as it was, and what else the change moved. */
const tagRecord = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  importRef: z.string().nullable(),
  createdAt: z.coerce.date(),
  /** The names that led to it. */
  formerNames: z.array(z.string()),
  /** After a rename: what it was called then. */
  renamedTo: z.object({ slug: z.string(), name: z.string() }).optional(),
  /** Of a rename that took a name which led to another tag: that tag. */
  nameTakenFrom: z.number().optional(),
  /** Of a merge: whether the other tag took the description over. */
  gaveDescription: z.boolean().optional(),
});

export type TagRecord = z.infer<typeof tagRecord>;
export type Tagging = [postId: number, position: number, positionOfOther: number | null];
export type TagRow = typeof tags.$inferSelect;

export type TagChange = {
  id: number;
  action: TagAction;
  tagId: number;
  tag: TagRecord;
  intoTagId: number | null;
  taggings: Tagging[];
  at: Date;
  undoneAt: Date | null;
};

/** Who changes tags, and when. */
export type ChangeOptions = { now?: Date; personId?: number | null };

type NewChange = {
  action: TagAction;
  tag: TagRow;
  formerNames?: string[];
  more?: Pick<TagRecord, 'renamedTo' | 'nameTakenFrom' | 'gaveDescription'>;
  intoTagId?: number;
  taggings?: Tagging[];
};

/** Keeps a change of a tag, which is given as it was before. @returns its id */
export async function recordChange(
  { action, tag, formerNames = [], more = {}, intoTagId, taggings = [] }: NewChange,
  { now = new Date(), personId = null }: ChangeOptions,
  tx: Database,
): Promise<number> {
  const { id, slug, name, description, importRef, createdAt } = tag;
  const record: TagRecord = {
    ...{ slug, name, description, importRef, createdAt, formerNames },
    ...more,
  };
  const [row] = await tx
    .insert(tagChanges)
    .values({ action, tagId: id, tag: record, intoTagId, taggings, personId, at: now })
    .returning({ id: tagChanges.id });
  if (row === undefined) throw new Error(`The ${action} of tag ${id} was not recorded.`);
  return row.id;
}

/** Recorded changes, the last one first; locked, for only one can take a change back. */
export async function lockChanges(ids: number[], tx: Database): Promise<TagChange[]> {
  const rows = await tx
    .select()
    .from(tagChanges)
    .where(inArray(tagChanges.id, ids))
    .orderBy(tagChanges.id)
    .for('update');
  return rows.reverse().map((row) => ({ ...row, tag: readRecord(row.tag) }));
}

/** @throws {z.ZodError} when what the database holds is no record of ours */
export function readRecord(stored: unknown): TagRecord {
  return tagRecord.parse(stored);
}
