import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { people, rateLimits } from '../db/schema';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { hashPassword } from './password';
import { delayAfter, inMinutes, trySignIn } from './sign-in';

const { db } = testDatabase();
const password = 'a sentence to sign in with';
const email = 'ada@example.org';
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const attempt = (over = {}, at = now) =>
  trySignIn({ email, password, address: '192.0.2.1', ...over }, db(), at);
const guess = (over = {}, at = now) => attempt({ password: 'a guess', ...over }, at);

beforeAll(async () => {
  const passwordHash = await hashPassword(password);
  await db()
    .insert(people)
    .values({ name: 'Ada', slug: 'ada', email, role: 'owner', passwordHash });
});

beforeEach(async () => {
  await db().delete(rateLimits);
});

test('the right password lets in, however the address is written', async () => {
  expect(await attempt({ email: ' Ada@Example.org ' })).toMatchObject({ status: 'ok' });
  expect(await guess()).toEqual({ status: 'wrong' });
  for (const other of ['bob@example.org', 'bob\0@example.org', '\0', ''])
    expect(await attempt({ email: other })).toEqual({ status: 'wrong' });
});

test.each([
  { name: 'deactivated', change: { deactivatedAt: now } },
  { name: 'without a role', change: { role: null } },
  { name: 'without a password', change: { passwordHash: null } },
])('a person $name does not come in', async ({ change }) => {
  const [before] = await db().select().from(people).where(eq(people.email, email));
  await db().update(people).set(change);
  expect(await attempt()).toEqual({ status: 'wrong' });
  await db()
    .update(people)
    .set({ deactivatedAt: null, role: 'owner', passwordHash: before?.passwordHash });
});

describe('guessing', () => {
  test('is stopped where it comes from, and goes on when the time is over', async () => {
    for (let count = 0; count < 5; count += 1) await guess();
    expect(await attempt()).toEqual({ status: 'limited', until: later(15) });
    expect(await attempt({}, later(15))).toMatchObject({ status: 'ok' });
  });

  test('from one address does not lock out the same person at another', async () => {
    for (let count = 0; count < 10; count += 1) await guess();
    expect(await attempt({ address: '198.51.100.7' })).toMatchObject({ status: 'ok' });
  });

  test('from many addresses makes answers late, and locks nobody out', async () => {
    for (let count = 0; count < 20; count += 1) await guess({ address: `198.51.100.${count}` });
    expect(await attempt()).toMatchObject({ status: 'ok' });
    expect([20, 21, 40, 41, 61, 10_000].map(delayAfter)).toEqual([0, 250, 250, 500, 1000, 4000]);
  });

  test('at many accounts is stopped too', async () => {
    for (let count = 0; count < 40; count += 1) await guess({ email: `${count}@example.org` });
    expect(await attempt()).toMatchObject({ status: 'limited' });
  });

  test('ends with the right password: what went before is forgotten', async () => {
    for (let count = 0; count < 4; count += 1) await guess();
    expect(await attempt()).toMatchObject({ status: 'ok' });
    for (let count = 0; count < 5; count += 1) expect(await guess()).toEqual({ status: 'wrong' });
  });

  test('leaves nothing behind that somebody typed', async () => {
    await guess({ email: 'my secret password' });
    const rows = await db().select().from(rateLimits);
    expect(JSON.stringify(rows)).not.toContain('secret');
  });
});

test.each([
  [0.2, 'in a minute'],
  [1, 'in a minute'],
  [1.1, 'in 2 minutes'],
  [15, 'in 15 minutes'],
])('%d minutes ahead is %s', (minutes, words) => {
  expect(inMinutes(later(minutes), now)).toBe(words);
});
