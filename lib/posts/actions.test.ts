// What the actions of the editor do for whom, and what they say.
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ActionState, FormAction } from '../actions';
import { postEdits, posts } from '../db/schema';
import { actionWorld, type Caller, callers } from '../testing/actions';
import { formOf, openEditor } from '../testing/editor';
import { buildPost } from '../testing/factories';
import * as actions from './actions';
import { autosave } from './autosave';
import { binPost, unpublishPost, updatePost } from './change';
import type { SavedPost } from './editing';
import { getEditorState } from './editor-state';
import { listVersions } from './version-queries';
import { createPost } from './write';

const world = actionWorld();
const db = () => world.db();

beforeEach(async () => {
  await db().delete(posts);
});

/** The form of an editor that has just been opened on a post, as it is sent. */
async function formFor(postId: number, over: Record<string, string> = {}) {
  const state = await getEditorState(postId, new Date(), db());
  if (state === null) throw new Error('There is no post.');
  const { editor, kind, draftKey } = openEditor({ draftKey: state.draftKey });
  const { version, revision } = state;
  const knowledge = { editor, kind, draftKey, baseVersion: `${version}`, revision: `${revision}` };
  return { ...state.values, ...over, ...knowledge, postId: `${postId}` };
}

const newForm = (values: Record<string, string>) => {
  const { editor, draftKey, kind } = openEditor();
  return { ...formOf(values), editor, draftKey, kind, postId: '', revision: '0', baseVersion: '1' };
};

const note = (over = {}) => buildPost('note', { slug: 'kept', body: 'First.', ...over });
const ownerOf = (of: 'author' | 'owner') => world.personId(of);
const create = async (of: 'author' | 'owner', over = {}) =>
  (await createPost(note({ authorId: ownerOf(of), ...over }), db())).id;
const statusOf = async (id: number) =>
  (await db().select().from(posts).where(eq(posts.id, id)))[0]?.status;

type Form = Record<string, string>;

const by =
  <Data>(action: FormAction<Data>) =>
  (caller: Caller, form: Form): Promise<{ status: string }> =>
    world.call(caller, action, form);

/** Each action with a post on which it can be done, and its form. */
const all: {
  name: string;
  run: (caller: Caller, form: Form) => Promise<{ status: string }>;
  prepare: (of: 'author' | 'owner') => Promise<Form>;
}[] = [
  {
    name: 'saveDraft',
    run: by(actions.saveDraft),
    prepare: async (of) => formFor(await create(of, { status: 'draft' }), { body: 'Second.' }),
  },
  {
    name: 'publish',
    run: by(actions.publish),
    prepare: async (of) => formFor(await create(of, { status: 'draft' })),
  },
  {
    name: 'schedule',
    run: by(actions.schedule),
    prepare: async (of) =>
      formFor(await create(of, { status: 'draft' }), { publishedAt: '2126-01-01T10:00' }),
  },
  {
    name: 'update',
    run: by(actions.update),
    prepare: async (of) => formFor(await create(of), { body: 'Second.' }),
  },
  { name: 'unpublish', run: by(actions.unpublish), prepare: (of) => idForm(of) },
  { name: 'bin', run: by(actions.bin), prepare: (of) => idForm(of) },
  { name: 'restore', run: by(actions.restore), prepare: (of) => idForm(of) },
  { name: 'renewPreview', run: by(actions.renewPreview), prepare: (of) => idForm(of) },
  { name: 'revokePreview', run: by(actions.revokePreview), prepare: (of) => idForm(of) },
  {
    name: 'deleteForGood',
    run: by(actions.deleteForGood),
    prepare: async (of) => {
      const id = await create(of);
      await binPost(id, db());
      return { postId: `${id}` };
    },
  },
  {
    name: 'discardChanges',
    run: by(actions.discardChanges),
    prepare: async (of) => ({ postId: `${await create(of)}`, revision: '0' }),
  },
  {
    name: 'restoreVersion',
    run: by(actions.restoreVersion),
    prepare: async (of) => {
      const id = await create(of);
      await updatePost(id, note({ body: 'Second.' }), db());
      const first = (await listVersions(id, db())).at(-1)?.id;
      return { postId: `${id}`, versionId: `${first}` };
    },
  },
];

const idForm = async (of: 'author' | 'owner') => ({ postId: `${await create(of)}` });

test('every action is in the table', () => {
  expect(all.map((row) => row.name).sort()).toEqual(Object.keys(actions).sort());
});

describe.each(all)('$name', ({ run, prepare }) => {
  const mayOn = { author: ['author', 'owner'], owner: ['owner'] } satisfies Record<
    string,
    Caller[]
  >;

  test.each(['author', 'owner'] as const)('on a post of the %s', async (of) => {
    for (const caller of callers) {
      await db().delete(posts);
      const form = await prepare(of);
      const before = await db().select().from(posts);
      const answer = await run(caller, form);
      const may = mayOn[of].some((one) => one === caller);
      expect([caller, answer.status]).toEqual([caller, may ? 'ok' : 'error']);
      if (!may) expect(await db().select().from(posts)).toEqual(before);
    }
  });
});

