import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { createAccessLink, findAccessLink } from '../auth/access-links';
import { findActor, startSession } from '../auth/sessions';
import { people, posts } from '../db/schema';
import { createPost } from '../posts/write';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { hasOwner, listPeople } from './queries';
import {
  addPerson,
  changeAccount,
  changePeople,
  changeRole,
  deactivate,
  reactivate,
  removePerson,
} from './write';

const { db } = testDatabase();

beforeEach(async () => {
  await db().delete(posts);
  await db().delete(people);
});

const add = async (name: string, over = {}) => {
  const added = await changePeople(db(), (tx) =>
    addPerson(
      { name, email: `${name}@example.org`, role: 'owner', passwordHash: 'a hash', ...over },
      tx,
    ),
  );
  return added.status === 'done' ? added.id : 0;
};

test('a person gets a slug of their own', async () => {
  await add('Ada Lovelace', { email: 'a@example.org' });
  await add('Ada Lovelace', { email: 'b@example.org' });
  await add('?', { email: 'c@example.org' });
  const rows = await db().select({ slug: people.slug }).from(people).orderBy(people.id);
  expect(rows.map(({ slug }) => slug)).toEqual(['ada-lovelace', 'ada-lovelace-2', 'person']);
});

test('an e-mail address is one person’s, however it is written', async () => {
  const ada = await add('ada');
  const bob = await add('bob');
  const adas = { name: 'x', email: ' ADA@example.org' };
  const outcomes = await Promise.all([
    changePeople(db(), (tx) => addPerson({ ...adas, role: 'author', passwordHash: null }, tx)),
    changeAccount(bob, adas, db()),
  ]);
  expect(outcomes).toEqual([{ status: 'taken' }, { status: 'taken' }]);
  expect(await changeAccount(ada, adas, db())).toMatchObject({ status: 'done' });
});

describe('an owner remains', () => {
  test.each([
    { name: 'deactivated', change: (id: number) => deactivate(id, db(), now) },
    { name: 'made an author', change: (id: number) => changeRole(id, 'author', db()) },
    { name: 'removed', change: (id: number) => removePerson(id, db()) },
  ])('when the last one is to be $name', async ({ change }) => {
    const last = await add('last');
    await add('author', { role: 'author' });
    await add('invited', { passwordHash: null });
    expect(await change(last)).toEqual({ status: 'last-owner' });
    expect(await hasOwner(db())).toBe(true);
    await add('second');
    expect(await change(last)).toMatchObject({ status: 'done' });
  });

  test('when the last two shut each other out at the same time', async () => {
    const [one, other] = [await add('one'), await add('other')];
    const outcomes = await Promise.all([
      deactivate(one, db(), now),
      changeRole(other, 'author', db()),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'last-owner']);
    expect(await hasOwner(db())).toBe(true);
  });
});

describe('somebody who is deactivated', () => {
  test('is out at once, with their links, and comes back as they were', async () => {
    await add('owner');
    const ada = await add('ada', { role: 'author' });
    const session = await startSession({ personId: ada, userAgent: '' }, db(), now);
    const link = await createAccessLink({ purpose: 'password', personId: ada }, db(), now);
    await deactivate(ada, db(), now);
    expect(await findActor(session, db(), now)).toBeNull();
    expect(await findAccessLink(link, db(), now)).toBeNull();
    await reactivate(ada, db());
    const [row] = await db().select().from(people).where(eq(people.id, ada));
    expect(row).toMatchObject({ role: 'author', passwordHash: 'a hash', deactivatedAt: null });
    expect(await findActor(session, db(), now)).toBeNull();
  });

  test('keeps their posts; who has some is not removed', async () => {
    await add('owner');
    const ada = await add('ada', { role: 'author' });
    await createPost(buildPost('note', { authorId: ada }), db(), now);
    expect(await removePerson(ada, db())).toEqual({ status: 'has-work' });
    await deactivate(ada, db(), now);
    const listed = await listPeople(db());
    expect(listed.map(({ name, postCount }) => [name, postCount])).toEqual([
      ['owner', 0],
      ['ada', 1],
    ]);
  });
});

test('who is not there cannot be changed', async () => {
  await add('owner');
  expect(await changeRole(999_999, 'author', db())).toEqual({ status: 'missing' });
  expect(await removePerson(999_999, db())).toEqual({ status: 'missing' });
});
