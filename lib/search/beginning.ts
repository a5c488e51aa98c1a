// Where a search that finds very many begins to look: at the newest posts, about as many as are
// looked at. How many it would find in all, Postgres estimates from its statistics of words
// (https://wiki.postgresql.org/wiki/Count_estimate): to count them, or to count month by month,
// would take longer the more there are.
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { isListedInSearch } from '../posts/visibility';
import { type CompiledSearch, inYear, isFound } from './compile';
import type { SearchQuery } from './query';
import type { Since } from './types';

type Looked = { query: SearchQuery; condition: string; compiled: CompiledSearch; now: Date };

/**
 * Up to so many times as much is counted after all: words that always come together, such as one
 * and its beginning, Postgres takes for more than they are.
 */
const doubted = 3;

/** The month from which on there are about as many as are looked at; null to look at all. */
export async function findBeginning(
  most: number,
  { query, condition, compiled, now }: Looked,
  db: Database,
): Promise<Since | null> {
  // Who says where to begin is shown all from there on, however many.
  if (query.month !== null || compiled.from !== null) return null;
  const found = (range: Pick<CompiledSearch, 'from' | 'to'>) =>
    isFound(sql`${condition}::tsquery`, range, now);
  // The end of a range moves what is looked at, but hardly thins it.
  const expected = await estimate(found({ from: null, to: null }), db);
  if (expected <= most) return null;
  if (expected <= most * doubted && !(await isMoreThan(most, found(compiled), db))) return null;
  const since = await guess(most / expected, { query, compiled, now }, db);
  if (since === null) return null;
  // Of words of former years the newest posts have few: then all are looked at.
  const newest = sql`(${condition}::tsquery && ${marksSince(since, now)}::tsquery)`;
  const hasEnough = await isMoreThan(Math.floor(most / 2), isFound(newest, compiled, now), db);
  return hasEnough ? since : null;
}

/** Where a share of what is found begins, were it spread evenly. */
async function guess(
  share: number,
  { query, compiled, now }: Omit<Looked, 'condition'>,
  db: Database,
): Promise<Since | null> {
  if (query.year === null)
    return monthOfNewest(Math.ceil(share * compiled.size), compiled.to, now, db);
  const months = query.year === now.getUTCFullYear() ? now.getUTCMonth() + 1 : 12;
  return { year: query.year, month: months + 1 - Math.ceil(months * share) };
}

/** How many rows Postgres expects. */
async function estimate(where: SQL, db: Database): Promise<number> {
  const [row] = await db.execute<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    sql`explain (format json) select from post_search where ${where}`,
  );
  if (row === undefined) throw new Error('Postgres made no plan.');
  return row['QUERY PLAN'][0].Plan['Plan Rows'];
}

async function isMoreThan(count: number, where: SQL, db: Database): Promise<boolean> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (select from post_search where ${where} limit ${count + 1}) as counted`);
  return (row?.count ?? 0) > count;
}

/** The month of the oldest of so many newest posts, up to a day; null if there are fewer. */
async function monthOfNewest(
  count: number,
  to: CompiledSearch['to'],
  now: Date,
  db: Database,
): Promise<Since | null> {
  // The day's end anywhere on earth.
  const upTo = to === null ? sql`` : sql`and listed_at < ${to}::date + interval '2 days'`;
  const [row] = await db.execute<{ year: number; month: number }>(sql`
    select year, month from post_search where post_id = (
      select post_id from post_search where ${isListedInSearch(now)} ${upTo}
      order by listed_at desc, post_id desc offset ${count - 1} limit 1)`);
  return row ?? null;
}

/** All from a month on, as a tsquery. */
export function marksSince({ year, month }: Since, now: Date): string {
  const later = Array.from({ length: now.getUTCFullYear() + 1 - year }, (_, index) =>
    inYear(year + 1 + index),
  );
  const months = Array.from({ length: 13 - month }, (_, index) => `'/m:${month + index}'`);
  return `(${[`${inYear(year)} & (${months.join(' | ')})`, ...later].join(' | ')})`;
}
