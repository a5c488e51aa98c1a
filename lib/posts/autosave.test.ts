// Nothing that is typed is lost: what is stored, what is refused, and what the refused are told.
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { collectTouched } from '../db/page-changes';
import { postEdits, posts, postVersions } from '../db/schema';
import { now } from '../testing/clock';
import { formOf, openEditor } from '../testing/editor';
import { buildPost } from '../testing/factories';
import { writingWorld } from '../testing/writing';
import { autosave } from './autosave';
import { binPost, updatePost } from './change';
import type { AutosaveRequest, EditorKnowledge } from './editing';
import { createPost } from './write';

const { db, anna, ben } = writingWorld();

const writing = (body: string, editor: EditorKnowledge, sequence = 1): AutosaveRequest => ({
  ...editor,
  sequence,
  values: formOf({ body }),
});

const store = (request: AutosaveRequest, typist = anna()) => autosave(request, typist, db(), now);
const copies = () => db().select().from(postEdits);
const stored = async () => (await copies()).map((copy) => copy.values.body);

describe('the first autosave', () => {
  test('makes a draft of the kind, which holds the text in its working copy alone', async () => {
    const answer = await store(writing('Typed.', openEditor()));
    expect(answer).toMatchObject({ status: 'saved', version: 1, savedAt: now.toISOString() });
    const [post] = await db().select().from(posts);
    expect(post).toMatchObject({ kind: 'note', status: 'draft', body: '', displayTitle: '' });
    expect(post).toMatchObject({ authorId: anna().personId, publishedOn: null });
    expect(await stored()).toEqual(['Typed.']);
  });

  test('makes one post of the same request twice, also at a time', async () => {
    const request = writing('Typed.', openEditor());
    const answers = await Promise.all([1, 2, 3, 4].map(() => store(request)));
    expect(new Set(answers.map((answer) => 'postId' in answer && answer.postId)).size).toBe(1);
    expect(answers.map((answer) => answer.status).sort()).toEqual([
      'saved',
      'superseded',
      'superseded',
      'superseded',
    ]);
    expect(await db().$count(posts)).toBe(1);
  });

  test('whose answer was lost goes on with the next', async () => {
    const editor = openEditor();
    await store(writing('Lost.', editor, 1));
    expect(await store(writing('Next.', editor, 2))).toMatchObject({ status: 'saved' });
    expect(await stored()).toEqual(['Next.']);
  });
});

const createNote = async () =>
  (await createPost(buildPost('note', { body: 'Public.' }), db(), now)).id;

/** Two pages on one post, as they were opened. */
async function twoEditors() {
  const postId = await createNote();
  return { postId, first: openEditor({ postId }), second: openEditor({ postId }) };
}

const revisionOf = (answer: Awaited<ReturnType<typeof store>>) =>
  'revision' in answer ? answer.revision : 0;

describe('writes of one editor', () => {
  test('replace each other in their order, whatever order they arrive in', async () => {
    const { first } = await twoEditors();
    const latest = await store(writing('Third.', first, 3));
    expect(await store(writing('Second.', first, 2))).toEqual({
      ...latest,
      status: 'superseded',
    });
    expect(await stored()).toEqual(['Third.']);
  });

  test('that arrive at a time leave the last of them', async () => {
    const { first } = await twoEditors();
    const sequences = [1, 2, 3, 4, 5, 6, 7, 8];
    await Promise.all(sequences.map((number) => store(writing(`No. ${number}`, first, number))));
    expect(await stored()).toEqual(['No. 8']);
  });

  test('touch no page, make no version and leave the post as it is', async () => {
    const { postId, first } = await twoEditors();
    const before = await db().select().from(posts);
    const { touched } = await collectTouched(() => store(writing('Typed.', first)));
    expect(touched).toEqual([]);
    expect(await db().select().from(posts)).toEqual(before);
    expect(await db().$count(postVersions, eq(postVersions.postId, postId))).toBe(0);
  });
});

