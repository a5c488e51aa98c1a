// The actions of the author's list: who may call them, and what they answer.
import { eq, inArray } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../auth/actor';
import { posts } from '../db/schema';
import { actionWorld, type Caller, callers } from '../testing/actions';
import { buildPost } from '../testing/factories';
import { changeListed } from './list-actions';
import { createPost } from './write';

const world = actionWorld();
const { db } = world;

beforeEach(async () => {
  await db().delete(posts);
});

const make = async (of: Role, over = {}) => {
  const input = buildPost('note', { authorId: world.personId(of), ...over });
  return (await createPost(input, db())).id;
};

function formWith(change: string, ids: number[], more: Record<string, string> = {}) {
  const form = new FormData();
  form.set('change', change);
  for (const id of ids) form.append('post', String(id));
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  return form;
}

async function answerOf(caller: Caller, form: FormData) {
  const state = await world.call(caller, changeListed, form);
  return { message: '', data: null, ...state };
}

const binned = (id: number) =>
  db().update(posts).set({ deletedAt: new Date() }).where(eq(posts.id, id));

/** Who may do what to whose post; a refusal changes nothing. */
describe.each([
  { name: 'publish', over: { status: 'draft' } },
  { name: 'unpublish' },
  { name: 'bin' },
  { name: 'restore', isBinned: true },
  { name: 'delete', isBinned: true },
  { name: 'add-tags', more: { tags: 'new' } },
  { name: 'remove-tags', over: { tags: ['old'] }, more: { tags: 'old' } },
])('$name', ({ name, over = {}, isBinned = false, more = {} }) => {
  test.each([
    { caller: 'anonymous', of: 'author', changed: 0 },
    { caller: 'anonymous', of: 'owner', changed: 0 },
    { caller: 'author', of: 'author', changed: 1 },
    { caller: 'author', of: 'owner', changed: 0 },
    { caller: 'owner', of: 'author', changed: 1 },
    { caller: 'owner', of: 'owner', changed: 1 },
  ] as const)('by $caller of a post of the $of: $changed', async ({ caller, of, changed }) => {
    const id = await make(of, over);
    if (isBinned) await binned(id);
    const read = () => db().select().from(posts).where(eq(posts.id, id));
    const before = await read();
    const { status, data } = await answerOf(caller, formWith(name, [id], more));
    if (caller === 'anonymous') expect(status).toBe('error');
    else expect(data?.changed).toBe(changed);
    if (changed === 0) expect(await read()).toEqual(before);
    else expect(await read()).not.toEqual(before);
  });
});

describe('taking back', () => {
  test.each(callers)('is refused to %s where the post is not theirs', async (caller) => {
    const id = await make('owner');
    const { data } = await answerOf('owner', formWith('bin', [id]));
    const form = new FormData();
    form.set('undo', data?.undo ?? '');
    const answer = await answerOf(caller, form);
    expect(answer.data?.changed ?? 0).toBe(caller === 'owner' ? 1 : 0);
  });

  test.each(callers)('a tagging is refused to %s who did not make it', async (caller) => {
    const id = await make('owner');
    const { data } = await answerOf('owner', formWith('add-tags', [id], { tags: 'a, b' }));
    expect(data?.undo).toMatch(/^tags \d+ \d+$/);
    const form = new FormData();
    form.set('undo', data?.undo ?? '');
    const answer = await answerOf(caller, form);
    expect(answer.status).toBe(caller === 'owner' ? 'ok' : 'error');
  });

  test('an author takes back a tagging of their own', async () => {
    const id = await make('author');
    const { data } = await answerOf('author', formWith('add-tags', [id], { tags: 'c' }));
    const form = new FormData();
    form.set('undo', data?.undo ?? '');
    expect(await answerOf('author', form)).toMatchObject({ status: 'ok' });
    expect(await answerOf('author', form)).toMatchObject({ status: 'error' });
  });

  test('of a publication schedules again what was scheduled, and says so', async () => {
    const publishedAt = new Date(Date.now() + 3_600_000);
    const ids = [await make('owner', { publishedAt }), await make('owner', { status: 'draft' })];
    const { data } = await answerOf('owner', formWith('publish', ids));
    const form = new FormData();
    form.set('undo', data?.undo ?? '');
    const answer = await answerOf('owner', form);
    expect(answer.message).toMatch(/^Took 1 post back: now a draft.* Took 1 post back: scheduled/);
    expect(answer.data).toMatchObject({ changed: 2, missed: [], skipped: [] });
    const rows = await db().select().from(posts).orderBy(posts.id);
    expect(rows.map(({ status }) => status)).toEqual(['scheduled', 'draft']);
    expect(rows[0]?.publishedAt).toEqual(publishedAt);
  });

  test('of a publication tells whose time has passed', async () => {
    const id = await make('owner');
    const form = new FormData();
    form.set('undo', `unpublish ${id}.1@2026-01-15T09:30:00.000Z`);
    const answer = await answerOf('owner', form);
    expect(answer.message).toBe('Took 1 post back: now a draft again, and gone from the site.');
    expect(answer.data?.missed).toEqual([{ id, title: expect.any(String) }]);
  });

  test.each([
    ...['', 'delete 1.1', 'bin', 'bin x', 'tags', 'tags 1; drop'],
    ...['unpublish 1.1@', 'unpublish 1.1@2026-02-30T09:30:00.000Z', 'unpublish 1.1@2026-01-15'],
    ...['unpublish 1.1@2026-01-15T09:30:00.0001Z', 'bin 1.1@2026-01-15T09:30:00.000Z'],
  ])('of nonsense is invalid: "%s"', async (undo) => {
    const form = new FormData();
    form.set('undo', undo);
    expect((await answerOf('owner', form)).status).toBe('invalid');
  });
});

