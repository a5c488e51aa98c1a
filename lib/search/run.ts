// Runs a search: what is found is counted and told apart in one pass over small rows, and the best of
// it are ranked by their whole documents. The two do not need each other, so that a caller may ask
// for both at once.
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { mostCounted, type Total } from '../posts/totals';
import { type CompiledSearch, compileSearch, inYear, isFound } from './compile';
import { type Facets, noFacets, tagsShown } from './facets';
import { isAsked, type SearchQuery } from './query';
import { idsOfPage } from './rank';

/** A search that is ready to run. */
export type SearchPlan = {
  query: SearchQuery;
  compiled: CompiledSearch;
  /** Where it looks, as a tsquery; null when nothing can be found. */
  condition: string | null;
  /** The first year that is looked at, where all years would be too many. */
  since: number | null;
  /** Set where more is found than is looked at: this many, and more. */
  moreThan: number | null;
  now: Date;
};

/** Postgres' own count of the rows may be a tenth behind before it counts again (autovacuum). */
const trustedShare = 0.9;

/** Makes up its mind where a search looks. Of very many finds it takes the newest years only. */
export async function planSearch(
  query: SearchQuery,
  now: Date,
  db: Database,
  most = mostCounted,
): Promise<SearchPlan> {
  const compiled = await compileSearch(query, now, db);
  const { condition } = compiled;
  const plan = { query, compiled, condition, since: null, moreThan: null, now };
  if (condition === null || compiled.size <= most * trustedShare) return plan;
  const found = isFound(sql`${condition}::tsquery`, compiled, now);
  if (!(await isMoreThan(most, found, db))) return plan;
  const since = await firstYear(condition, compiled, { now, most }, db);
  const years = Array.from({ length: now.getUTCFullYear() + 2 - since }, (_, index) =>
    inYear(since + index),
  );
  const newest = { ...plan, condition: `(${condition}) & (${years.join(' | ')})` };
  // All within a year that was asked for are all there are.
  return query.year === null ? { ...newest, since, moreThan: most } : newest;
}

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

export type Counted = { total: Total; facets: Facets };

/** How much a search finds, told apart. */
export async function countFound(plan: SearchPlan, db: Database): Promise<Counted> {
  const { query, compiled, condition } = plan;
  if (condition === null) return { total: { count: 0, isMore: false }, facets: noFacets };
  const chosen = compiled.tags.map(({ id }) => id);
  const [facets] = await db.execute<Facets>(sql`
    with found as materialized (select kind, beat_type, year, month, tag_ids ${foundBy(plan, condition)}),
    counted as materialized (
      select kind, beat_type as "beatType", year, month, count(*)::int as count, grouping(kind, year, month) as set
      from found group by grouping sets ((kind, beat_type), (year), (month))
    ), tag_counts as (
      select tag_id, count(*)::int as count from (select unnest(tag_ids) as tag_id from found) as tagged
      group by tag_id order by count desc, tag_id limit ${tagsShown + chosen.length}
    )
    select (select coalesce(json_agg(json_build_object('kind', kind, 'beatType', "beatType", 'count', count)
        order by count desc, kind, "beatType"), '[]') from counted where set = 3) as kinds,
      (select coalesce(json_agg(json_build_object('year', year, 'count', count) order by year), '[]')
        from counted where set = 5) as years,
      (select coalesce(json_agg(json_build_object('month', month, 'count', count) order by month), '[]')
        from counted where set = 6 and ${query.year !== null}::bool) as months,
      (select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name, 'count', count)
        order by count desc, slug), '[]') from (
          select id, slug, name, count from tag_counts join tags on tags.id = tag_id
          where tag_id <> all(${sql.param(chosen)}::int[]) order by count desc, tag_id limit ${tagsShown}) as shown) as tags`);
  if (facets === undefined) throw new Error('A search gave no answer.');
  const count = facets.kinds.reduce((sum, kind) => sum + kind.count, 0);
  const total =
    plan.moreThan === null ? { count, isMore: false } : { count: plan.moreThan, isMore: true };
  return { total, facets };
}

/** The ids of a page of what a search finds, in order; none where nothing is asked. */
export async function findPage(plan: SearchPlan, db: Database): Promise<number[]> {
  const { query, compiled, condition } = plan;
  if (condition === null || !isAsked(query)) return [];
  const [row] = await db.execute<{ ids: number[] }>(sql`
    with found as materialized (select post_id, listed_at, title_key, head ${foundBy(plan, condition)})
    select ${idsOfPage(query, compiled)} as ids`);
  return row?.ids ?? [];
}

const foundBy = ({ compiled, now }: SearchPlan, condition: string) =>
  sql`from post_search where ${isFound(sql`${condition}::tsquery`, compiled, now)}`;