describe('of two editors', () => {
  test('the later is told what the earlier wrote, and overwrites nothing', async () => {
    const { postId, first, second } = await twoEditors();
    const earlier = await store(writing('Anna’s.', first));
    expect(await store(writing('Ben’s.', second), ben())).toEqual({
      status: 'conflict',
      postId,
      theirs: formOf({ body: 'Anna’s.' }),
      theirVersion: 1,
      theirRevision: revisionOf(earlier),
      by: { name: 'Anna' },
      savedAt: now.toISOString(),
    });
    expect(await stored()).toEqual(['Anna’s.']);
  });

  test('one that arrives first at a time is stored, the other in conflict', async () => {
    const { first, second } = await twoEditors();
    const answers = await Promise.all([
      store(writing('Anna’s.', first)),
      store(writing('Ben’s.', second), ben()),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(['conflict', 'saved']);
  });

  test('each goes on in conflict until it knows the other’s state', async () => {
    const { first, second } = await twoEditors();
    await store(writing('Anna’s.', first, 1));
    const refused = await store(writing('Ben’s.', second, 1), ben());
    if (refused.status !== 'conflict') throw new Error('There was no conflict.');
    const decided = { ...second, revision: refused.theirRevision };
    expect(await store(writing('Ben’s.', decided, 2), ben())).toMatchObject({ status: 'saved' });
    expect(await store(writing('Anna’s again.', first, 2))).toMatchObject({
      status: 'conflict',
      theirs: formOf({ body: 'Ben’s.' }),
      by: { name: 'Ben' },
    });
  });

  test('a state of a copy that was dropped is not mistaken for a later one', async () => {
    const { first, second } = await twoEditors();
    const revision = revisionOf(await store(writing('Anna’s.', first, 1)));
    await db().delete(postEdits);
    await store(writing('Ben’s.', second, 1), ben());
    const late = { ...first, revision, editor: openEditor().editor };
    expect(await store(writing('Anna’s again.', late, 2))).toMatchObject({ status: 'conflict' });
  });
});

describe('after a real save by somebody else', () => {
  test('typing is in conflict with the post itself', async () => {
    const { postId, second } = await twoEditors();
    const saved = buildPost('note', { body: 'Saved.' });
    await updatePost(postId, saved, db(), { now, personId: anna().personId });
    const refused = await store(writing('Ben’s.', second), ben());
    expect(refused).toMatchObject({
      status: 'conflict',
      theirs: { body: 'Saved.' },
      theirVersion: 2,
      theirRevision: 0,
      by: { name: 'Anna' },
    });
    const decided = { ...second, baseVersion: 2 };
    expect(await store(writing('Ben’s.', decided, 2), ben())).toMatchObject({ status: 'saved' });
  });

  test('that changed no text there is no conflict', async () => {
    const { postId, second } = await twoEditors();
    await updatePost(postId, buildPost('note', { body: 'Public.' }), db(), { now });
    expect(await store(writing('Ben’s.', second), ben())).toMatchObject({
      status: 'saved',
      version: 2,
    });
  });
});

describe('is refused', () => {
  test('for a post in the bin or gone', async () => {
    const postId = await createNote();
    await binPost(postId, db(), { now });
    expect(await store(writing('x', openEditor({ postId })))).toEqual({ status: 'gone' });
    expect(await store(writing('x', openEditor({ postId: 999_999 })))).toEqual({ status: 'gone' });
  });

  test('for a post of somebody else, also by the key of its draft', async () => {
    const limited = { ...ben(), onlyOf: ben().personId };
    const editor = openEditor();
    await store(writing('Anna’s.', editor));
    const foreign = openEditor({ draftKey: editor.draftKey });
    expect(await store(writing('Ben’s.', foreign), limited)).toEqual({ status: 'forbidden' });
    expect(await store(writing('Ben’s.', openEditor()), limited)).toMatchObject({
      status: 'saved',
    });
  });
});

test('text that no database takes is stored without what cannot be stored', async () => {
  await store(writing('a\0b\ud800c', openEditor()));
  expect(await stored()).toEqual(['ab\ufffdc']);
});