test.each([
  { caller: 'anonymous', left: 2 },
  { caller: 'author', left: 1 },
  { caller: 'owner', left: 0 },
] as const)('emptying the bin as $caller leaves $left', async ({ caller, left }) => {
  for (const of of ['author', 'owner'] as const) await binned(await make(of));
  await answerOf(caller, formWith('empty-bin', []));
  expect(await db().$count(posts)).toBe(left);
});

describe('the answer', () => {
  test('tells what was done, what not and why, and where it is live', async () => {
    const ids = [await make('author', { status: 'draft', slug: 'fresh' }), await make('owner')];
    const answer = await answerOf('author', formWith('publish', ids));
    expect(answer.message).toBe('Published 1 post. 1 post stayed as before.');
    expect(answer.data?.live).toMatchObject([{ path: expect.stringMatching(/\/fresh\/$/) }]);
    expect(answer.data?.skipped).toMatchObject([
      { id: ids[1], reason: 'belongs to somebody else' },
    ]);
  });

  test('a button of a row means that post alone', async () => {
    const [one, two] = [await make('owner'), await make('owner')];
    const answer = await answerOf('owner', formWith(`bin:${one}`, [one, two]));
    expect(answer.message).toBe('1 post moved to the bin.');
  });

  test.each([
    { name: 'no post', form: formWith('bin', []), message: /Choose posts first/ },
    { name: 'no tag', form: formWith('add-tags', [1], { tags: ' , ' }), message: /Write the tags/ },
    {
      name: 'too many posts',
      form: formWith(
        'bin',
        Array.from({ length: 201 }, (_, index) => index + 1),
      ),
      message: /at most 200/,
    },
  ])('to $name', async ({ form, message }) => {
    const answer = await answerOf('owner', form);
    expect(answer).toMatchObject({ status: 'error', message: expect.stringMatching(message) });
  });

  test('to what cannot be done is invalid', async () => {
    expect((await answerOf('owner', formWith('explode', [1]))).status).toBe('invalid');
  });
});

test('a whole list is tagged, and of it what one may change', async () => {
  const mine = [
    await make('author', { tags: ['x'] }),
    await make('author', { tags: ['x'], status: 'draft' }),
  ];
  const others = [await make('author'), await make('owner', { tags: ['x'] })];
  const form = formWith('add-tags', [], {
    tags: 'all',
    everything: 'yes',
    filter: 'tag=x&author=all',
  });
  const answer = await answerOf('author', form);
  expect(answer.data).toMatchObject({
    changed: 2,
    skipped: [{ reason: 'belongs to somebody else' }],
  });
  const versions = await db()
    .select({ id: posts.id, version: posts.version })
    .from(posts)
    .where(inArray(posts.id, [...mine, ...others]))
    .orderBy(posts.id);
  expect(versions.map(({ version }) => version)).toEqual([2, 2, 1, 1]);
});
