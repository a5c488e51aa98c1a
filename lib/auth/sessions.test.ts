import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { people, sessions } from '../db/schema';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { endSession, endSessions, findActor, listDevices, startSession } from './sessions';
import { openToken, sealToken } from './token';

const { db } = testDatabase();
const day = 86_400_000;
const later = (days: number) => new Date(now.getTime() + days * day);
let personId = 0;

beforeAll(async () => {
  const [person] = await db()
    .insert(people)
    .values({ name: 'Ada', slug: 'ada', email: 'ada@example.org', role: 'author' })
    .returning({ id: people.id });
  personId = person?.id ?? 0;
});

beforeEach(async () => {
  await db().delete(sessions);
});

const start = (userAgent = 'a browser', at = now) =>
  startSession({ personId, userAgent }, db(), at);

describe('a session', () => {
  test('stands for its person', async () => {
    const sessionId = await start();
    expect(await findActor(sessionId, db(), now)).toEqual({
      id: personId,
      name: 'Ada',
      role: 'author',
      sessionId,
    });
  });

  test('ends thirty days after its last use', async () => {
    const sessionId = await start();
    expect(await findActor(sessionId, db(), later(29))).not.toBeNull();
    expect(await findActor(sessionId, db(), later(58))).not.toBeNull();
    expect(await findActor(sessionId, db(), later(89))).toBeNull();
  });

  test('is written at most every five minutes', async () => {
    const sessionId = await start();
    const seen = async (ms: number) => {
      await findActor(sessionId, db(), new Date(now.getTime() + ms));
      const [row] = await db().select().from(sessions).where(eq(sessions.id, sessionId));
      return row?.lastSeenAt.getTime();
    };
    expect(await seen(299_999)).toBe(now.getTime());
    expect(await seen(300_000)).toBe(now.getTime() + 300_000);
  });

  test.each([
    { name: 'deactivated', change: { deactivatedAt: now } },
    { name: 'without a role any more', change: { role: null } },
  ])('of a person who is $name stands for nobody', async ({ change }) => {
    const sessionId = await start();
    await db().update(people).set(change);
    expect(await findActor(sessionId, db(), now)).toBeNull();
    await db().update(people).set({ deactivatedAt: null, role: 'author' });
  });

  test('that was ended stands for nobody; the others stay', async () => {
    const [one, other] = [await start(), await start()];
    await endSession(one, db());
    expect(await findActor(one, db(), now)).toBeNull();
    expect(await findActor(other, db(), now)).not.toBeNull();
  });

  test('may be the only one that is kept', async () => {
    const [one] = [await start(), await start(), await start()];
    expect(await endSessions({ personId, except: one }, db())).toBe(2);
    expect(await findActor(one, db(), now)).not.toBeNull();
    expect(await endSessions({ personId }, db())).toBe(1);
  });
});

test('devices are listed by their last use, without those whose time is over', async () => {
  await start('too old', later(-31));
  await start('older', later(-2));
  await start('newer', later(-1));
  const devices = await listDevices(personId, db(), now);
  expect(devices.map(({ userAgent }) => userAgent)).toEqual(['newer', 'older']);
});

describe('a token', () => {
  const id = '6f1d3c1e-9a41-4a8e-8a39-0f3b3f4ddc11';
  const site = 'https://example.org';

  test('gives back the session it was sealed with', async () => {
    const token = await sealToken(id, 'the secret of this site', site);
    expect(token).not.toContain(id);
    expect(await openToken(token, 'the secret of this site', site)).toBe(id);
  });

  test.each([
    { name: 'another secret', secret: 'the secret of another', at: site },
    { name: 'another cookie', secret: 'the secret of this site', at: 'http://example.org' },
  ])('is worth nothing with $name', async ({ secret, at }) => {
    const token = await sealToken(id, 'the secret of this site', site);
    expect(await openToken(token, secret, at)).toBeNull();
  });

  test.each(['', 'x', 'a.b.c.d.e', 'x'.repeat(5000)])(
    'that is none is worth nothing: %j',
    async (token) => {
      expect(await openToken(token, 'the secret of this site', site)).toBeNull();
    },
  );

  test('with something else than an id inside is worth nothing', async () => {
    const token = await sealToken("' or 1=1", 'the secret of this site', site);
    expect(await openToken(token, 'the secret of this site', site)).toBeNull();
  });
});
