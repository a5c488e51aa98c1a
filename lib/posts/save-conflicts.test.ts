import { describe, expect, test } from 'vitest';
import { postEdits } from '../db/schema';
import { now } from '../testing/clock';
import { openEditor, openStored } from '../testing/editor';
import { buildPost } from '../testing/factories';
import { writingWorld } from '../testing/writing';
import { autosave } from './autosave';
import { binPost, updatePost } from './change';
import { getPost } from './page-queries';

const { db, anna, ben, save, only, reasons, publicNote } = writingWorld();
const opened = (postId: number) => openStored(postId, db());

describe('two who save', () => {
  test('the later is refused with what the earlier saved, and both texts are kept', async () => {
    const postId = await publicNote();
    const mine = await opened(postId);
    const yours = await opened(postId);
    await save('update', { ...mine.state.values, body: 'Anna’s.' }, mine.editor);
    const values = { ...yours.state.values, body: 'Ben’s.' };
    const refused = await save('update', values, yours.editor, { by: ben() });
    expect(refused).toMatchObject({ status: 'conflict', theirs: { body: 'Anna’s.' } });
    if (refused.status !== 'conflict') return;
    const { theirVersion: baseVersion, theirRevision: revision } = refused;
    const decided = { ...yours.editor, baseVersion, revision };
    expect(await save('update', values, decided, { by: ben() })).toMatchObject({ status: 'saved' });
    expect(await only()).toMatchObject({ body: 'Ben’s.' });
    expect(await reasons()).toEqual(['1 first', '2 saved', '3 saved']);
  });

  test('at a time: one is saved, the other in conflict', async () => {
    const postId = await publicNote();
    const editors = await Promise.all([opened(postId), opened(postId), opened(postId)]);
    const outcomes = await Promise.all(
      editors.map(({ editor, state }, index) =>
        save('update', { ...state.values, body: `No. ${index}` }, editor),
      ),
    );
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual([
      'conflict',
      'conflict',
      'saved',
    ]);
  });

  test('the same text are not in conflict', async () => {
    const postId = await publicNote();
    const mine = await opened(postId);
    const yours = await opened(postId);
    const values = { ...mine.state.values, body: 'The same.' };
    await save('update', values, mine.editor);
    expect(await save('update', values, yours.editor)).toMatchObject({ status: 'saved' });
  });
});

test('a save is refused while somebody else has typed what its page does not know', async () => {
  const postId = await publicNote();
  const { editor, state } = await opened(postId);
  const other = openEditor({ postId });
  const typed = { ...state.values, body: 'Ben types.' };
  await autosave({ ...other, sequence: 1, values: typed }, ben(), db(), now);
  expect(await save('update', { ...state.values, body: 'Anna’s.' }, editor)).toMatchObject({
    status: 'conflict',
    theirs: { body: 'Ben types.' },
    theirVersion: 1,
  });
  expect(await db().$count(postEdits)).toBe(1);
});

test('what was typed before the post became another is in conflict when it is opened again', async () => {
  const postId = await publicNote();
  const { editor, state } = await opened(postId);
  const typed = { ...state.values, body: 'Typed.' };
  await autosave({ ...editor, sequence: 1, values: typed }, anna(), db(), now);
  await updatePost(postId, buildPost('note', { body: 'Changed by a program.' }), db(), { now });
  const again = await opened(postId);
  expect(again.state).toMatchObject({ version: 1, hasUnsavedChanges: true });
  expect(await save('update', again.state.values, again.editor)).toMatchObject({
    status: 'conflict',
    theirs: { body: 'Changed by a program.' },
  });
});

test('is refused for a post in the bin, and for one of somebody else', async () => {
  const postId = await publicNote({ authorId: anna().personId });
  const { editor, state } = await opened(postId);
  const limited = { ...ben(), onlyOf: ben().personId };
  expect(await save('update', state.values, editor, { by: limited })).toEqual({
    status: 'forbidden',
  });
  await binPost(postId, db(), { now });
  expect(await save('update', state.values, editor)).toEqual({ status: 'gone' });
});

test('a working copy is seen by nobody but its editor', async () => {
  const postId = await publicNote();
  const { editor, state } = await opened(postId);
  const typed = { ...state.values, body: 'Secret.' };
  await autosave({ ...editor, sequence: 1, values: typed }, anna(), db(), now);
  expect((await getPost('2026-01-15', 'kept', now, db()))?.html).toContain('First.');
  expect((await opened(postId)).state).toMatchObject({
    values: { body: 'Secret.' },
    savedValues: { body: 'First.' },
    hasUnsavedChanges: true,
    editedBy: { name: 'Anna', savedAt: now.toISOString() },
    publicUrl: expect.stringContaining('/2026/Jan/15/kept/'),
  });
});
