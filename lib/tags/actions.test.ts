// Who may change tags, and what they are answered.
import { beforeEach, describe, expect, test } from 'vitest';
import type { FormAction } from '../actions';
import { dashboardUrls } from '../dashboard-urls';
import { posts, tagChanges, tags } from '../db/schema';
import { actionWorld, type Caller, callers } from '../testing/actions';
import { tagged, tagId, tagsOf } from '../testing/tags';
import {
  describe as describeAction,
  distinguish,
  merge,
  remove,
  removeUnused,
  rename,
  undo,
} from './actions';

const world = actionWorld();
const { db } = world;
const idOf = (slug: string) => tagId(slug, db());

beforeEach(async () => {
  await db().delete(posts);
  await db().delete(tagChanges);
  await db().delete(tags);
  await tagged(['js', 'javascript'], db());
});

/** Where an action leads, as the framework throws it. */
async function leadsTo(answer: Promise<unknown>): Promise<string> {
  const error: unknown = await answer.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  return digest.split(';')[2] ?? '';
}

const by =
  <Data>(action: FormAction<Data>): Call =>
  (caller, form) =>
    world.call(caller, action, form);

type Call = (caller: Caller, form: Record<string, string>) => Promise<{ status: string }>;

type Case = {
  name: string;
  call: Call;
  form: () => Promise<Record<string, string>>;
};

const cases: Case[] = [
  {
    name: 'rename',
    call: by(rename),
    form: async () => ({ id: `${await idOf('js')}`, name: 'x' }),
  },
  {
    name: 'describe',
    call: by(describeAction),
    form: async () => ({ id: `${await idOf('js')}`, description: 'On it.' }),
  },
  {
    name: 'merge',
    call: by(merge),
    form: async () => ({ from: `${await idOf('js')}`, into: `${await idOf('javascript')}` }),
  },
  {
    name: 'delete',
    call: by(remove),
    form: async () => ({ id: `${await idOf('js')}`, posts: '1' }),
  },
  { name: 'delete unused', call: by(removeUnused), form: async () => ({ which: 'all' }) },
  { name: 'undo', call: by(undo), form: async () => ({ changes: '1' }) },
  {
    name: 'distinguish',
    call: by(distinguish),
    form: async () => ({ pair: `${await idOf('js')},${await idOf('javascript')}` }),
  },
];

describe.each(cases)('to $name', ({ call, form }) => {
  test.each(callers.filter((caller) => caller !== 'owner'))('%s may not', async (caller) => {
    const before = await db().select().from(tags);
    expect(await call(caller, await form())).toMatchObject({ status: 'error' });
    expect(await db().select().from(tags)).toEqual(before);
    expect(await db().$count(tagChanges)).toBe(0);
  });

  test('needs its fields', async () => {
    expect(await call('owner', { which: 'x' })).toMatchObject({ status: 'invalid' });
  });
});

test('an owner renames, and takes it back', async () => {
  const id = `${await idOf('js')}`;
  const answer = await world.call('owner', rename, { id, name: 'JS' });
  expect(answer).toMatchObject({ status: 'ok', message: '“js” is called “JS” now.' });
  const moved = await world.call('owner', rename, { id, name: 'ecmascript' });
  if (moved.status !== 'ok') throw new Error(moved.status);
  expect(moved.message).toBe(
    '“JS” is called “ecmascript” now. /tags/js/ leads to /tags/ecmascript/.',
  );
  const [change] = moved.data.changes;
  expect(await world.call('owner', undo, { changes: `${change}` })).toMatchObject({ status: 'ok' });
  expect(await world.call('owner', undo, { changes: `${change}` })).toMatchObject({
    status: 'error',
    message: 'This has been taken back already.',
  });
  expect(await idOf('js')).toBe(Number(id));
});

test('a name that another tag has leads to the question whether to merge', async () => {
  const id = await idOf('js');
  const answer = world.call('owner', rename, { id: `${id}`, name: 'JavaScript' });
  expect(await leadsTo(answer)).toBe(
    dashboardUrls.mergeTags({ from: [id], into: 'javascript', isNameTaken: true }),
  );
});

test.each([
  { name: '', message: 'Give it a name.' },
  { name: 'a, b', message: 'A name has no commas: they stand between tags.' },
  { name: '+++', message: 'At least one letter or digit is needed for the address.' },
])('“$name” is no name', async ({ name, message }) => {
  const answer = await world.call('owner', rename, { id: `${await idOf('js')}`, name });
  expect(answer).toMatchObject({ status: 'invalid', fields: { name: message }, values: { name } });
});

test('a merge leads to the tag that stays, which tells of it', async () => {
  const post = await tagged(['js'], db());
  const [from, into] = [await idOf('js'), await idOf('javascript')];
  const path = await leadsTo(world.call('owner', merge, { from: `${from}`, into: `${into}` }));
  const [change] = await db().select().from(tagChanges);
  expect(path).toBe(dashboardUrls.tag(into, [change?.id ?? 0]));
  expect(change?.personId).toBe(world.personId('owner'));
  expect(await tagsOf(post, db())).toEqual(['javascript']);
  expect(await world.call('owner', merge, { from: `${from}`, into: `${into}` })).toMatchObject({
    status: 'error',
    message: expect.stringContaining('not there any more'),
  });
});

test('a deletion is refused where more posts have the tag than was said', async () => {
  const form = { id: `${await idOf('js')}`, posts: '0' };
  expect(await world.call('owner', remove, form)).toMatchObject({
    status: 'error',
    message: expect.stringContaining('1 post'),
  });
  expect(await leadsTo(world.call('owner', remove, { ...form, posts: '1' }))).toContain('done=');
});

test('only tags that no post has are deleted at once, those ticked or all', async () => {
  const rows = ['a', 'b', 'c'].map((slug) => ({ slug, name: slug }));
  await db().insert(tags).values(rows);
  const form = new FormData();
  for (const slug of ['a', 'js']) form.append('tag', `${await idOf(slug)}`);
  form.set('which', 'ticked');
  expect(await world.call('owner', removeUnused, form)).toMatchObject({
    status: 'ok',
    message: 'Deleted 1 tag that no post had.',
  });
  const all = await world.call('owner', removeUnused, { which: 'all' });
  expect(all).toMatchObject({
    status: 'ok',
    data: { changes: [expect.any(Number), expect.any(Number)] },
  });
  expect(await db().$count(tags)).toBe(2);
  if (all.status === 'ok') await world.call('owner', undo, { changes: all.data.changes.join() });
  expect(await db().$count(tags)).toBe(4);
});
