import { expect, test } from 'vitest';
import { z } from 'zod';
import { randomUuid } from './uuid';

test('names are uuids, and no two are the same', () => {
  const made = Array.from({ length: 100 }, randomUuid);
  expect(made.every((name) => z.uuidv4().safeParse(name).success)).toBe(true);
  expect(new Set(made).size).toBe(100);
});
