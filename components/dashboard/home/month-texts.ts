// What the chart of months says in words.
import { type KindCounts, sumCounts, totalOf } from '@/lib/archive/counts';
import { formatMonth } from '@/lib/dates';
import { formatCount } from '@/lib/languages';
import type { MonthCounts } from '@/lib/overview/months';
import { kinds, postKinds } from '@/lib/posts/kinds';

const posts = (count: number, locale: string) =>
  `${formatCount(count, locale)} ${count === 1 ? 'post' : 'posts'}`;

/** `3 entries, 20 links`; `no posts`. */
export function kindsInWords(counts: KindCounts, locale: string): string {
  const parts = postKinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    if (count === 0) return [];
    return [
      `${formatCount(count, locale)} ${count === 1 ? kinds[kind].label : kinds[kind].plural}`,
    ];
  });
  return parts.join(', ') || 'no posts';
}

export const monthName = ({ year, month }: MonthCounts, locale: string) =>
  formatMonth(year, month, locale);

/** All that the chart shows in a sentence or two. */
export function chartInWords(months: MonthCounts[], locale: string): string {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return '';
  const sum = sumCounts(months.map(({ counts }) => counts));
  const most = months.reduce((best, one) =>
    totalOf(one.counts) > totalOf(best.counts) ? one : best,
  );
  const span = `From ${monthName(first, locale)} to ${monthName(last, locale)}`;
  const total = totalOf(sum);
  if (total === 0) return `${span}: no posts.`;
  const peak = `${monthName(most, locale)} has most, ${posts(totalOf(most.counts), locale)}`;
  return `${span}: ${posts(total, locale)}; ${kindsInWords(sum, locale)}. ${peak}.`;
}
