// Brings posts of an earlier import to what their source says now. Like every change it keeps what
// was there before, and an editor that has such a post open is told of it.
import { asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../db/client';
import { postFormerAddresses, posts, postTags } from '../db/schema';
import { keepFirstVersions, keepNextVersions } from '../posts/versions-of-many';
import { attachTags, columnsOf, type PreparedPost } from '../posts/write';
import type { Known } from './places';

type Update = { known: Known; post: PreparedPost };

/** @returns the ids of the posts updated; those changed since they were looked at stay as they are */
export async function updateKnown(
  updates: Update[],
  tx: Database,
  now: Date,
): Promise<ReadonlySet<number>> {
  const unchanged = await lockUnchanged(
    updates.map(({ known }) => known),
    tx,
  );
  const able = updates.filter(({ known }) => unchanged.has(known.id));
  const ids = able.map(({ known }) => known.id);
  if (ids.length === 0) return unchanged;
  await keepFirstVersions(ids, tx);
  for (const one of able) await update(one, tx, now);
  await keepNextVersions(ids, { reason: 'imported', personId: null, at: now }, tx);
  return unchanged;
}

/** Locks posts. @returns the ids of those that nobody has changed since they were looked at */
async function lockUnchanged(known: Known[], tx: Database): Promise<Set<number>> {
  if (known.length === 0) return new Set();
  const seen = new Map(known.map(({ id, version }) => [id, version]));
  const rows = await tx
    .select({ id: posts.id, version: posts.version })
    .from(posts)
    .where(inArray(posts.id, [...seen.keys()]))
    .orderBy(asc(posts.id))
    .for('update');
  return new Set(rows.filter(({ id, version }) => seen.get(id) === version).map(({ id }) => id));
}

/** Brings a known post to what its source says now; its old address goes on leading to it. */
async function update({ known, post }: Update, tx: Database, now: Date): Promise<void> {
  const { firstPublishedAt, ...columns } = columnsOf(post, now);
  await tx
    .update(posts)
    .set({ ...columns, firstPublishedAt: known.firstPublishedAt ?? firstPublishedAt })
    .where(eq(posts.id, known.id));
  await tx.delete(postTags).where(eq(postTags.postId, known.id));
  await attachTags([{ postId: known.id, names: post.fields.tags }], tx);
  const hasMoved =
    known.publishedOn !== post.publishedOn || known.slug.toLowerCase() !== post.slug.toLowerCase();
  if (hasMoved && known.publishedOn !== null)
    await tx
      .insert(postFormerAddresses)
      .values({ publishedOn: known.publishedOn, slug: known.slug.toLowerCase(), postId: known.id })
      .onConflictDoUpdate({
        target: [postFormerAddresses.publishedOn, postFormerAddresses.slug],
        set: { postId: known.id },
      });
}
