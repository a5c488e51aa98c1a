import { expect, test } from 'vitest';
import { type Conflict, describeSaving, type SavingState, wouldLose } from './saving-state';

const kept = { status: 'kept' } as const;
const nothing = { status: 'none' } as const;
const full = { status: 'failed', reason: 'full' } as const;
const conflict: Conflict = {
  status: 'conflict',
  postId: 1,
  theirs: {},
  theirVersion: 1,
  theirRevision: 1,
  by: null,
  savedAt: '2026-02-01T12:00:00Z',
};

test.each<{ state: SavingState; words: string; loses?: boolean }>([
  { state: { name: 'untouched', kept: nothing }, words: '' },
  { state: { name: 'saved', at: 0, kept: nothing }, words: 'Saved 12:04' },
  { state: { name: 'saving', kept }, words: 'Saving…' },
  { state: { name: 'offline', kept }, words: 'Offline, kept on this device' },
  { state: { name: 'signed-out', kept }, words: 'Signed out: kept on this device' },
  { state: { name: 'failing', kept }, words: 'The server does not answer: kept on this device' },
  { state: { name: 'conflict', conflict, kept }, words: 'Conflict: kept on this device' },
  {
    state: { name: 'refused', message: 'It is too long.', kept },
    words: 'Not saved, kept on this device. It is too long.',
  },
  {
    state: { name: 'offline', kept: full },
    words: 'Offline, this browser’s storage is full: leave this page open or copy the text',
    loses: true,
  },
  { state: { name: 'saved', at: 0, kept: full }, words: 'Saved 12:04' },
])('$words', ({ state, words, loses = false }) => {
  expect(describeSaving(state, () => '12:04')).toBe(words);
  expect(wouldLose(state)).toBe(loses);
});
