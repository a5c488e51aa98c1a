// Making a draft out of nothing, once per editor however often it asks.
import { eq } from 'drizzle-orm';
import type { Database } from '../db/client';
import { posts } from '../db/schema';
import { getSettings } from '../settings/queries';
import { emptyValues, readableFields } from './form-values';
import type { PostKind } from './kinds';
import { renderPost } from './render-post';
import { columnsOf, nextNumber, proposeSlug } from './write';

export type NewDraft = {
  kind: PostKind;
  /** A uuid; the same one means the same draft. */
  draftKey: string;
  /** Who writes it: `people.id`. */
  authorId: number | null;
};

/**
 * Makes an empty draft under a key that had none a moment ago. @returns its id, or that of the one
 * which another request has made since; it may be anybody's by now, and in the bin
 */
export async function makeDraft(
  { kind, draftKey, authorId }: NewDraft,
  tx: Database,
  now: Date,
): Promise<number> {
  const settings = await getSettings(tx);
  const fields = readableFields(kind, emptyValues(kind), settings);
  const number = await nextNumber(kind, tx);
  const rendered = await renderPost(
    fields,
    { number, publishedOn: now.toISOString().slice(0, 10) },
    settings,
  );
  const prepared = { fields, rendered, number, slug: proposeSlug(fields), publishedOn: null };
  const [row] = await tx
    .insert(posts)
    .values({ ...columnsOf(prepared, now), displayTitle: '', draftKey, authorId })
    .onConflictDoNothing({ target: posts.draftKey })
    .returning({ id: posts.id });
  const made = row?.id ?? (await findDraft(draftKey, tx));
  if (made === null) throw new Error(`The draft ${draftKey} is not there after it was made.`);
  return made;
}

/** The id of the post that a key has made; null where there is none. */
export async function findDraft(draftKey: string, db: Database): Promise<number | null> {
  const [row] = await db.select({ id: posts.id }).from(posts).where(eq(posts.draftKey, draftKey));
  return row?.id ?? null;
}
