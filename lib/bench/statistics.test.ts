import { describe, expect, test } from 'vitest';
import { median, percentile, summarise } from './statistics';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

describe('statistics', () => {
  test.each([
    { share: 0, value: 1 },
    { share: 0.5, value: 50 },
    { share: 0.95, value: 95 },
    { share: 0.991, value: 100 },
    { share: 1, value: 100 },
  ])('percentile $share of 1 to 100', ({ share, value }) => {
    expect(percentile(hundred, share)).toBe(value);
  });

  test.each([
    { values: [7], middle: 7 },
    { values: [3, 1, 2], middle: 2 },
    { values: [4, 1, 2, 3], middle: 2.5 },
  ])('median of $values', ({ values, middle }) => {
    expect(median(values)).toBe(middle);
  });

  test('a summary leaves the values as they were', () => {
    const values = [30, 10, 20];
    expect(summarise(values)).toEqual({ count: 3, p50: 20, p95: 30, p99: 30, max: 30 });
    expect(values).toEqual([30, 10, 20]);
  });

  test('of nothing there is nothing to say', () => {
    expect(() => percentile([], 0.5)).toThrow();
    expect(() => median([])).toThrow();
  });
});
