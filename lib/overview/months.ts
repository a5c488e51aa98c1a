// How many posts of each kind the last months have.
import { and, gte, sql } from 'drizzle-orm';
import type { KindCounts } from '../archive/counts';
import { type Day, dayInZone, dayOf, splitDay } from '../dates';
import { database } from '../db/client';
import { posts } from '../db/schema';
import { isListed } from '../posts/visibility';

export type MonthCounts = { year: number; month: number; counts: KindCounts };

/** The last months to the present one, also those without posts, oldest first. */
export async function countLastMonths(
  length: number,
  timeZone: string,
  now = new Date(),
  db = database(),
): Promise<MonthCounts[]> {
  const months = lastMonths(length, dayInZone(now, timeZone));
  const [first] = months;
  if (first === undefined) return [];
  // Days, not months, are counted: that is the order of the index, and folding them is nothing.
  const rows = await db
    .select({ day: posts.publishedOn, kind: posts.kind, count: sql<number>`count(*)::int` })
    .from(posts)
    .where(and(gte(posts.publishedOn, dayOf(first.year, first.month, 1)), isListed(now)))
    .groupBy(posts.publishedOn, posts.kind);
  const byMonth = new Map(months.map((one) => [keyOf(one), one]));
  for (const { day, kind, count } of rows) {
    const month = day === null ? undefined : byMonth.get(keyOf(splitDay(day)));
    if (month) month.counts[kind] = (month.counts[kind] ?? 0) + count;
  }
  return months;
}

const keyOf = ({ year, month }: { year: number; month: number }) => year * 12 + month;

function lastMonths(length: number, today: Day): MonthCounts[] {
  const { year, month } = splitDay(today);
  const last = year * 12 + month - 1;
  return Array.from({ length }, (_, index) => {
    const number = last - length + 1 + index;
    return { year: Math.floor(number / 12), month: (number % 12) + 1, counts: {} };
  });
}
