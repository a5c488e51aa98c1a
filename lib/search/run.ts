// Runs a search: what is found is counted and told apart in one pass over small rows, and the best of
// it are ranked by their whole documents. The two do not need each other, so that a caller may ask
// for both at once.
import { sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { mostCounted, type Total } from '../posts/totals';
import { findBeginning, marksSince } from './beginning';
import { type CompiledSearch, compileSearch, isFound } from './compile';
import { type Facets, noFacets, tagsShown } from './facets';
import { isAsked, type SearchQuery } from './query';
import { idsOfPage } from './rank';
import type { Since } from './types';

/** A search that is ready to run. */
export type SearchPlan = {
  query: SearchQuery;
  compiled: CompiledSearch;
  /** Where it looks, as a tsquery; null when nothing can be found. */
  condition: string | null;
  /** Set where all would be too many to look at. */
  since: Since | null;
  /** Set with `since`: how many are said to be found at most, and more. */
  moreThan: number | null;
  now: Date;
};

/** Postgres' own count of the rows may be a tenth behind before it counts again (autovacuum). */
const trustedShare = 0.9;

/** Makes up its mind where a search looks. Of very many finds it takes the newest only. */
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
  const since = await findBeginning(most, { query, condition, compiled, now }, db);
  if (since === null) return plan;
  const newest = `(${condition}) & ${marksSince(since, now)}`;
  return { ...plan, condition: newest, since, moreThan: most };
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
    plan.moreThan === null
      ? { count, isMore: false }
      : { count: Math.min(count, plan.moreThan), isMore: true };
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
