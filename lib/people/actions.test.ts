// Who may call which action of people, and what the actions answer.
import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FormAction } from '../actions';
import { hashPassword } from '../auth/password';
import { listDevices, startSession } from '../auth/sessions';
import { people, rateLimits } from '../db/schema';
import { actionWorld, callers } from '../testing/actions';
import * as actions from './actions';

const world = actionWorld();
const password = 'a sentence to sign in with';

const everybody = ['author', 'owner'];
const owners = ['owner'];

/** Each action, asked with an empty form, which changes nobody. */
const table: Record<keyof typeof actions, { action: FormAction<never>; may: string[] }> = {
  changeAccount: { action: actions.changeAccount as never, may: everybody },
  changePassword: { action: actions.changePassword as never, may: everybody },
  endDevice: { action: actions.endDevice as never, may: everybody },
  endOtherDevices: { action: actions.endOtherDevices as never, may: everybody },
  invitePerson: { action: actions.invitePerson as never, may: owners },
  renewLink: { action: actions.renewLink as never, may: owners },
  changeRole: { action: actions.changeRole as never, may: owners },
  deactivatePerson: { action: actions.deactivatePerson as never, may: owners },
  reactivatePerson: { action: actions.reactivatePerson as never, may: owners },
  removePerson: { action: actions.removePerson as never, may: owners },
};

test.each(Object.entries(table))('%s is for those who may', async (_, { action, may }) => {
  for (const caller of callers) {
    const { status } = await world.call(caller, action);
    expect([caller, status === 'error' ? 'refused' : 'let in']).toEqual([
      caller,
      may.includes(caller) ? 'let in' : 'refused',
    ]);
  }
});

describe('one’s own account', () => {
  beforeEach(async () => {
    await world.db().delete(rateLimits);
    await world
      .db()
      .update(people)
      .set({ passwordHash: await hashPassword(password), email: 'author@example.org' })
      .where(eq(people.id, world.personId('author')));
  });

  const change = (form: Record<string, string>) =>
    world.call('author', actions.changeAccount, form);
  const own = { name: 'New name', email: 'author@example.org' };

  test('takes another name as it is, and another address with the password', async () => {
    expect(await change(own)).toMatchObject({ status: 'ok' });
    const moved = { ...own, email: 'moved@example.org' };
    expect(await change({ ...moved, currentPassword: 'a guess' })).toEqual({
      status: 'invalid',
      message: expect.any(String),
      fields: { currentPassword: 'This is not your password.' },
      values: moved,
    });
    expect(await change({ ...moved, currentPassword: password })).toMatchObject({ status: 'ok' });
  });

  test('a new password needs the old one and ends the other sessions', async () => {
    const personId = world.personId('author');
    await startSession({ personId, userAgent: 'elsewhere' }, world.db());
    const set = (currentPassword: string) =>
      world.call('author', actions.changePassword, {
        currentPassword,
        password: 'another sentence',
      });
    expect(await set('a guess')).toMatchObject({ status: 'invalid' });
    expect(await set(password)).toMatchObject({ status: 'ok' });
    const devices = await listDevices(personId, world.db());
    expect(devices.map(({ userAgent }) => userAgent)).toEqual(['a test']);
  });

  test('guesses of the password are limited', async () => {
    for (let count = 0; count < 5; count += 1)
      await change({ ...own, email: 'x@example.org', currentPassword: 'a guess' });
    const answer = await change({ ...own, email: 'x@example.org', currentPassword: password });
    expect(answer).toMatchObject({
      fields: { currentPassword: expect.stringMatching(/^Too many attempts/) },
    });
  });

  test('nobody signs another’s browser out', async () => {
    const session = await startSession(
      { personId: world.personId('owner'), userAgent: 'elsewhere' },
      world.db(),
    );
    await world.call('author', actions.endDevice, { session });
    const devices = await listDevices(world.personId('owner'), world.db());
    expect(devices.map(({ id }) => id)).toContain(session);
  });
});

test('an invitation without a link is none', async () => {
  const count = () => world.db().$count(people);
  const before = await count();
  await world.db().execute(sql`create function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'refused'; end $$`);
  await world.db().execute(sql`create trigger refusing before insert on access_links
    execute function refuse()`);
  const iris = { name: 'Iris', email: 'iris@example.org', role: 'author' };
  expect(await world.call('owner', actions.invitePerson, iris)).toMatchObject({ status: 'error' });
  expect(await count()).toBe(before);
  await world.db().execute(sql`drop trigger refusing on access_links`);
  expect(await world.call('owner', actions.invitePerson, iris)).toMatchObject({ status: 'ok' });
});

test('an invitation gives a link, and another one on request', async () => {
  const invited = await world.call('owner', actions.invitePerson, {
    name: 'Ida',
    email: 'ida@example.org',
    role: 'author',
  });
  expect(invited).toMatchObject({
    status: 'ok',
    data: { link: expect.stringMatching(/^http:\/\/localhost:3000\/setup\/[\w-]{43}\/$/) },
  });
  const again = await world.call('owner', actions.invitePerson, {
    name: 'Ida',
    email: 'Ida@example.org',
    role: 'author',
  });
  expect(again).toMatchObject({ status: 'invalid', fields: { email: expect.any(String) } });
  const [ida] = await world.db().select().from(people).where(eq(people.email, 'ida@example.org'));
  const renewed = await world.call('owner', actions.renewLink, { person: String(ida?.id) });
  expect(renewed).toMatchObject({ status: 'ok', data: { link: expect.any(String) } });
});
