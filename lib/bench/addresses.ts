// Addresses to ask for: read from the database, distinct, in an order that is the same every time.
import { type SQL, sql } from 'drizzle-orm';
import { type Day, splitDay } from '../dates';
import type { Database } from '../db/client';
import { urls } from '../urls';

const listed = sql`listed_at <= now()`;
/** Mixed, but not by chance. */
const mixed = (column: SQL) => sql`hashint8(${column})`;

export async function postPaths(count: number, database: Database): Promise<string[]> {
  const rows = await database.execute<{ day: Day; slug: string }>(sql`
    select published_on::text as day, slug from posts where ${listed}
    order by ${mixed(sql`id`)} limit ${count}`);
  return rows.map(({ day, slug }) => urls.post({ publishedOn: day, slug }));
}

/** Every post's path, in order, in portions. */
export async function* allPostPaths(database: Database): AsyncGenerator<string[]> {
  for (let after = 0; ; ) {
    const rows = await database.execute<{ id: number; day: Day; slug: string }>(sql`
      select id, published_on::text as day, slug from posts
      where ${listed} and id > ${after} order by id limit 1000`);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    yield rows.map(({ day, slug }) => urls.post({ publishedOn: day, slug }));
  }
}

export async function listDays(count: number, database: Database): Promise<Day[]> {
  const rows = await database.execute<{ day: Day }>(sql`
    select day::text as day from (select distinct published_on as day from posts where ${listed}) days
    order by ${mixed(sql`(day - date '1970-01-01')`)} limit ${count}`);
  return rows.map(({ day }) => day);
}

export const dayPaths = async (count: number, database: Database): Promise<string[]> =>
  (await listDays(count, database)).map(urls.day);

export async function monthPaths(count: number, database: Database): Promise<string[]> {
  const rows = await database.execute<{ day: Day }>(sql`
    select day::text as day from
      (select distinct date_trunc('month', published_on)::date as day from posts where ${listed}) months
    order by ${mixed(sql`(day - date '1970-01-01')`)} limit ${count}`);
  return rows.map(({ day }) => {
    const { year, month } = splitDay(day);
    return urls.month(year, month);
  });
}

export async function yearPaths(database: Database): Promise<string[]> {
  const rows = await database.execute<{ year: number }>(sql`
    select distinct extract(year from published_on)::int as year from posts where ${listed}`);
  return rows.map(({ year }) => urls.year(year));
}

export type LargeTag = { slug: string; name: string; count: number };

/** The tag whose number of posts is nearest to 2,000. */
export async function tagOfTwoThousand(database: Database): Promise<LargeTag> {
  const [row] = await database.execute<LargeTag>(sql`
    select slug, name, published_count as count from tags
    order by abs(published_count - 2000), slug limit 1`);
  if (row === undefined) throw new Error('No post has a tag.');
  return row;
}

/** The tag with the most posts, but for one. */
export async function topTag(
  database: Database,
  { except }: { except: LargeTag },
): Promise<LargeTag> {
  const [row] = await database.execute<LargeTag>(sql`
    select slug, name, published_count as count from tags where slug <> ${except.slug}
    order by published_count desc, slug limit 1`);
  if (row === undefined) throw new Error('There is only one tag.');
  return row;
}

export async function tagPaths(count: number, database: Database): Promise<string[]> {
  const rows = await database.execute<{ slug: string }>(sql`
    select slug from tags where published_count > 0 order by ${mixed(sql`id`)} limit ${count}`);
  return rows.map(({ slug }) => urls.tag(slug));
}

/** Pairs of tags that stand together somewhere, the larger tags first. */
export async function intersectionPaths(count: number, database: Database): Promise<string[]> {
  const rows = await database.execute<{ one: string; other: string }>(sql`
    with large as (select id, slug, published_count from tags order by published_count desc limit 60)
    select one.slug as one, other.slug as other
    from large one join large other on one.slug < other.slug
    where exists (select 1 from post_tags a join post_tags b on a.post_id = b.post_id
      where a.tag_id = one.id and b.tag_id = other.id and a.listed_at <= now())
    order by one.published_count + other.published_count desc, one.slug, other.slug limit ${count}`);
  return rows.map(({ one, other }) => urls.tag([one, other]));
}
