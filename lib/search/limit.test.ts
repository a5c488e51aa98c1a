import { expect, test } from 'vitest';
import { SearchLimit } from './limit';

const start = Date.UTC(2026, 0, 1);

/** How many of many searches at one moment are allowed. */
const allowedOf = (limit: SearchLimit, address: string, at: number) =>
  Array.from({ length: 200 }, () => limit.take(address, at)).filter((wait) => wait === 0).length;

test('120 at once, then two a second', () => {
  const limit = new SearchLimit();
  expect(allowedOf(limit, 'a', start)).toBe(120);
  expect(limit.take('a', start)).toBe(1);
  expect(allowedOf(limit, 'a', start + 5000)).toBe(10);
  expect(allowedOf(limit, 'a', start + 600_000)).toBe(120);
});

test('one address does not take from another', () => {
  const limit = new SearchLimit();
  allowedOf(limit, 'a', start);
  expect(limit.take('b', start)).toBe(0);
});
