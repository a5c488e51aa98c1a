import { describe, expect, test } from 'vitest';
import { mostSlips, slipsBetween, swaps } from './spelling';

describe('slips between words', () => {
  test.each([
    ['python', 'python', 0],
    ['python', 'pyton', 1],
    ['python', 'pythhon', 1],
    ['python', 'pythan', 1],
    ['python', 'pyhton', 1],
    ['python', 'pyhtn', 2],
    ['', 'abc', 3],
    ['𝒳y', 'y𝒳', 1],
  ])('%s, %s: %i', (one, other, slips) => {
    expect(slipsBetween(one, other)).toBe(slips);
    expect(slipsBetween(other, one)).toBe(slips);
  });
});

test.each([
  ['of', 0],
  ['rust', 1],
  ['python', 2],
])('%s may hold %i', (word, slips) => {
  expect(mostSlips(word)).toBe(slips);
});

test('neighbours swapped', () => {
  expect(swaps('abbc')).toEqual(['babc', 'abcb']);
  expect(swaps('a')).toEqual([]);
});
