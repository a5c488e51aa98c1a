// Days, months and years: what they hold, and which lie next to them.
import { and, asc, desc, eq, gte, lt, min, type SQL, sql } from 'drizzle-orm';
import { type Day, monthRange, splitDay, yearRange } from '../dates';
import { type Database, database } from '../db/client';
import { posts } from '../db/schema';
import { linkColumns } from '../posts/columns';
import { toLink } from '../posts/queries';
import type { PostLink } from '../posts/types';
import { isListed } from '../posts/visibility';
import type { KindCounts } from './counts';

type Range = { from: Day; before: Day };

const within = ({ from, before }: Range, now: Date): SQL | undefined =>
  and(gte(posts.publishedOn, from), lt(posts.publishedOn, before), isListed(now));

const count = sql<number>`count(*)::int`;

/** Posts by kind on each day of a month that has any, in order. */
export async function countDays(
  year: number,
  month: number,
  now = new Date(),
  db = database(),
): Promise<{ day: Day; counts: KindCounts }[]> {
  const rows = await db
    .select({ day: posts.publishedOn, kind: posts.kind, count })
    .from(posts)
    .where(within(monthRange(year, month), now))
    .groupBy(posts.publishedOn, posts.kind)
    .orderBy(asc(posts.publishedOn));
  const days = new Map<Day, KindCounts>();
  for (const row of rows) {
    if (row.day === null) continue;
    days.set(row.day, { ...days.get(row.day), [row.kind]: row.count });
  }
  return [...days].map(([day, counts]) => ({ day, counts }));
}

export type MonthSummary = { month: number; counts: KindCounts; entries: PostLink[] };

/** The months of a year that have posts, with counts by kind and their entries, in order. */
export async function summariseYear(
  year: number,
  now = new Date(),
  db = database(),
): Promise<MonthSummary[]> {
  const range = within(yearRange(year), now);
  const month = sql<number>`extract(month from ${posts.publishedOn})::int`;
  const [counted, entries] = await Promise.all([
    db
      .select({ month, kind: posts.kind, count })
      .from(posts)
      .where(range)
      .groupBy(month, posts.kind),
    db
      .select(linkColumns)
      .from(posts)
      .where(and(range, eq(posts.kind, 'entry')))
      .orderBy(asc(posts.publishedOn), asc(posts.listedAt), asc(posts.id)),
  ]);
  const months = new Map<number, MonthSummary>();
  for (const row of counted) {
    const summary = months.get(row.month) ?? { month: row.month, counts: {}, entries: [] };
    summary.counts[row.kind] = row.count;
    months.set(row.month, summary);
  }
  for (const entry of entries.map(toLink))
    months.get(splitDay(entry.publishedOn).month)?.entries.push(entry);
  return [...months.values()].sort((a, b) => a.month - b.month);
}

/** The nearest days with posts before and after a range of days. */
export async function nearestDays(
  { from, before }: Range,
  now = new Date(),
  db = database(),
): Promise<{ earlier: Day | null; later: Day | null }> {
  const [earlier, later] = await Promise.all([
    firstDay(and(lt(posts.publishedOn, from), isListed(now)), desc(posts.publishedOn), db),
    firstDay(and(gte(posts.publishedOn, before), isListed(now)), asc(posts.publishedOn), db),
  ]);
  return { earlier, later };
}

async function firstDay(where: SQL | undefined, order: SQL, db: Database): Promise<Day | null> {
  const [row] = await db
    .select({ day: posts.publishedOn })
    .from(posts)
    .where(where)
    .orderBy(order)
    .limit(1);
  return row?.day ?? null;
}

/** The years that have posts, in order. One index probe a year, however many posts there are. */
export async function listYears(now = new Date(), db = database()): Promise<number[]> {
  const rows = await db.execute<{ year: number }>(sql`
    with recursive years(day) as (
      (${db
        .select({ day: min(posts.publishedOn) })
        .from(posts)
        .where(isListed(now))})
      union all
      select (${db
        .select({ day: min(posts.publishedOn) })
        .from(posts)
        .where(
          and(
            gte(posts.publishedOn, sql`make_date(extract(year from years.day)::int + 1, 1, 1)`),
            isListed(now),
          ),
        )})
      from years where years.day is not null
    )
    select extract(year from day)::int as year from years where day is not null`);
  return rows.map((row) => row.year);
}
