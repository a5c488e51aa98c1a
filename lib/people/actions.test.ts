// Who may call which action of people, and what the actions answer.
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FormAction } from '../actions';
import { hashPassword } from '../auth/password';
import { listDevices, startSession } from '../auth/sessions';
import { people, rateLimits } from '../db/schema';
import { actionWorld, callers } from '../testing/actions';
import * as actions from './actions';

const world = actionWorld();
const password = 'a sentence to sign in with';

/** Each action with a form that would change somebody, were it allowed. */
const table: Record<keyof typeof actions, { form: () => Record<string, string>; may: string[] }> = {
  changeAccount: { form: () => ({ name: '', email: '' }), may: ['author', 'owner'] },
  changePassword: { form: () => ({ password: 'short' }), may: ['author', 'owner'] },
  endDevice: { form: () => ({ session: 'none' }), may: ['author', 'owner'] },
  endOtherDevices: { form: () => ({}), may: ['author', 'owner'] },
  invitePerson: { form: () => ({ name: '' }), may: ['owner'] },
  renewLink: { form: () => ({ person: 'x' }), may: ['owner'] },
  changeRole: { form: () => ({ person: 'x' }), may: ['owner'] },
  deactivatePerson: { form: () => ({ person: 'x' }), may: ['owner'] },
  reactivatePerson: { form: () => ({ person: 'x' }), may: ['owner'] },
  removePerson: { form: () => ({ person: 'x' }), may: ['owner'] },
};

test.each(Object.entries(table))('%s is for those who may', async (name, { form, may }) => {
  const action: FormAction<never> = actions[name as keyof typeof actions] as never;
  for (const caller of callers) {
    const { status } = await world.call(caller, action, form());
    expect([caller, status === 'error' ? 'refused' : 'taken']).toEqual([
      caller,
      may.includes(caller) ? 'taken' : 'refused',
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
