// Who may arrange series, and what their forms are answered.
import { beforeEach, describe, expect, test } from 'vitest';
import { posts, series } from '../db/schema';
import { createPost } from '../posts/write';
import { actionWorld, type Caller, callers } from '../testing/actions';
import { buildPost } from '../testing/factories';
import { addSeries, changeMembers, changeSeries, deleteOrRestoreSeries } from './actions';
import { getEditedSeries, listAllSeries } from './author-queries';

const world = actionWorld();
let id = '';
let post = '';

beforeEach(async () => {
  await world.db().delete(posts);
  await world.db().delete(series);
  const [row] = await world
    .db()
    .insert(series)
    .values({ slug: 'one', title: 'One' })
    .returning({ id: series.id });
  id = String(row?.id);
  post = String((await createPost(buildPost('note'), world.db())).id);
});

const title = async () => (await getEditedSeries(Number(id), world.db()))?.title;
const members = async () => (await getEditedSeries(Number(id), world.db()))?.posts.length;

describe('owners may, nobody else', () => {
  test.each<{ name: string; run: (caller: Caller) => Promise<{ status: string }> }>([
    { name: 'change', run: (caller) => world.call(caller, changeSeries, { id, title: 'Two' }) },
    { name: 'fill', run: (caller) => world.call(caller, changeMembers, { id, add: post }) },
    { name: 'delete', run: (caller) => world.call(caller, deleteOrRestoreSeries, { id }) },
  ])('$name', async ({ run }) => {
    for (const caller of callers.filter((one) => one !== 'owner'))
      expect([caller, (await run(caller)).status]).toEqual([caller, 'error']);
    expect(await title()).toBe('One');
    expect(await members()).toBe(0);
    expect(await run('owner')).toMatchObject({ status: 'ok' });
  });

  test('make', async () => {
    for (const caller of callers.filter((one) => one !== 'owner'))
      expect(await world.call(caller, addSeries, { title: 'X' })).toMatchObject({
        status: 'error',
      });
    expect(await listAllSeries(world.db())).toHaveLength(1);
    await expect(world.call('owner', addSeries, { title: 'X' })).rejects.toThrow('NEXT_REDIRECT');
    expect(await listAllSeries(world.db())).toHaveLength(2);
  });
});

test('a deletion is taken back with what its answer gave', async () => {
  await world.call('owner', changeMembers, { id, add: post });
  const deleted = await world.call('owner', deleteOrRestoreSeries, { id });
  const restore = deleted.status === 'ok' ? (deleted.data.undo ?? '') : '';
  expect(await listAllSeries(world.db())).toEqual([]);
  await world.call('owner', deleteOrRestoreSeries, { restore });
  expect(await listAllSeries(world.db())).toMatchObject([{ title: 'One', postCount: 1 }]);
});

test('nonsense is answered', async () => {
  const id = '999999';
  const { call } = world;
  expect((await call('owner', changeSeries, { id, title: 'X', slug: 'x' })).status).toBe('error');
  expect((await call('owner', changeSeries, { id, title: '', slug: 'x' })).status).toBe('invalid');
  expect((await call('owner', changeMembers, { id })).status).toBe('error');
  expect((await call('owner', changeMembers, { id, add: post })).status).toBe('error');
  expect((await call('owner', deleteOrRestoreSeries, { id })).status).toBe('error');
});

test('a post that has moved to another series by now is left there', async () => {
  const [other] = await world
    .db()
    .insert(series)
    .values({ slug: 'other', title: 'Other' })
    .returning({ id: series.id });
  await world.call('owner', changeMembers, { id: String(other?.id), add: post });
  expect(await world.call('owner', changeMembers, { id, remove: post })).toMatchObject({
    status: 'error',
    message: expect.stringContaining('not in this series'),
  });
  expect((await getEditedSeries(other?.id ?? 0, world.db()))?.posts).toHaveLength(1);
});
