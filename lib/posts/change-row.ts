// One change of one post inside a transaction that may hold several: the row is locked, the change
// made, the version counted up and kept, and the pages it stood and stands on are touched.
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import type { Touch } from '../db/page-changes';
import { posts, type VersionReason } from '../db/schema';
import { env } from '../env';
import { getSettings } from '../settings/queries';
import { readAppearance } from './appearance';
import { readValues } from './editable';
import { kindOfValues, parseValues } from './form-values';
import { touchedWhenDue } from './next-due';
import { touchedTags } from './touched-tags';
import { keepVersion, readContent } from './versions';
import { dropWorkingCopy, readWorkingCopy } from './working-copy';
import { freeAddresses } from './write';
import { type StoredRow, writeFields } from './write-fields';

export type { StoredRow } from './write-fields';

/** A draft that lacks what its kind needs, by field. */
export type Incomplete = { status: 'incomplete'; fields: Record<string, string> };

/**
 * What is done to a post whose row is locked; or why not, and then nothing was.
 */
export type RowChange<Refused = Incomplete> = (
  row: StoredRow,
  tx: Database,
) => Promise<Refused | undefined> | Promise<void>;

/** What came of a change: nothing where the post does not exist or was changed by somebody else. */
export type Changed =
  | { status: 'changed'; version: number; slug: string; publishedOn: string | null }
  | { status: 'missing' }
  | { status: 'conflict'; version: number }
  | Incomplete;

type Within = {
  tx: Database;
  touch: Touch;
  now: Date;
  /** Who makes the change, for the version that it makes. */
  personId?: number | null;
  /** Why a version is kept; a post that becomes public says so itself. */
  reason?: VersionReason;
};

/** Changes a post; nothing where it is missing or of another version than the author saw. */
export async function changeRow<Refused = never>(
  { id, version }: { id: number; version?: number },
  change: RowChange<Refused | Incomplete>,
  { tx, touch, now, personId = null, reason = 'saved' }: Within,
): Promise<Changed | Refused> {
  const row = await lockRow(id, tx);
  if (row === undefined) return { status: 'missing' };
  if (version !== undefined && version !== row.version)
    return { status: 'conflict', version: row.version };
  const [before, content] = await Promise.all([readAppearance(id, now, tx), readContent(row, tx)]);
  const refused = await change(row, tx);
  if (refused !== undefined) return refused;
  const [changed] = await tx
    .update(posts)
    .set({ version: sql`${posts.version} + 1` })
    .where(eq(posts.id, id))
    .returning();
  if (changed === undefined) throw new Error(`Post ${id} went while it was changed.`);
  const [after, changedContent] = await Promise.all([
    readAppearance(id, now, tx),
    readContent(changed, tx),
  ]);
  const isPublication = row.status === 'draft' && changed.status !== 'draft';
  await keepVersion(
    { row, content },
    { row: changed, content: changedContent },
    { reason: isPublication ? 'published' : reason, personId, at: now },
    tx,
  );
  if (after) await freeAddresses([after], tx);
  touch(touchedTags(before, after));
  if (env().PAGE_CACHE === 'platform') touch(await touchedWhenDue(changed, tx));
  const { slug, publishedOn } = changed;
  return { status: 'changed', version: changed.version, slug, publishedOn };
}

async function lockRow(id: number, tx: Database): Promise<StoredRow | undefined> {
  const [row] = await tx.select().from(posts).where(eq(posts.id, id)).for('update');
  return row;
}

/**
 * Makes a post public at a time, which may be to come. A draft becomes public as it was last typed;
 * what is typed into a public post stays for its author to save.
 */
export function toPublic(publishedAt: Date, now: Date): RowChange {
  return async (row, tx) => {
    const { timeZone } = await getSettings(tx);
    const copy = row.status === 'draft' ? await readWorkingCopy(row.id, tx) : null;
    const values = copy?.values ?? (await readValues(row, timeZone, tx));
    const kind = kindOfValues(values) ?? row.kind;
    const parsed = parseValues(kind, values, { timeZone, publishedAt: row.publishedAt, now });
    if (!parsed.ok) return { status: 'incomplete', fields: parsed.fields };
    const { metadata } = kind === 'beat' ? parsed.input : row;
    await writeFields(row, { ...parsed.input, publishedAt, metadata }, tx, now);
    if (copy) await dropWorkingCopy(row.id, tx);
    return undefined;
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
