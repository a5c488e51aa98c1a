import { expect, test } from 'vitest';
import { seriesWindow } from './window';

test.each([
  { length: 1, position: 0, start: 0, end: 1 },
  { length: 7, position: 6, start: 0, end: 7 },
  { length: 20, position: 0, start: 0, end: 7 },
  { length: 20, position: 3, start: 0, end: 7 },
  { length: 20, position: 4, start: 1, end: 8 },
  { length: 20, position: 19, start: 16, end: 20 },
])('$position of $length', ({ length, position, start, end }) => {
  expect(seriesWindow(length, position)).toEqual({ start, end });
});
