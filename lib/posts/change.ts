// Changing posts that exist. Each function is one transaction, says what came of it, and has told
// every server process when it returns.
import { and, asc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { posts } from '../db/schema';
import { readAppearance } from './appearance';
import {
  type Changed,
  changeRow,
  intoBin,
  outOfBin,
  type RowChange,
  toDraft,
  toPublic,
} from './change-row';
import { type PostInput, postInput } from './input';
import { touchedTags } from './touched-tags';
import { freeAddresses } from './write';
import { writeFields } from './write-fields';

type ChangeOptions = {
  now?: Date;
  /** The version that the author saw. */
  version?: number;
  /** Who makes the change. */
  personId?: number | null;
};

/**
 * Brings a post to what its author wants it to say, tags included. A published post that moves
 * stays reachable by its former address.
 * @throws {z.ZodError} when the input is not what its kind needs; an error when it is of another
 * kind than the post was public as
 */
export async function updatePost(
  id: number,
  input: PostInput,
  db: Database,
  options: ChangeOptions = {},
): Promise<Changed> {
  const fields = postInput.parse(input);
  const now = options.now ?? new Date();
  return changePost(id, db, options, (row, tx) => writeFields(row, fields, tx, now));
}

/** Makes a post public at a time, or now; a draft as it was last typed. */
export async function publishPost(
  id: number,
  db: Database,
  options: ChangeOptions & { at?: Date } = {},
): Promise<Changed> {
  const now = options.now ?? new Date();
  return changePost(id, db, options, toPublic(options.at ?? now, now));
}

/** Makes a post a draft again. */
export async function unpublishPost(id: number, db: Database, options: ChangeOptions = {}) {
  return changePost(id, db, options, toDraft);
}

/** Puts a post into the bin. */
export async function binPost(id: number, db: Database, options: ChangeOptions = {}) {
  return changePost(id, db, options, intoBin(options.now ?? new Date()));
}

/** Takes a post out of the bin, as it was. */
export async function restorePost(id: number, db: Database, options: ChangeOptions = {}) {
  return changePost(id, db, options, outOfBin);
}

/** Deletes a post for good. @returns whether there was one in the bin */
export async function deletePost(id: number, db: Database): Promise<boolean> {
  return changePages(db, async (tx) => {
    const gone = await tx
      .delete(posts)
      .where(and(eq(posts.id, id), isNotNull(posts.deletedAt)))
      .returning({ id: posts.id });
    return gone.length > 0;
  });
}

/**
 * Turns the scheduled posts whose time has come; from then on they count as published. Pages that
 * were stored before that time are expired. Several processes may do so at a time.
 * @returns the ids of the posts turned
 */
export async function publishDuePosts(db: Database, now = new Date()): Promise<number[]> {
  const isDue = and(eq(posts.status, 'scheduled'), lte(posts.publishedAt, now));
  // Looked for outside a transaction: nearly always there is nothing.
  if ((await db.$count(posts, isDue)) === 0) return [];
  return changePages(db, async (tx, touch) => {
    const due = await tx
      .select({ id: posts.id, publishedAt: posts.publishedAt })
      .from(posts)
      .where(isDue)
      .orderBy(asc(posts.publishedAt))
      .for('update', { skipLocked: true });
    const ids = due.map((row) => row.id);
    if (ids.length === 0) return [];
    await tx
      .update(posts)
      .set({
        status: 'published',
        firstPublishedAt: sql`coalesce(${posts.firstPublishedAt}, ${posts.publishedAt})`,
      })
      .where(inArray(posts.id, ids));
    for (const id of ids) {
      const after = await readAppearance(id, now, tx);
      if (after) await freeAddresses([after], tx);
      touch(touchedTags(null, after));
    }
    return ids;
  });
}
/** One change of one post, in a transaction of its own. */
async function changePost(
  id: number,
  db: Database,
  { now = new Date(), version, personId }: ChangeOptions,
  change: RowChange,
): Promise<Changed> {
  return changePages(db, (tx, touch) =>
    changeRow({ id, version }, change, { tx, touch, now, personId }),
  );
}
