import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { people } from '../db/schema';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { admitGithubAccount, findPersonOfGithub, readGithubAccount } from './github';

const { db } = testDatabase();

const add = async (slug: string, over = {}) => {
  const [person] = await db()
    .insert(people)
    .values({ name: slug, slug, email: `${slug}@example.org`, role: 'author', ...over })
    .returning({ id: people.id });
  return person?.id ?? 0;
};
const admit = (id: string, ...verifiedEmails: string[]) =>
  admitGithubAccount({ id, verifiedEmails }, db());

beforeEach(async () => {
  await db().delete(people);
});

describe('an account at GitHub', () => {
  test('is let in by a verified address, and from then on by itself', async () => {
    const id = await add('ada');
    expect(await admit('7', 'other@example.org', 'ada@example.org')).toBe(true);
    expect(await findPersonOfGithub('7', db())).toBe(id);
    expect(await admit('7')).toBe(true);
  });

  test('adds nobody', async () => {
    expect(await admit('7', 'ada@example.org')).toBe(false);
    expect(await admit('7')).toBe(false);
    expect(await db().$count(people)).toBe(0);
  });

  test('does not take the place of another account of the same person', async () => {
    await add('ada', { githubId: '1' });
    expect(await admit('7', 'ada@example.org')).toBe(false);
  });

  test('is one person, also with the addresses of two', async () => {
    const [first] = [await add('ada'), await add('bob')];
    expect(await admit('7', 'bob@example.org', 'ada@example.org')).toBe(true);
    expect(await findPersonOfGithub('7', db())).toBe(first);
  });

  test.each([
    { name: 'deactivated', over: { deactivatedAt: now } },
    { name: 'without a role', over: { role: null } },
  ])('of a person $name stays out', async ({ over }) => {
    await add('ada', { ...over, githubId: '7' });
    await add('bob');
    expect(await admit('7', 'bob@example.org')).toBe(false);
    expect(await findPersonOfGithub('7', db())).toBeNull();
  });
});

describe('what GitHub says', () => {
  afterEach(() => vi.unstubAllGlobals());

  const answer = (answers: Record<string, Response>) =>
    vi.stubGlobal('fetch', async (address: string) => answers[new URL(address).pathname]);

  test('counts as far as addresses are verified', async () => {
    answer({
      '/user': Response.json({ id: 7, login: 'ada', email: 'public@example.org' }),
      '/user/emails': Response.json([
        { email: 'Ada@example.org', verified: true, primary: false },
        { email: 'public@example.org', verified: false, primary: true },
      ]),
    });
    expect(await readGithubAccount('token')).toEqual({
      id: '7',
      verifiedEmails: ['ada@example.org'],
    });
  });

  test('stops the sign-in where it is a refusal', async () => {
    answer({
      '/user': Response.json({ id: 7 }),
      '/user/emails': new Response(null, { status: 403 }),
    });
    await expect(readGithubAccount('token')).rejects.toThrow('403');
  });
});
