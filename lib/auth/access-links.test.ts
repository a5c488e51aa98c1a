import { beforeEach, describe, expect, test } from 'vitest';
import { accessLinks, people, sessions } from '../db/schema';
import { deactivate } from '../people/write';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { acceptLink } from './accept-link';
import { createAccessLink, findAccessLink } from './access-links';
import { ensureOwner, offerSetup, prepareFirstRun } from './first-run';
import { startSession } from './sessions';
import { trySignIn } from './sign-in';

const { db } = testDatabase();
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const password = 'a sentence to sign in with';
const answers = { password, name: 'Ada', email: 'ada@example.org' };
const accept = (token: string, over = {}, at = now) =>
  acceptLink({ token, ...answers, ...over }, db(), at);
const signIn = (email = answers.email) =>
  trySignIn({ email, password, address: '192.0.2.1' }, db());

beforeEach(async () => {
  await db().delete(people);
  await db().delete(accessLinks);
});

const invite = async (over = {}) => {
  const [person] = await db()
    .insert(people)
    .values({ name: 'Bob', slug: 'bob', email: 'bob@example.org', role: 'author', ...over })
    .returning({ id: people.id });
  return person?.id ?? 0;
};

describe('the setup link', () => {
  test('makes the owner, once', async () => {
    const token = await createAccessLink({ purpose: 'setup' }, db(), now);
    expect(await findAccessLink(token, db(), now)).toEqual({ purpose: 'setup', person: null });
    expect(await accept(token)).toEqual({ status: 'done', email: 'ada@example.org' });
    expect(await signIn()).toMatchObject({ status: 'ok' });
    expect(await accept(token, { email: 'eve@example.org' })).toEqual({ status: 'gone' });
  });

  test('makes one owner when two use it at a time', async () => {
    const token = await createAccessLink({ purpose: 'setup' }, db(), now);
    const outcomes = await Promise.all(
      ['a', 'b', 'c'].map((name) => accept(token, { email: `${name}@example.org` })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'gone', 'gone']);
    expect(await db().$count(people)).toBe(1);
  });

  test('is not kept as it is', async () => {
    const token = await createAccessLink({ purpose: 'setup' }, db(), now);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await db().select().from(accessLinks))).not.toContain(token);
  });

  test('is void after a day, and when there is a newer one', async () => {
    const first = await createAccessLink({ purpose: 'setup' }, db(), now);
    expect(await findAccessLink(first, db(), hours(24))).toBeNull();
    const second = await createAccessLink({ purpose: 'setup' }, db(), now);
    expect(await accept(first)).toEqual({ status: 'gone' });
    expect(await accept(second)).toMatchObject({ status: 'done' });
  });

  test('can be used again after an address that somebody has', async () => {
    await invite();
    const token = await createAccessLink({ purpose: 'setup' }, db(), now);
    expect(await accept(token, { email: 'Bob@example.org' })).toEqual({ status: 'taken' });
    expect(await accept(token)).toMatchObject({ status: 'done' });
  });

  test('is void once there is an owner', async () => {
    const token = await createAccessLink({ purpose: 'setup' }, db(), now);
    await ensureOwner({ email: 'owner@example.org', password }, db());
    expect(await accept(token)).toEqual({ status: 'gone' });
  });
});

describe('a link for a person', () => {
  test('sets the password and ends their sessions', async () => {
    const personId = await invite();
    await startSession({ personId, userAgent: '' }, db());
    const token = await createAccessLink({ purpose: 'password', personId }, db(), now);
    expect(await accept(token)).toEqual({ status: 'done', email: 'bob@example.org' });
    expect(await signIn('bob@example.org')).toEqual({ status: 'ok', personId });
    expect(await db().$count(sessions)).toBe(0);
    expect(await accept(token)).toEqual({ status: 'gone' });
  });

  test('waits a week as an invitation, a day for a password', async () => {
    const personId = await invite();
    const invitation = await createAccessLink({ purpose: 'invitation', personId }, db(), now);
    expect(await findAccessLink(invitation, db(), hours(167))).not.toBeNull();
    const forPassword = await createAccessLink({ purpose: 'password', personId }, db(), now);
    expect(await findAccessLink(forPassword, db(), hours(25))).toBeNull();
    expect(await findAccessLink(invitation, db(), now)).toBeNull();
  });

  test('is void for one who was deactivated', async () => {
    await ensureOwner({ email: 'owner@example.org', password }, db());
    const personId = await invite();
    const token = await createAccessLink({ purpose: 'invitation', personId }, db(), now);
    await deactivate(personId, db(), now);
    expect(await accept(token)).toEqual({ status: 'gone' });
  });
});

describe('the first start', () => {
  const env = { SITE_URL: 'https://example.org', isVercel: false };
  const owner = { OWNER_EMAIL: 'Owner@example.org', OWNER_PASSWORD: password };
  const prepare = async (over = {}) => {
    const said: string[] = [];
    await prepareFirstRun({ ...env, ...over } as never, (line) => said.push(line), db());
    return said.join('\n');
  };

  test('makes the owner of the environment, of several processes one', async () => {
    const made = await Promise.all(
      Array.from({ length: 4 }, () => ensureOwner({ email: 'o@example.org', password }, db())),
    );
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await signIn('o@example.org')).toMatchObject({ status: 'ok' });
  });

  test('says so once, and leaves the owner alone from then on', async () => {
    expect(await prepare(owner)).toBe('Owner@example.org is the owner of this site.');
    expect(await prepare({ ...owner, OWNER_PASSWORD: 'another sentence' })).toBe('');
    expect(await signIn('owner@example.org')).toMatchObject({ status: 'ok' });
  });

  test('gives somebody with that address what was lacking', async () => {
    const id = await invite({ email: 'owner@example.org' });
    await prepare(owner);
    expect(await signIn('owner@example.org')).toEqual({ status: 'ok', personId: id });
    expect(await db().$count(people)).toBe(1);
  });

  test('prints a link, each time another, until there is an owner', async () => {
    const linkOf = (said: string) =>
      /https:\/\/example\.org\/setup\/([\w-]{43})\/\n/.exec(said)?.[1];
    const first = linkOf(await prepare()) ?? '';
    const second = linkOf(await prepare()) ?? '';
    expect(await accept(first)).toEqual({ status: 'gone' });
    expect(await accept(second, {}, new Date())).toMatchObject({ status: 'done' });
    expect(await prepare()).toBe('');
    expect(await offerSetup(env.SITE_URL, db())).toBeNull();
  });

  test('prints nothing on a platform', async () => {
    expect(await prepare({ isVercel: true })).toBe('');
  });
});
