import { describe, expect, test } from 'vitest';
import { zipfRank } from './zipf';

const draws = 100_000;
const count = 20_000;

/** Even draws from [0, 1): what a perfect random source gives in the long run. */
const ranks = Array.from({ length: draws }, (_, index) => zipfRank((index + 0.5) / draws, count));
const drawn = new Map<number, number>();
for (const rank of ranks) drawn.set(rank, (drawn.get(rank) ?? 0) + 1);
const shareOf = (rank: number) => (drawn.get(rank) ?? 0) / draws;

describe('the distribution of tags', () => {
  test('ranks stay within 1 and the number of tags', () => {
    expect(zipfRank(0, count)).toBe(1);
    expect(zipfRank(0.999_999_999, count)).toBe(count);
    expect(Math.min(...ranks)).toBe(1);
    expect(Math.max(...ranks)).toBe(count);
  });

  test('the commonest stand to each other as in a real archive', () => {
    expect(shareOf(1)).toBeGreaterThan(0.03);
    expect(shareOf(1)).toBeLessThan(0.05);
    expect(shareOf(1) / shareOf(10)).toBeGreaterThan(3);
    expect(shareOf(1) / shareOf(10)).toBeLessThan(5);
    expect(shareOf(1) / shareOf(60)).toBeGreaterThan(15);
  });

  test('most are rare', () => {
    const rare = ranks.filter((rank) => rank > 1000).length;
    expect(rare / draws).toBeGreaterThan(0.25);
    expect(drawn.size).toBeGreaterThan(5000);
  });
});
