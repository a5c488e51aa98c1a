import { beforeEach, expect, test } from 'vitest';
import { rateLimits } from '../db/schema';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { countAttempt, forgetAttempts } from './rate-limit';

const { db } = testDatabase();
const limit = { key: 'try', most: 3, windowMs: 60_000 };
const later = (ms: number) => new Date(now.getTime() + ms);

beforeEach(async () => {
  await db().delete(rateLimits);
});

test('allows so many in a window, which begins with the first', async () => {
  const answers = [];
  for (const ms of [0, 10_000, 20_000, 30_000, 59_999, 60_000])
    answers.push((await countAttempt(limit, db(), later(ms))).until);
  expect(answers).toEqual([null, null, null, later(60_000), later(60_000), null]);
});

test('lets no more through when many come at a time', async () => {
  const attempts = await Promise.all(
    Array.from({ length: 20 }, () => countAttempt(limit, db(), now)),
  );
  expect(attempts.filter(({ until }) => until === null)).toHaveLength(3);
});

test('counts each key by itself, and forgets one on request', async () => {
  for (let count = 0; count < 4; count += 1) await countAttempt(limit, db(), now);
  expect((await countAttempt({ ...limit, key: 'other' }, db(), now)).until).toBeNull();
  await forgetAttempts(['try'], db());
  expect((await countAttempt(limit, db(), now)).count).toBe(1);
});

test('keeps nothing for ever', async () => {
  await countAttempt(limit, db(), now);
  await countAttempt({ ...limit, key: 'other' }, db(), later(120_000));
  expect(await db().$count(rateLimits)).toBe(1);
});
