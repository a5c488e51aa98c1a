// Who may call which action, and what the frame of actions does for all of them.
import { redirect } from 'next/navigation';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { expireTags } from '../cache';
import { people, sessions } from '../db/schema';
import { logger } from '../log';
import { actionWorld, callers } from '../testing/actions';
import { authorAction } from './author-action';
import type { Permission } from './permissions';

vi.mock('../cache', { spy: true });

const world = actionWorld();

const done = { status: 'ok', message: 'Done.', data: null } as const;
const actionFor = (permission: Permission) =>
  authorAction({ permission, input: z.object({}) }, async () => done);

describe('an action', () => {
  test.each([
    { permission: 'post:create', may: ['author', 'owner'] },
    { permission: 'post:edit', may: ['author', 'owner'] },
    { permission: 'tag:create', may: ['author', 'owner'] },
    { permission: 'tag:manage', may: ['owner'] },
    { permission: 'settings:manage', may: ['owner'] },
    { permission: 'people:manage', may: ['owner'] },
  ] as const)('for $permission is done for $may alone', async ({ permission, may }) => {
    for (const caller of callers) {
      const { status } = await world.call(caller, actionFor(permission));
      expect([caller, status]).toEqual([
        caller,
        may.some((one) => one === caller) ? 'ok' : 'error',
      ]);
    }
  });

  const rename = authorAction(
    {
      permission: 'post:create',
      input: z.object({ title: z.string().min(1, 'Give it a title.') }),
    },
    async ({ title }, actor, form) => ({
      ...done,
      message: `${actor.name}: ${title}, ${form.getAll('tag')}`,
    }),
  );

  test('gets the parsed fields, who acts, and the form for names that come twice', async () => {
    const form = new FormData();
    form.set('title', 'New');
    form.append('tag', 'a');
    form.append('tag', 'b');
    expect(await world.call('author', rename, form)).toMatchObject({ message: 'author: New, a,b' });
  });

  test('answers what is wrong with every text but the secret ones', async () => {
    expect(await world.call('owner', rename, { title: '', body: 'Kept', password: 'x' })).toEqual({
      status: 'invalid',
      message: 'Some fields need another look.',
      fields: { title: 'Give it a title.' },
      values: { title: '', body: 'Kept' },
    });
  });

  test('that fails says so in a fixed sentence and logs the cause', async () => {
    const log = vi.spyOn(logger, 'error').mockImplementation(() => {});
    const error = new Error('a secret detail');
    const failing = authorAction({ permission: 'post:create', input: z.object({}) }, async () => {
      throw error;
    });
    const answer = await world.call('owner', failing);
    expect(answer).toMatchObject({ status: 'error' });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(log).toHaveBeenCalledWith({ error }, expect.any(String));
    log.mockRestore();
  });

  test('that is done says so, also where the cache of pages could not be told', async () => {
    const log = vi.spyOn(logger, 'error').mockImplementation(() => {});
    const error = new Error('a secret detail');
    vi.mocked(expireTags).mockRejectedValueOnce(error);
    const answer = await world.call('owner', actionFor('post:create'));
    expect(answer).toMatchObject({
      status: 'ok',
      message: expect.stringMatching(/^It is done, but readers .* Done\.$/),
    });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(log).toHaveBeenCalledWith({ error }, expect.any(String));
    vi.mocked(expireTags).mockRejectedValueOnce(error);
    const leading = authorAction({ permission: 'post:create', input: z.object({}) }, async () =>
      redirect('/dashboard/'),
    );
    expect(await world.call('owner', leading)).toMatchObject({
      status: 'error',
      message: expect.stringMatching(/^It is done, but readers /),
    });
    log.mockRestore();
  });
});

test.each([
  { name: 'ended', end: () => world.db().delete(sessions) },
  {
    name: 'expired',
    end: () =>
      world
        .db()
        .update(sessions)
        .set({ expiresAt: new Date(0) }),
  },
  {
    name: 'of a person who was deactivated',
    end: () => world.db().update(people).set({ deactivatedAt: new Date() }),
  },
])('a session that is $name lets nobody in, whatever the cookie says', async ({ end }) => {
  const kept = await world.db().select().from(sessions);
  await end();
  expect(await world.call('owner', actionFor('post:create'))).toMatchObject({ status: 'error' });
  await world.db().delete(sessions);
  await world.db().insert(sessions).values(kept);
  await world.db().update(people).set({ deactivatedAt: null });
  expect(await world.call('owner', actionFor('post:create'))).toMatchObject({ status: 'ok' });
});
