/** A count as it is shown: `14`, `1,000+`. */
export function boundedCount({ count, isMore }: { count: number; isMore: boolean }): string {
  return `${count.toLocaleString('en')}${isMore ? '+' : ''}`;
}
