// Days, months and years: what they hold, and which lie next to them.
import { and, asc, desc, eq, gte, lt, min, type SQL, sql } from 'drizzle-orm';
import { type Day, monthRange, splitDay, yearRange } from '../dates';
import { type Database, database } from '../db/client';
import { posts } from '../db/schema';
import { linkColumns } from '../posts/columns';
import { toLink } from '../posts/queries';
import type { PostLink } from '../posts/types';
import { isListed } from '../posts/visibility';
import { type KindCounts, sumCounts } from './counts';

type Range = { from: Day; before: Day };

const within = ({ from, before }: Range, now: Date): SQL | undefined =>
  and(gte(posts.publishedOn, from), lt(posts.publishedOn, before), isListed(now));

const count = sql<number>`count(*)::int`;

type DayCounts = { day: Day; counts: KindCounts };

/** Posts by kind on each day of a month that has any, in order. */
export async function countDays(
  year: number,
  month: number,
  now = new Date(),
  db = database(),
): Promise<DayCounts[]> {
  return countDaysWithin(monthRange(year, month), now, db);
}

async function countDaysWithin(range: Range, now: Date, db: Database): Promise<DayCounts[]> {
  const rows = await db
    .select({ day: posts.publishedOn, kind: posts.kind, count })
    .from(posts)
    .where(within(range, now))
    .groupBy(posts.publishedOn, posts.kind)
    .orderBy(asc(posts.publishedOn));
  const days = new Map<Day, KindCounts>();
  for (const row of rows) {
    if (row.day === null) continue;
    days.set(row.day, { ...days.get(row.day), [row.kind]: row.count });
  }
  return [...days].map(([day, counts]) => ({ day, counts }));
}

/** How many titles of entries a year shows of each month: all, but of the busiest months ever. */
export const titlesPerMonth = 200;

/** Where `counts` has more entries than there are `entries`, the rest is on the month's own page. */
export type MonthSummary = { month: number; counts: KindCounts; entries: PostLink[] };

/** The months of a year that have posts, with counts by kind and their first entries, in order. */
export async function summariseYear(
  year: number,
  now = new Date(),
  db = database(),
): Promise<MonthSummary[]> {
  const range = yearRange(year);
  const [days, entries] = await Promise.all([
    countDaysWithin(range, now, db),
    listFirstEntries(range, now, db),
  ]);
  const months = new Map<number, MonthSummary>();
  for (const { day, counts } of days) {
    const { month } = splitDay(day);
    const before = months.get(month) ?? { month, counts: {}, entries: [] };
    months.set(month, { ...before, counts: sumCounts([before.counts, counts]) });
  }
  for (const entry of entries) months.get(splitDay(entry.publishedOn).month)?.entries.push(entry);
  return [...months.values()];
}

/** The first entries of each month of a year. */
async function listFirstEntries({ from }: Range, now: Date, db: Database): Promise<PostLink[]> {
  const first = sql`months.first`;
  const entry = db
    .select(linkColumns)
    .from(posts)
    .where(
      and(
        gte(posts.publishedOn, sql`${first}::date`),
        lt(posts.publishedOn, sql`(${first} + interval '1 month')::date`),
        eq(posts.kind, 'entry'),
        isListed(now),
      ),
    )
    .orderBy(asc(posts.publishedOn), asc(posts.listedAt), asc(posts.id))
    .limit(titlesPerMonth)
    .as('entry');
  const { id, slug, publishedOn, publishedAt, displayTitle } = entry;
  const rows = await db
    .select({ id, slug, publishedOn, publishedAt, displayTitle })
    .from(
      sql`generate_series(${from}::timestamp, ${from}::timestamp + interval '11 months', interval '1 month') as months(first)`,
    )
    .crossJoinLateral(entry)
    .orderBy(asc(publishedOn), asc(publishedAt), asc(id));
  return rows.map(toLink);
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
