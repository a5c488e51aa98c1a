import { expect, test } from 'vitest';
import { type Candidate, frontPageLength } from './front-page';

const many = (count: number, kind: string, hasNote = false): Candidate[] =>
  Array.from({ length: count }, () => ({ kind, hasNote }));

test.each([
  { name: 'an empty site', candidates: [], length: 0 },
  { name: 'thirty of the heavy kinds', candidates: many(40, 'note'), length: 30 },
  { name: 'bare beats weigh a fifth', candidates: many(200, 'beat'), length: 150 },
  { name: 'beats with a note weigh 0.8', candidates: many(60, 'beat', true), length: 37 },
  {
    name: 'it stops before the budget is passed, not at the first that would fit',
    candidates: [
      ...many(29, 'entry'),
      ...many(1, 'beat', true),
      ...many(1, 'entry'),
      ...many(9, 'beat'),
    ],
    length: 30,
  },
  { name: 'no more than the candidates', candidates: many(500, 'beat'), length: 150 },
])('$name', ({ candidates, length }) => {
  expect(frontPageLength(candidates)).toBe(length);
});
