// Writing series. Each function is one transaction and knows nothing of sessions.
import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';
import { changePages, type Touch } from '../db/page-changes';
import { posts, redirects, series, seriesFormerSlugs } from '../db/schema';
import { changeRow } from '../posts/change-row';
import { comparablePath } from '../redirects/match';
import { urls } from '../urls';
import { renderSummary } from './describe';
import type { DeletedSeries, SeriesFields } from './input';

type WriteOptions = { now?: Date /** Who makes the change. */; personId?: number | null };

/** Nothing is changed where another series has the slug. */
export type SavedSeries =
  | { status: 'saved'; id: number; slug: string }
  | { status: 'taken'; by: string }
  | { status: 'missing' };

/** Makes a series that no post is in yet. An address that led elsewhere is its own from now on. */
export async function createSeries(fields: SeriesFields, db: Database): Promise<SavedSeries> {
  return changePages(db, (tx, touch) => insertSeries(fields, { tx, touch }));
}

type Within = { tx: Database; touch: Touch };

async function insertSeries(fields: SeriesFields, { tx, touch }: Within): Promise<SavedSeries> {
  await holdSlugs(tx);
  const by = await titleAt(fields.slug, null, tx);
  if (by !== null) return { status: 'taken', by };
  const summaryHtml = await renderSummary(fields.summary, tx);
  const [made] = await tx
    .insert(series)
    .values({ ...fields, summaryHtml })
    .returning({ id: series.id, slug: series.slug });
  if (made === undefined) throw new Error('The new series got no id.');
  await freeSlug(fields.slug, tx);
  touch([cacheTags.path(urls.series(fields.slug)), cacheTags.redirects]);
  return { status: 'saved', ...made };
}

/** Changes what a series says. Its address up to now leads to the new one for ever. */
export async function updateSeries(
  id: number,
  fields: SeriesFields,
  db: Database,
): Promise<SavedSeries> {
  return changePages(db, async (tx, touch): Promise<SavedSeries> => {
    await holdSlugs(tx);
    const [row] = await tx.select().from(series).where(eq(series.id, id)).for('no key update');
    if (row === undefined) return { status: 'missing' };
    const by = await titleAt(fields.slug, id, tx);
    if (by !== null) return { status: 'taken', by };
    const summaryHtml = await renderSummary(fields.summary, tx);
    await tx
      .update(series)
      .set({ ...fields, summaryHtml })
      .where(eq(series.id, id));
    if (row.slug !== fields.slug) {
      await freeSlug(fields.slug, tx);
      await tx
        .insert(seriesFormerSlugs)
        .values({ slug: row.slug, seriesId: id })
        .onConflictDoUpdate({ target: seriesFormerSlugs.slug, set: { seriesId: id } });
      touch([cacheTags.path(urls.series(fields.slug)), cacheTags.redirects]);
    }
    touch(tagsOf(id));
    return { status: 'saved', id, slug: fields.slug };
  });
}

/** Every page that shows a series or links it. */
const tagsOf = (id: number) => [
  cacheTags.series(id),
  cacheTags.seriesLinks(id),
  cacheTags.seriesIndex,
];

/** Two writers of slugs wait for each other. */
async function holdSlugs(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('commonplace series'))`);
}

async function titleAt(slug: string, except: number | null, tx: Database): Promise<string | null> {
  const [other] = await tx
    .select({ title: series.title })
    .from(series)
    .where(and(eq(series.slug, slug), except === null ? undefined : ne(series.id, except)));
  return other?.title ?? null;
}

/** A slug that a series takes leads nowhere else. */
async function freeSlug(slug: string, tx: Database): Promise<void> {
  const path = comparablePath(urls.series(slug));
  await tx.delete(seriesFormerSlugs).where(eq(seriesFormerSlugs.slug, slug));
  if (path !== null)
    await tx.delete(redirects).where(and(eq(redirects.host, ''), eq(redirects.path, path)));
}

type MoveOptions = WriteOptions & {
  /** Posts that are in another series than this are left where they are. */
  from?: number;
};

/** Puts posts into a series, or out of any. @returns how many were changed; null without a series */
export async function moveToSeries(
  postIds: number[],
  seriesId: number | null,
  db: Database,
  options: MoveOptions = {},
): Promise<number | null> {
  return changePages(db, async (tx, touch) => {
    const isThere = seriesId === null || (await tx.$count(series, eq(series.id, seriesId))) > 0;
    return isThere ? movePosts(postIds, seriesId, { tx, touch, ...options }) : null;
  });
}

async function movePosts(
  postIds: number[],
  seriesId: number | null,
  { tx, touch, now = new Date(), personId = null, from }: Within & MoveOptions,
): Promise<number> {
  let count = 0;
  // In one order, so that two who do so do not wait for each other in a ring.
  for (const id of [...new Set(postIds)].sort((a, b) => a - b)) {
    const changed = await changeRow(
      { id },
      async (row) => {
        const isElsewhere = from !== undefined && row.seriesId !== from;
        if (row.seriesId === seriesId || isElsewhere) return { status: 'unchanged' } as const;
        await tx.update(posts).set({ seriesId }).where(eq(posts.id, id));
        return undefined;
      },
      { tx, touch, now, personId },
    );
    if (changed.status === 'changed') count += 1;
  }
  return count;
}

/** Deletes a series; its posts stay. Null where there is none. */
export async function deleteSeries(
  id: number,
  db: Database,
  options: WriteOptions = {},
): Promise<DeletedSeries | null> {
  return changePages(db, async (tx, touch) => {
    const [row] = await tx.select().from(series).where(eq(series.id, id)).for('update');
    if (row === undefined) return null;
    const members = await tx.select({ id: posts.id }).from(posts).where(eq(posts.seriesId, id));
    const postIds = members.map((post) => post.id);
    const former = await tx
      .select({ slug: seriesFormerSlugs.slug })
      .from(seriesFormerSlugs)
      .where(eq(seriesFormerSlugs.seriesId, id));
    await movePosts(postIds, null, { tx, touch, ...options });
    await tx.delete(series).where(eq(series.id, id));
    touch([...tagsOf(id), cacheTags.redirects]);
    const { title, slug, summary } = row;
    return { title, slug, summary, postIds, formerSlugs: former.map((one) => one.slug) };
  });
}

/** Brings a deleted series back, with those of its posts that are in no other series by now. */
export async function restoreSeries(
  { postIds, formerSlugs, ...fields }: DeletedSeries,
  db: Database,
  options: WriteOptions = {},
): Promise<SavedSeries> {
  return changePages(db, async (tx, touch) => {
    const created = await insertSeries(fields, { tx, touch });
    if (created.status !== 'saved') return created;
    const { id } = created;
    const free = await tx
      .select({ id: posts.id })
      .from(posts)
      .where(and(inArray(posts.id, postIds), isNull(posts.seriesId)));
    const freeIds = free.map((post) => post.id);
    await movePosts(freeIds, id, { tx, touch, ...options });
    const taken = await tx
      .select({ slug: series.slug })
      .from(series)
      .where(inArray(series.slug, formerSlugs));
    const untaken = formerSlugs.filter((slug) => !taken.some((other) => other.slug === slug));
    if (untaken.length > 0)
      await tx
        .insert(seriesFormerSlugs)
        .values(untaken.map((slug) => ({ slug, seriesId: id })))
        .onConflictDoNothing();
    touch(tagsOf(id));
    return created;
  });
}
