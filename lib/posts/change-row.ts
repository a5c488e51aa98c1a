// One change of one post inside a transaction that may hold several: the row is locked, the change
// made, the version counted up, and the pages it stood and stands on are touched.
import { eq } from 'drizzle-orm';
import { dayInZone } from '../dates';
import type { Database } from '../db/client';
import type { Touch } from '../db/page-changes';
import { postFormerAddresses, posts } from '../db/schema';
import { getSettings } from '../settings/queries';
import { readAppearance } from './appearance';
import { touchedTags } from './touched-tags';
import { freeAddresses, freeSlug } from './write';

export type StoredRow = typeof posts.$inferSelect;

/** What is done to a post whose row is locked. */
export type RowChange = (row: StoredRow, tx: Database) => Promise<void>;

/** What came of a change: nothing where the post does not exist or was changed by somebody else. */
export type Changed =
  | { status: 'changed'; version: number; slug: string; publishedOn: string | null }
  | { status: 'missing' }
  | { status: 'conflict'; version: number };

type Within = { tx: Database; touch: Touch; now: Date };

/** Changes a post; nothing where it is missing or of another version than the author saw. */
export async function changeRow(
  { id, version }: { id: number; version?: number },
  change: RowChange,
  { tx, touch, now }: Within,
): Promise<Changed> {
  const [row] = await tx.select().from(posts).where(eq(posts.id, id)).for('update');
  if (row === undefined) return { status: 'missing' };
  if (version !== undefined && version !== row.version)
    return { status: 'conflict', version: row.version };
  const before = await readAppearance(id, now, tx);
  await change(row, tx);
  const [changed] = await tx
    .update(posts)
    .set({ version: row.version + 1 })
    .where(eq(posts.id, id))
    .returning({ version: posts.version, slug: posts.slug, publishedOn: posts.publishedOn });
  if (changed === undefined) throw new Error(`Post ${id} went while it was changed.`);
  const after = await readAppearance(id, now, tx);
  if (after) await freeAddresses([after], tx);
  touch(touchedTags(before, after));
  return { status: 'changed', ...changed };
}

/** Makes a post public at a time, which may be to come. */
export function toPublic(publishedAt: Date, now: Date): RowChange {
  return async (row, tx) => {
    const { timeZone } = await getSettings(tx);
    const publishedOn = dayInZone(publishedAt, timeZone);
    const slug = await freeSlug(row.slug, publishedOn, tx, { except: row.id });
    const isDue = publishedAt <= now;
    await tx
      .update(posts)
      .set({
        status: isDue ? 'published' : 'scheduled',
        publishedAt,
        publishedOn,
        slug,
        firstPublishedAt: row.firstPublishedAt ?? (isDue ? publishedAt : null),
      })
      .where(eq(posts.id, row.id));
    await keepFormerAddress(row, { slug, publishedOn }, tx);
  };
}

export const toDraft: RowChange = async ({ id }, tx) => {
  await tx.update(posts).set({ status: 'draft' }).where(eq(posts.id, id));
};

export function intoBin(deletedAt: Date): RowChange {
  return async ({ id }, tx) => {
    await tx.update(posts).set({ deletedAt }).where(eq(posts.id, id));
  };
}

export const outOfBin: RowChange = async ({ id }, tx) => {
  await tx.update(posts).set({ deletedAt: null }).where(eq(posts.id, id));
};

/** After a move the address that readers know leads to the post. */
export async function keepFormerAddress(
  row: StoredRow,
  place: { slug: string; publishedOn: string },
  tx: Database,
): Promise<void> {
  const hasMoved =
    row.publishedOn !== place.publishedOn || row.slug.toLowerCase() !== place.slug.toLowerCase();
  if (!hasMoved || row.publishedOn === null || row.firstPublishedAt === null) return;
  const former = { publishedOn: row.publishedOn, slug: row.slug.toLowerCase(), postId: row.id };
  await tx
    .insert(postFormerAddresses)
    .values(former)
    .onConflictDoUpdate({
      target: [postFormerAddresses.publishedOn, postFormerAddresses.slug],
      set: { postId: row.id },
    });
}