const dataOf = (answer: ActionState<SavedPost>): SavedPost => {
  if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
  return answer.data;
};

test('a new post belongs to who made it', async () => {
  const form = newForm({ body: 'New.', title: 'New title' });
  const { postId } = dataOf(await world.call('author', actions.publish, form));
  const [row] = await db().select().from(posts).where(eq(posts.id, postId));
  expect(row?.authorId).toBe(ownerOf('author'));
});

describe('an answer', () => {
  test('to publishing says where the post is, and what the editor has to know anew', async () => {
    const form = newForm({ body: 'New.', slug: 'new' });
    const answer = await world.call('owner', actions.publish, form);
    const post = dataOf(answer);
    expect(post).toMatchObject({ status: 'published', version: 2, removed: [] });
    expect(post.publicUrl).toMatch(/^http.*\/new\/$/);
    expect(answer).toMatchObject({ message: `Published. It is live at ${post.publicUrl}` });
  });

  test('to scheduling says when', async () => {
    const form = newForm({ body: 'New.', publishedAt: '2126-01-05T21:07' });
    expect(await world.call('owner', actions.schedule, form)).toMatchObject({
      message: 'Scheduled: it goes live on 5th January 2126 at 9:07 pm.',
      data: { status: 'scheduled', publicUrl: null },
    });
  });

  test('to a form that lacks something returns all of it', async () => {
    const form = newForm({ title: 'Kept', tags: 'a\nb' });
    expect(await world.call('owner', actions.publish, form)).toEqual({
      status: 'invalid',
      message: 'Some fields need another look before this can be saved.',
      fields: { body: 'Text must not be empty.' },
      values: formOf({ title: 'Kept', tags: 'a\nb' }),
    });
  });

  test('to a conflict returns both texts', async () => {
    const id = await create('owner');
    const form = await formFor(id, { body: 'Mine.' });
    await updatePost(id, note({ body: 'Theirs.' }), db());
    expect(await world.call('owner', actions.update, form)).toMatchObject({
      status: 'conflict',
      mine: { body: 'Mine.' },
      theirs: { body: 'Theirs.' },
      theirVersion: 2,
      theirRevision: 0,
      now: { status: 'published', version: 2, savedValues: { body: 'Theirs.' } },
    });
  });

  test('to saving what has changed its state in between says what to do', async () => {
    const id = await create('owner');
    const form = await formFor(id, { body: 'Mine.' });
    await unpublishPost(id, db());
    expect(await world.call('owner', actions.update, form)).toMatchObject({
      status: 'error',
      message: expect.stringContaining('has become a draft'),
      now: { status: 'draft', publicUrl: null },
    });
  });

  test('to discarding holds what was discarded', async () => {
    const id = await create('owner');
    const form = await formFor(id);
    const typed = {
      ...openEditor({ postId: id }),
      sequence: 1,
      values: formOf({ body: 'Typed.' }),
    };
    const typist = { personId: ownerOf('owner'), onlyOf: null };
    const stored = await autosave(typed, typist, db());
    const revision = 'revision' in stored ? `${stored.revision}` : '';
    const unknown = { postId: `${id}`, revision: '999999' };
    expect(await world.call('owner', actions.discardChanges, unknown)).toMatchObject({
      status: 'error',
    });
    expect(
      await world.call('owner', actions.discardChanges, { postId: form.postId, revision }),
    ).toMatchObject({
      status: 'ok',
      data: { discarded: { body: 'Typed.' }, savedValues: { body: 'First.' }, version: 1 },
    });
    expect(await db().$count(postEdits)).toBe(0);
  });

  test('to discarding a draft that was never saved is that it stays', async () => {
    const typed = { ...openEditor(), sequence: 1, values: formOf({ body: 'Typed.' }) };
    const stored = await autosave(typed, { personId: ownerOf('owner'), onlyOf: null }, db());
    if (stored.status !== 'saved') throw new Error(`It was ${stored.status}.`);
    const form = { postId: `${stored.postId}`, revision: `${stored.revision}` };
    expect(await world.call('owner', actions.discardChanges, form)).toMatchObject({
      status: 'error',
      message: expect.stringContaining('Move it to the bin instead'),
    });
    expect(await db().$count(postEdits)).toBe(1);
  });

  test('to deleting for good tells that only the bin is emptied', async () => {
    const id = await create('owner');
    const form = { postId: `${id}` };
    expect(await world.call('owner', actions.deleteForGood, form)).toMatchObject({
      status: 'error',
      message: 'Only what is in the bin can be deleted for good.',
    });
    expect(await statusOf(id)).toBe('published');
  });
});
