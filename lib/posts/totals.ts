// How many posts a list has. What a page says of it must not take longer the more there are, so
// counting stops somewhere. Pure.
import { formatCount } from '../languages';
import { maxListPage } from '../urls';
import { pageSize } from './types';

/** How many posts are counted at most, where no count is kept. */
export const mostCounted = 20_000;

export type Total = {
  count: number;
  /** Whether there are more, which nobody has counted. */
  isMore: boolean;
};

/** What a count of up to one more than `mostCounted` says. */
export function toTotal(counted: number): Total {
  return { count: Math.min(counted, mostCounted), isMore: counted > mostCounted };
}

/** `1,275`, or `More than 20,000`. */
export function formatTotal({ count, isMore }: Total, locale: string): string {
  const number = formatCount(count, locale);
  return isMore ? `More than ${number}` : number;
}

/** How many pages lead through a list; those after the last that may be asked for do not count. */
export function pagesOf({ count }: Total): number {
  return Math.min(maxListPage, Math.ceil(count / pageSize));
}
