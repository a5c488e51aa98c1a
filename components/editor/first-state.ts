// What an editor begins with: what the page was made with or, where a form without script has just
// been answered, what came of it.
import type { ActionState, FormValues } from '@/lib/actions';
import type { EditorState } from '@/lib/posts/editing';
import type { Conflict } from './autosave/saving-state';
import type { Result } from './editor-actions';

/** Every state of a page is one too: what it lacks is what nothing was refused of. */
export type FirstState = EditorState & {
  /** What the server holds, where the values are what it has just refused. */
  held?: FormValues;
  /** What stood in the way of them. */
  conflict?: Conflict;
};

export function firstState(state: EditorState, result: Result | null): FirstState {
  const answer = result?.state;
  if (answer === undefined) return state;
  if (answer.status === 'ok') return savedState(state, answer.data);
  if (answer.status === 'conflict') return conflictState(state, answer);
  if (answer.status === 'idle' || answer.values === undefined) return state;
  return refusedState(state, answer.values);
}

/**
 * What the server holds, as the controls of the form tell it: `begun` is what they began with, and
 * a control may drop what it cannot hold, which nobody typed.
 */
export function heldValues(begun: FormValues, { values, held }: FirstState): FormValues {
  if (held === undefined) return begun;
  const refused = Object.keys(begun).filter((name) => (held[name] ?? '') !== (values[name] ?? ''));
  return { ...begun, ...Object.fromEntries(refused.map((name) => [name, held[name] ?? ''])) };
}

function savedState(state: EditorState, data: unknown): EditorState {
  if (state.postId !== null || !isSavedPost(data)) return state;
  const { savedValues, ...saved } = data;
  return { ...state, ...saved, savedValues, values: savedValues, revision: 0 };
}

/** `sent` says too what its sender knew: sent again, it must not overrule what that sender never saw. */
function refusedState(state: EditorState, sent: FormValues): FirstState {
  const { postId, revision, baseVersion, ...values } = sent;
  return {
    ...state,
    // The page of a new post answers for the post that its form has made already.
    postId: state.postId ?? readCount(postId),
    values: { ...state.values, ...values },
    revision: readCount(revision) ?? state.revision,
    version: readCount(baseVersion) ?? state.version,
    held: state.values,
  };
}

function conflictState(
  state: EditorState,
  { mine, theirs, theirVersion, theirRevision = 0 }: ConflictAnswer,
): FirstState {
  return {
    ...state,
    values: { ...state.values, ...mine },
    // Sent again, one's own overrules theirs, which the page shows below.
    version: theirVersion,
    revision: theirRevision,
    held: state.values,
    conflict: conflictWith(state, { theirs, theirVersion, theirRevision }),
  };
}

/** With a script nothing is sent before the author has decided. */
function conflictWith(
  { postId, editedBy, updatedAt }: EditorState,
  stored: Pick<Conflict, 'theirs' | 'theirVersion' | 'theirRevision'>,
): Conflict | undefined {
  if (postId === null) return undefined;
  const name = editedBy?.name ?? null;
  const savedAt = editedBy?.savedAt ?? updatedAt ?? new Date().toISOString();
  return { status: 'conflict', postId, ...stored, by: name === null ? null : { name }, savedAt };
}

type ConflictAnswer = Extract<ActionState<unknown>, { status: 'conflict' }>;

type SavedAnswer = Pick<EditorState, 'status' | 'version' | 'savedValues'> & { postId: number };

const isSavedPost = (data: unknown): data is SavedAnswer =>
  typeof data === 'object' && data !== null && 'savedValues' in data && 'postId' in data;

const readCount = (text = ''): number | null => (/^\d{1,15}$/.test(text) ? Number(text) : null);
