// Changing posts that exist. Each function is one transaction, says what came of it, and has told
// every server process when it returns.
import { and, asc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import { dayInZone } from '../dates';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { postFormerAddresses, posts, postTags } from '../db/schema';
import { getSettings } from '../settings/queries';
import { readAppearance } from './appearance';
import { type PostInput, postInput } from './input';
import { renderPost } from './render-post';
import { touchedTags } from './touched-tags';
import { attachTags, columnsOf, freeAddresses, freeSlug } from './write';

type Row = typeof posts.$inferSelect;

/** What came of a change: nothing where the post does not exist or was changed by somebody else. */
export type Changed =
  | { status: 'changed'; version: number; slug: string; publishedOn: string | null }
  | { status: 'missing' }
  | { status: 'conflict'; version: number };

type ChangeOptions = { now?: Date /** The version that the author saw. */; version?: number };

/**
 * Brings a post to what its author wants it to say, tags included. A published post that moves
 * stays reachable by its former address.
 * @throws {z.ZodError} when the input is not what its kind needs, or of another kind
 */
export async function updatePost(
  id: number,
  input: PostInput,
  db: Database,
  options: ChangeOptions = {},
): Promise<Changed> {
  const fields = postInput.parse(input);
  const now = options.now ?? new Date();
  return changePost(id, db, options, async (row, tx) => {
    if (fields.kind !== row.kind && row.firstPublishedAt !== null)
      throw new Error(`Post ${id} is published as ${row.kind} and stays that.`);
    const settings = await getSettings(tx);
    const isSameTime = row.publishedAt?.getTime() === fields.publishedAt.getTime();
    const publishedOn =
      isSameTime && row.publishedOn !== null
        ? row.publishedOn
        : dayInZone(fields.publishedAt, settings.timeZone);
    const slug = await freeSlug(fields.slug ?? row.slug, publishedOn, tx, { except: id });
    const { number } = row;
    const rendered = await renderPost(fields, { number, publishedOn }, settings);
    const { firstPublishedAt, ...columns } = columnsOf(
      { fields, rendered, number, slug, publishedOn },
      now,
    );
    await tx
      .update(posts)
      .set({ ...columns, firstPublishedAt: row.firstPublishedAt ?? firstPublishedAt })
      .where(eq(posts.id, id));
    await tx.delete(postTags).where(eq(postTags.postId, id));
    await attachTags([{ postId: id, names: fields.tags }], tx);
    await keepFormerAddress(row, { slug, publishedOn }, tx);
  });
}

/** Makes a draft public at its time, or now where it has none or a past one is not wanted. */
export async function publishPost(
  id: number,
  db: Database,
  options: ChangeOptions & { at?: Date } = {},
): Promise<Changed> {
  const now = options.now ?? new Date();
  return changePost(id, db, options, async (row, tx) => {
    const { timeZone } = await getSettings(tx);
    const publishedAt = options.at ?? now;
    const publishedOn = dayInZone(publishedAt, timeZone);
    const slug = await freeSlug(row.slug, publishedOn, tx, { except: id });
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
      .where(eq(posts.id, id));
    await keepFormerAddress(row, { slug, publishedOn }, tx);
  });
}

/** Makes a post a draft again. */
export async function unpublishPost(id: number, db: Database, options: ChangeOptions = {}) {
  return changePost(id, db, options, async (_, tx) => {
    await tx.update(posts).set({ status: 'draft' }).where(eq(posts.id, id));
  });
}

/** Puts a post into the bin. */
export async function binPost(id: number, db: Database, options: ChangeOptions = {}) {
  return changePost(id, db, options, async (_, tx) => {
    const deletedAt = options.now ?? new Date();
    await tx.update(posts).set({ deletedAt }).where(eq(posts.id, id));
  });
}

/** Takes a post out of the bin, as it was. */
export async function restorePost(id: number, db: Database, options: ChangeOptions = {}) {
  return changePost(id, db, options, async (_, tx) => {
    await tx.update(posts).set({ deletedAt: null }).where(eq(posts.id, id));
  });
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

/** One change of one post: its row is locked, and the pages it stood and stands on are expired. */
async function changePost(
  id: number,
  db: Database,
  { now = new Date(), version }: ChangeOptions,
  change: (row: Row, tx: Database) => Promise<void>,
): Promise<Changed> {
  return changePages(db, async (tx, touch): Promise<Changed> => {
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
  });
}

/** After a move the address that readers know leads to the post. */
async function keepFormerAddress(
  row: Row,
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
