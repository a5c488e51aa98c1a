import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acceptLink } from '../auth/accept-link';
import { startSession } from '../auth/sessions';
import { trySignIn } from '../auth/sign-in';
import { people, sessions } from '../db/schema';
import { getPersonByEmail, type Person } from '../people/queries';
import { testDatabase } from '../testing/database';
import { makeLink, requirePerson, takePassword } from './password';

const { db } = testDatabase();
const email = 'ada@example.org';
const password = 'a sentence to sign in with';
const signIn = () => trySignIn({ email, password, address: '192.0.2.1' }, db());

async function ada(): Promise<Person> {
  const person = await getPersonByEmail(email, db());
  if (!person) throw new Error('Ada is not there.');
  return person;
}

beforeAll(async () => {
  await db()
    .insert(people)
    .values([
      { name: 'Ada', slug: 'ada', email, role: 'owner' },
      {
        name: 'Eve',
        slug: 'eve',
        email: 'eve@example.org',
        role: 'author',
        deactivatedAt: new Date(),
      },
      { name: 'Ida', slug: 'ida', email: 'ida@example.org' },
    ]);
});

beforeEach(async () => {
  await db().update(people).set({ passwordHash: null });
});

test('the link that is printed leads to a new password', async () => {
  const said = await makeLink(await ada(), 'https://example.org', db());
  const [, token = ''] = /https:\/\/example\.org\/setup\/([\w-]+)\//.exec(said) ?? [];
  const accepted = await acceptLink({ token, password, name: '', email: '' }, db());
  expect(accepted).toEqual({ status: 'done', email });
  expect(await signIn()).toMatchObject({ status: 'ok' });
});

describe('a password from standard input', () => {
  test('is its first line, and signs out everywhere', async () => {
    const person = await ada();
    await startSession({ personId: person.id, userAgent: '' }, db());
    await takePassword(person, `${password}\nsomething else\n`, db());
    expect(await signIn()).toMatchObject({ status: 'ok' });
    expect(await db().$count(sessions)).toBe(0);
  });

  test.each(['', 'short\n', 'x'.repeat(1001)])(
    'is refused where it is no password',
    async (input) => {
      await expect(takePassword(await ada(), input, db())).rejects.toThrow('characters');
    },
  );
});

test.each([
  ['nobody@example.org', 'Nobody here has the e-mail address nobody@example.org.'],
  ['eve@example.org', 'eve@example.org is deactivated'],
  ['ida@example.org', 'ida@example.org may not sign in'],
])('%s gets no new password', async (address, says) => {
  await expect(requirePerson(address, db())).rejects.toThrow(says);
});
