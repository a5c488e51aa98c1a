// Brings a post whose row is locked to what its fields say: renders it, finds its place, and leaves
// its former address leading to it.
import { eq } from 'drizzle-orm';
import { type Day, dayInZone } from '../dates';
import type { Database } from '../db/client';
import { postFormerAddresses, posts, postTags } from '../db/schema';
import { getSettings } from '../settings/queries';
import { isAutomaticSlug } from './automatic-slug';
import { newFeedId } from './feed-id';
import type { DraftFields } from './input';
import { renderPost } from './render-post';
import { withMedia } from './render-style';
import { storedFields } from './stored-fields';
import { attachTags, columnsOf, freeSlug, nextNumber, proposeSlug } from './write';

export type StoredRow = typeof posts.$inferSelect;

/** The columns that hold what an author wrote; a kind uses some of them. */
export const noTexts = {
  title: null,
  body: null,
  excerpt: null,
  linkUrl: null,
  linkTitle: null,
  viaUrl: null,
  viaTitle: null,
  source: null,
  sourceUrl: null,
  context: null,
  beatType: null,
  commentary: null,
  imageUrl: null,
  imageAlt: null,
};

/**
 * Writes the fields and tags of a post. Whose it is stays, unless the fields say.
 * @throws when a post that was public is to become one of another kind
 */
export async function writeFields(
  row: StoredRow,
  fields: DraftFields,
  tx: Database,
  now: Date,
): Promise<void> {
  const isSameKind = fields.kind === row.kind;
  if (!isSameKind && row.firstPublishedAt !== null)
    throw new Error(`Post ${row.id} is published as ${row.kind} and stays that.`);
  const settings = await getSettings(tx);
  const publishedOn = dayOf(row, fields, settings.timeZone);
  const wanted = fields.slug ?? (isSlugDecided(row) ? row.slug : proposeSlug(fields));
  const slug = await placedSlug(row, wanted, publishedOn, tx);
  const number = isSameKind ? row.number : await nextNumber(fields.kind, tx);
  // A note without a title is called by its day; without one, by today.
  const shownOn = publishedOn ?? dayInZone(now, settings.timeZone);
  const rendered = await renderPost(
    fields,
    { number, publishedOn: shownOn },
    await withMedia(settings, [fields], tx),
  );
  const { firstPublishedAt, ...columns } = columnsOf(
    { fields, rendered, number, slug, publishedOn },
    now,
  );
  await tx
    .update(posts)
    .set({
      ...(isSameKind ? {} : noTexts),
      ...columns,
      authorId: fields.authorId ?? row.authorId,
      firstPublishedAt: row.firstPublishedAt ?? firstPublishedAt,
      feedId: row.feedId ?? newFeedId({ id: row.id, status: columns.status, publishedOn }),
    })
    .where(eq(posts.id, row.id));
  await keepFormerAddress(row, { slug, publishedOn }, tx);
  await tx.delete(postTags).where(eq(postTags.postId, row.id));
  await attachTags([{ postId: row.id, names: fields.tags }], tx);
}

/** The day in the address: a later change of the site's zone does not move it (decisions.md 11). */
export function dayOf(row: StoredRow, { publishedAt }: DraftFields, timeZone: string): Day | null {
  if (publishedAt === null) return row.firstPublishedAt === null ? null : row.publishedOn;
  const isSameTime = row.publishedAt?.getTime() === publishedAt.getTime();
  return isSameTime && row.publishedOn !== null
    ? row.publishedOn
    : dayInZone(publishedAt, timeZone);
}

/** The slug of a draft goes on following its title until it is public or somebody decides. */
export function isSlugDecided(row: StoredRow): boolean {
  if (row.status !== 'draft' || row.firstPublishedAt !== null) return true;
  return !isAutomaticSlug(row.slug, storedFields(row));
}

/** A post without a day stands in nobody's way. */
async function placedSlug(row: StoredRow, wanted: string, day: Day | null, tx: Database) {
  return day === null ? wanted : freeSlug(wanted, day, tx, { except: row.id });
}

/** After a move the address that readers know leads to the post. */
async function keepFormerAddress(
  row: StoredRow,
  place: { slug: string; publishedOn: Day | null },
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
