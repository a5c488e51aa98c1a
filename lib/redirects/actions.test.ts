// Who may arrange redirects, and what their forms are answered.
import { beforeEach, describe, expect, test } from 'vitest';
import { redirects } from '../db/schema';
import { actionWorld, type Caller, callers } from '../testing/actions';
import { deleteOrRestoreRedirect, saveLines, saveOne } from './actions';

const world = actionWorld();
let id = '';

beforeEach(async () => {
  await world.db().delete(redirects);
  const [row] = await world
    .db()
    .insert(redirects)
    .values({ path: '/a', target: '/b' })
    .returning({ id: redirects.id });
  id = String(row?.id);
});

const stored = async () =>
  (await world.db().select().from(redirects)).map(({ path, target }) => `${path} ${target}`).sort();

describe('owners may, nobody else', () => {
  test.each<{ name: string; run: (caller: Caller) => Promise<{ status: string }> }>([
    { name: 'add', run: (caller) => world.call(caller, saveOne, { from: '/c', to: '/d' }) },
    { name: 'change', run: (caller) => world.call(caller, saveOne, { id, from: '/a', to: '/d' }) },
    { name: 'paste', run: (caller) => world.call(caller, saveLines, { lines: '/c /d' }) },
    { name: 'delete', run: (caller) => world.call(caller, deleteOrRestoreRedirect, { id }) },
    {
      name: 'restore',
      run: (caller) =>
        world.call(caller, deleteOrRestoreRedirect, { host: '', path: '/c', target: '/d' }),
    },
  ])('$name', async ({ run }) => {
    for (const caller of callers) {
      const { status } = await run(caller);
      expect([caller, status]).toEqual([caller, caller === 'owner' ? 'ok' : 'error']);
      const isUntouched = (await stored()).join() === '/a /b';
      expect(isUntouched).toBe(caller !== 'owner');
    }
  });
});

describe('the answer', () => {
  test.each([
    { texts: { from: '/c/', to: '/d/' }, is: 'Saved: /c → /d/.' },
    { texts: { from: '/c', to: '/a' }, is: 'Saved: /c → /b. That is where the chain ends.' },
    {
      texts: { from: '/b', to: '/d' },
      is: 'Saved: /b → /d. Another that led there now leads straight on.',
    },
    { texts: { from: '/a', to: '/b' }, is: 'It is there already: /a → /b.' },
  ])('to $texts', async ({ texts, is }) => {
    expect(await world.call('owner', saveOne, texts)).toMatchObject({ status: 'ok', message: is });
  });

  test.each([
    { texts: { from: '/b', to: '/a' }, field: 'to' },
    { texts: { from: '/about/', to: '/x' }, field: 'from' },
    { texts: { from: '/c', to: 'javascript:x' }, field: 'to' },
    { texts: {}, field: 'from' },
  ])('to $texts names $field and keeps both', async ({ texts, field }) => {
    const state = await world.call('owner', saveOne, texts as Record<string, string>);
    expect(state).toMatchObject({
      status: 'invalid',
      fields: { [field]: expect.any(String) },
      values: texts,
    });
  });

  test('to many lines tells of each that was not taken', async () => {
    const lines = '/c /d\r\n\r\n/a /b\n/x\n/b /a';
    expect(await world.call('owner', saveLines, { lines })).toMatchObject({
      status: 'ok',
      message: '1 saved, 1 there already, 2 not taken.',
      data: {
        problems: [
          { number: 4, text: '/x', message: 'A line has two addresses: from, and to.' },
          { number: 5, text: '/b /a', message: expect.stringContaining('circle') },
        ],
      },
    });
    expect(await world.call('owner', saveLines, { lines: ' \n' })).toMatchObject({
      status: 'error',
    });
  });

  test('to a deletion can be sent back to undo it', async () => {
    const deleted = await world.call('owner', deleteOrRestoreRedirect, { id });
    const undo = deleted.status === 'ok' ? deleted.data.undo : null;
    expect(await stored()).toEqual([]);
    await world.call('owner', deleteOrRestoreRedirect, { ...undo });
    expect(await stored()).toEqual(['/a /b']);
    expect(await world.call('owner', deleteOrRestoreRedirect, { id: '0' })).toMatchObject({
      status: 'invalid',
    });
  });
});
