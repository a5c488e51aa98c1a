// What the sitemap lists. When a month or a tag changed last the write has kept, with the cache tag
// that it touched; before the first change it is when the newest post came.
import { and, asc, eq, gte, like, lt, type SQL, sql } from 'drizzle-orm';
import { cacheTags, sitemapMonthPrefix, tagPrefix } from '../cache-tags';
import { monthRange } from '../dates';
import { type Database, database } from '../db/client';
import { cacheInvalidations, posts, series } from '../db/schema';
import { isListed, isListedTagging } from '../posts/visibility';
import type { SitemapPart } from '../route-urls';
import { maxFileEntries } from './xml';

export type DatedSlug = { slug: string; changedAt: Date };
export type DatedPart = { part: SitemapPart; changedAt: Date | null };

/** Cache tags with a beginning, and when each was touched last. */
async function listTouched(where: SQL, db: Database): Promise<Map<string, Date>> {
  const rows = await db
    .select({ tag: cacheInvalidations.tag, at: cacheInvalidations.at })
    .from(cacheInvalidations)
    .where(where);
  return new Map(rows.map(({ tag, at }) => [tag, at]));
}

const later = (one: Date, other: Date | undefined) => (other && other > one ? other : one);

/** How many files hold so many entries. */
const filesOf = (entries: number) => Math.ceil(entries / maxFileEntries);

/** The files of the months that have public posts, the newest first. */
export async function listMonthParts(now = new Date(), db = database()): Promise<DatedPart[]> {
  const [months, touched] = await Promise.all([
    db
      .select({
        month: sql<string>`to_char(${posts.publishedOn}, 'YYYY-MM')`.as('month'),
        count: sql<number>`count(*)::int`,
        newest: sql`max(${posts.listedAt})`.mapWith(posts.listedAt),
      })
      .from(posts)
      .where(isListed(now))
      .groupBy(sql`month`)
      .orderBy(sql`month desc`),
    listTouched(like(cacheInvalidations.tag, `${sitemapMonthPrefix}%`), db),
  ]);
  return months.flatMap(({ month, count, newest }) =>
    Array.from({ length: filesOf(count) }, (_, index) => ({
      part: { of: month, number: index + 1 },
      changedAt: later(newest, touched.get(cacheTags.sitemapMonth(month))),
    })),
  );
}

/** The public posts of a piece of a month, by day; `month` is `2026-01`. */
export async function listMonthPosts(
  { of: month, number }: SitemapPart,
  now = new Date(),
  db = database(),
): Promise<(DatedSlug & { publishedOn: string })[]> {
  const { from, before } = monthRange(Number(month.slice(0, 4)), Number(month.slice(5)));
  const rows = await db
    .select({
      slug: posts.slug,
      publishedOn: posts.publishedOn,
      // A scheduled post was written before there was a page of it.
      changedAt: sql`greatest(${posts.updatedAt}, ${posts.listedAt})`.mapWith(posts.updatedAt),
    })
    .from(posts)
    .where(and(gte(posts.publishedOn, from), lt(posts.publishedOn, before), isListed(now)))
    .orderBy(asc(posts.publishedOn), asc(posts.listedAt), asc(posts.id))
    .limit(maxFileEntries)
    .offset((number - 1) * maxFileEntries);
  return rows.flatMap(({ publishedOn, ...row }) => (publishedOn ? [{ ...row, publishedOn }] : []));
}

/** The tags of a piece that public posts have, in alphabetical order. */
export async function listTagPages(
  number: number,
  now = new Date(),
  db = database(),
): Promise<DatedSlug[]> {
  const [rows, touched] = await Promise.all([
    db.execute<{ id: number; slug: string; newest: string }>(sql`
      select tags.id, tags.slug, newest.listed_at as newest
      from tags cross join lateral (
        select listed_at from post_tags
        where tag_id = tags.id and ${isListedTagging(now)}
        order by listed_at desc limit 1
      ) as newest
      order by tags.slug
      limit ${maxFileEntries} offset ${(number - 1) * maxFileEntries}`),
    listTouched(like(cacheInvalidations.tag, `${tagPrefix}%`), db),
  ]);
  return rows.map(({ id, slug, newest }) => ({
    slug,
    changedAt: later(new Date(newest), touched.get(cacheTags.tag(id))),
  }));
}

/** The files of the tags. */
export async function listTagParts(now = new Date(), db = database()): Promise<DatedPart[]> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from tags
    where published_count > 0 or exists (
      select 1 from post_tags where tag_id = tags.id and ${isListedTagging(now)})`);
  const touched = await listTouched(eq(cacheInvalidations.tag, cacheTags.sitemapTags), db);
  return Array.from({ length: filesOf(row?.count ?? 0) }, (_, index) => ({
    part: { of: 'tags', number: index + 1 },
    changedAt: touched.get(cacheTags.sitemapTags) ?? null,
  }));
}

/** The slugs of the series that have public posts. */
export async function listSeriesPages(now = new Date(), db = database()): Promise<string[]> {
  const rows = await db
    .select({ slug: series.slug })
    .from(series)
    .where(
      sql`exists (select 1 from ${posts} where ${posts.seriesId} = ${series.id} and ${isListed(now)})`,
    )
    .orderBy(asc(series.slug));
  return rows.map((row) => row.slug);
}
