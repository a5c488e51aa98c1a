import { describe, expect, test } from 'vitest';
import type { ActionState } from '@/lib/actions';
import type { EditorState } from '@/lib/posts/editing';
import { firstState, heldValues } from './first-state';

const state: EditorState = {
  ...{ postId: 3, draftKey: 'd', kind: 'note', status: 'draft', isBinned: false },
  ...{ wasPublished: false, version: 5, revision: 9, hasUnsavedChanges: true, editedBy: null },
  values: { kind: 'note', body: 'On the server.', title: 'A' },
  savedValues: { kind: 'note', body: 'Saved.', title: 'A' },
  ...{ publishedAt: null, updatedAt: '2026-02-01T12:00:00.000Z', previewKey: null },
  ...{ publicUrl: null, removed: [], wordCount: 3, timeZone: 'UTC', series: [] },
};
const typed = { kind: 'note', body: 'Typed.', title: 'A' };
const after = (answer: ActionState<unknown>) => firstState(state, { intent: null, state: answer });

test('a page that answers nothing begins with what it was made with', () => {
  expect(firstState(state, null)).toBe(state);
  expect(after({ status: 'error', message: 'No.' })).toBe(state);
});

describe.each(['error', 'invalid'] as const)('a form without script: %s', (status) => {
  const values = { ...typed, postId: '3', revision: '8', baseVersion: '4' };
  const refusal = { status, message: 'No.', values, fields: {} };
  const first = after(refusal);

  test('shows what was typed, and the server is known to hold something else', () => {
    expect(first.values).toEqual(typed);
    expect(heldValues(typed, first)).toEqual(state.values);
  });

  test('overrules nothing that its sender never saw', () => {
    expect(first).toMatchObject({ revision: 8, version: 4 });
  });
});

test('a post that its form has made already is not made again', () => {
  const refusal = { status: 'error' as const, message: 'No.', values: { ...typed, postId: '8' } };
  const first = firstState({ ...state, postId: null }, { intent: null, state: refusal });
  expect(first.postId).toBe(8);
});

test('a conflict of a form without script stands until it is decided', () => {
  const theirs = { ...typed, body: 'Theirs.' };
  const first = after({
    ...{ status: 'conflict', message: 'Somebody else.', mine: typed, theirs },
    ...{ theirVersion: 6, theirRevision: 11 },
  });
  expect(first).toMatchObject({ values: typed, version: 6, revision: 11 });
  expect(first.conflict).toMatchObject({ postId: 3, theirs, theirVersion: 6, theirRevision: 11 });
  expect(heldValues(typed, first)).toEqual(state.values);
});

test('a new post that was saved is held by the server as it was saved', () => {
  const savedValues = { ...typed, slug: 'typed' };
  const first = firstState(
    { ...state, postId: null },
    {
      intent: null,
      state: { status: 'ok', message: 'Saved.', data: { postId: 4, version: 1, savedValues } },
    },
  );
  expect(first).toMatchObject({ postId: 4, values: savedValues, revision: 0 });
  expect(heldValues(first.values, first)).toEqual(savedValues);
});

test('what a control cannot hold was not typed', () => {
  const first = {
    ...state,
    values: { ...typed, title: 'A\nB' },
    held: { ...typed, title: 'A\nB' },
  };
  expect(heldValues({ ...typed, title: 'A B' }, first).title).toBe('A B');
});
