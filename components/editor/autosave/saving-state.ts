// How things stand with the text, and the words in which the author reads it.
import type { AutosaveAnswer } from '@/lib/posts/editing';
import type { Kept } from './copy-keeper';

export type Conflict = Extract<AutosaveAnswer, { status: 'conflict' }>;

export type SavingState = { kept: Kept } & (
  | { name: 'untouched' }
  /** All that was typed is on the server; milliseconds since 1970. */
  | { name: 'saved'; at: number }
  | { name: 'saving' }
  /** `offline`: nothing is reached; `failing`: something answers, but not as it should. */
  | { name: 'offline' | 'failing' }
  | { name: 'signed-out' }
  | { name: 'conflict'; conflict: Conflict }
  /** Deleted, or in the bin. */
  | { name: 'gone' }
  /** The server does not take it, and would not the next time either. */
  | { name: 'refused'; message: string }
);

/** Whether leaving the page would lose something: then, and only then, the browser asks. */
export function wouldLose(state: SavingState): boolean {
  const isConfirmed = state.name === 'untouched' || state.name === 'saved';
  return !isConfirmed && state.kept.status === 'failed';
}

const notKept = {
  full: 'this browser’s storage is full: leave this page open or copy the text',
  unavailable: 'this browser keeps nothing: leave this page open or copy the text',
};

function onThisDevice({ kept }: SavingState): string {
  return kept.status === 'failed' ? notKept[kept.reason] : 'kept on this device';
}

/** The state in words; the sign-in link of a signed-out state is the caller's. */
export function describeSaving(state: SavingState, timeOf: (at: number) => string): string {
  switch (state.name) {
    case 'untouched':
      return '';
    case 'saved':
      return `Saved ${timeOf(state.at)}`;
    case 'saving':
      return state.kept.status === 'failed' ? `Saving… (${notKept[state.kept.reason]})` : 'Saving…';
    case 'offline':
      return `Offline, ${onThisDevice(state)}`;
    case 'failing':
      return `The server does not answer: ${onThisDevice(state)}`;
    case 'signed-out':
      return `Signed out: ${onThisDevice(state)}`;
    case 'conflict':
      return `Conflict: ${onThisDevice(state)}`;
    case 'gone':
      return `This post was deleted or binned: ${onThisDevice(state)}`;
    case 'refused':
      return `Not saved, ${onThisDevice(state)}. ${state.message}`;
  }
}
