// Runs a search: what was found is counted and told apart in one pass over small rows, the best of
// it are ranked by their whole documents. Of very many only the newest years are looked at, and the
// outcome says so.
import { type SQL, sql } from 'drizzle-orm';
import { type Database, database } from '../db/client';
import { mostCounted, type Total } from '../posts/totals';
import { type CompiledSearch, compileSearch, inYear, isFound } from './compile';
import { type Facets, noFacets, tagsShown } from './facets';
import { isAsked, type SearchQuery } from './query';
import { idsOfPage } from './rank';

export type SearchOutcome = {
  total: Total;
  /** The first year that was looked at, where all years would have been too many. */
  since: number | null;
  facets: Facets;
  /** A page of posts by their ids, in order. */
  ids: number[];
  compiled: CompiledSearch;
};

/** A page of what a search finds, with the numbers beside it. Without anything asked the numbers alone. */
export async function runSearch(
  query: SearchQuery,
  now = new Date(),
  db: Database = database(),
  most = mostCounted,
): Promise<SearchOutcome> {
  const compiled = await compileSearch(query, now, db);
  const { condition } = compiled;
  if (condition === null) return { ...nothing, compiled };
  const isLarge = compiled.size > most * 0.75;
  const isTooMany =
    isLarge && (await isMoreThan(most, isFound(sql`${condition}::tsquery`, compiled, now), db));
  if (!isTooMany)
    return { ...(await look(query, condition, compiled, now, db)), since: null, compiled };
  const since = await firstYear(condition, compiled, { now, most }, db);
  const years = Array.from({ length: now.getUTCFullYear() + 2 - since }, (_, index) =>
    inYear(since + index),
  );
  const found = await look(query, `(${condition}) & (${years.join(' | ')})`, compiled, now, db);
  // All within a year that was asked for are all there are.
  if (query.year !== null) return { ...found, since: null, compiled };
  return { ...found, total: { count: most, isMore: true }, since, compiled };
}

const nothing = {
  total: { count: 0, isMore: false },
  since: null,
  facets: noFacets,
  ids: [] as number[],
};

async function isMoreThan(count: number, where: SQL, db: Database): Promise<boolean> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (select from post_search where ${where} limit ${count + 1}) as counted`);
  return (row?.count ?? 0) > count;
}

/** The latest year that, with all after it, has enough of what was found. */
async function firstYear(
  condition: string,
  compiled: CompiledSearch,
  { now, most }: { now: Date; most: number },
  db: Database,
): Promise<number> {
  const inSpan = sql`(${condition}::tsquery && ('''/y:' || span.year || '''')::tsquery)`;
  const inOne = sql`(select count(*) from post_search where ${isFound(inSpan, compiled, now)})`;
  const [row] = await db.execute<{ year: number }>(sql`
    with recursive spans(year, later, counted) as (
      select span.year, 0::bigint, ${inOne} from (select ${now.getUTCFullYear() + 1}::int as year) as span
      union all
      select span.year, span.later, ${inOne}
      from (select spans.year - 1 as year, spans.later + spans.counted as later from spans
        where spans.later + spans.counted < ${most} and spans.year > (select min(year) from post_search)) as span
    )
    select min(year)::int as year from spans`);
  if (row === undefined) throw new Error('No year has what was found.');
  return row.year;
}

type Looked = Pick<SearchOutcome, 'total' | 'facets' | 'ids'>;

async function look(
  query: SearchQuery,
  condition: string,
  compiled: CompiledSearch,
  now: Date,
  db: Database,
): Promise<Looked> {
  const chosen = sql`${sql.param(compiled.tags.map(({ id }) => id))}::int[]`;
  const [row] = await db.execute<{ ids: number[] } & Facets>(sql`
    with found as materialized (
      select post_id, listed_at, kind, beat_type, year, month, tag_ids, title_key, head
      from post_search where ${isFound(sql`${condition}::tsquery`, compiled, now)}
    ), tag_counts as (
      select tag_id, count(*)::int as count from (select unnest(tag_ids) as tag_id from found) as tagged
      where tag_id <> all(${chosen}) group by tag_id order by count desc, tag_id limit ${tagsShown}
    )
    select (select coalesce(json_agg(counted order by count desc, kind, "beatType"), '[]') from
        (select kind, beat_type as "beatType", count(*)::int from found group by kind, beat_type) as counted) as kinds,
      (select coalesce(json_agg(counted order by year), '[]') from
        (select year, count(*)::int from found group by year) as counted) as years,
      (select coalesce(json_agg(counted order by month), '[]') from
        (select month, count(*)::int from found where ${query.year !== null}::bool group by month) as counted) as months,
      (select coalesce(json_agg(counted order by count desc, slug), '[]') from
        (select id, slug, name, count from tag_counts join tags on tags.id = tag_id) as counted) as tags,
      ${isAsked(query) ? idsOfPage(query, compiled) : sql`array[]::int[]`} as ids`);
  if (row === undefined) throw new Error('A search gave no answer.');
  const { ids, ...facets } = row;
  const count = facets.kinds.reduce((sum, kind) => sum + kind.count, 0);
  return { total: { count, isMore: false }, facets, ids };
}
