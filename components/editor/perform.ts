// Asks the server for what the author wants done, and brings the editor up to date with the answer.
// Whatever the answer is, the text stays.
import { unstable_isUnrecognizedActionError } from 'next/navigation';
import { type ActionState, type FormAction, type FormValues, idle } from '@/lib/actions';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { Discarded, PreviewKey, SavedPost } from '@/lib/posts/editing';
import { isSameValues } from '@/lib/posts/form-texts';
import {
  type EditorActions,
  type Intent,
  isSavingIntent,
  type SavingIntent,
} from './editor-actions';
import type { EditorSession } from './session';

const unreachable =
  'The server cannot be reached. Your text is kept on this device: try again when you are online.';
const outdated =
  'The server has been renewed since this page was opened. Reload the page and try again: your text is kept.';

/** Does one thing at a time; a second request while one is under way is dropped. */
export async function perform(
  session: EditorSession,
  actions: EditorActions,
  intent: Intent,
): Promise<void> {
  if (session.pending.get() !== null) return;
  session.pending.set(intent);
  await session.autosave.pause();
  try {
    const state = await carryOut(session, actions, intent);
    session.result.set({ intent, state });
  } finally {
    session.pending.set(null);
    session.autosave.resume();
  }
}

async function carryOut(
  session: EditorSession,
  actions: EditorActions,
  intent: Intent,
): Promise<ActionState<unknown>> {
  if (isSavingIntent(intent)) return save(session, actions, intent);
  switch (intent) {
    case 'unpublish':
    case 'bin':
    case 'restore':
      return move(session, actions[intent], intent);
    case 'renewPreview':
    case 'revokePreview':
      return changePreview(session, actions[intent]);
    case 'discardChanges':
      return discard(session, actions.discardChanges);
    case 'deleteForGood':
      return deleteForGood(session, actions.deleteForGood);
  }
}

/** The form, with what the editor knows instead of what it knew when the page was made. */
function formOf({ form, autosave }: EditorSession): FormData {
  const data = form.data();
  for (const [name, value] of Object.entries(autosave.knowledge))
    data.set(name, String(value ?? ''));
  return data;
}

async function call<Data>(
  session: EditorSession,
  action: FormAction<Data>,
): Promise<ActionState<Data>> {
  try {
    return await action(idle, formOf(session));
  } catch (error) {
    console.error('An action got no answer.', error);
    const message = unstable_isUnrecognizedActionError(error) ? outdated : unreachable;
    return { status: 'error', message };
  }
}

async function save(session: EditorSession, actions: EditorActions, intent: SavingIntent) {
  session.typed();
  const sent = session.autosave.values;
  const state = await call(session, actions[intent]);
  if (state.status === 'conflict')
    session.autosave.meet({
      status: 'conflict',
      postId: session.autosave.knowledge.postId ?? 0,
      theirs: state.theirs,
      theirVersion: state.theirVersion,
      theirRevision: state.theirRevision ?? 0,
      by: null,
      savedAt: new Date().toISOString(),
    });
  if (state.status === 'ok') takeSaved(session, state.data, sent);
  if (state.status === 'conflict' && state.now) session.observe(state.now);
  if (state.status === 'error' && state.now) takeChanged(session, state.now);
  return state;
}

/**
 * The post is public by now, or a draft again, and its text stands against nothing written here: the
 * buttons follow, and what the form leaves open is decided.
 */
function takeChanged(session: EditorSession, now: SavedPost): void {
  const { postId, version, savedValues } = now;
  const isOpen = (name: string) => (session.autosave.values[name] ?? '') === '';
  const decided = (['slug', 'publishedAt'] as const).filter(isOpen);
  session.form.write(Object.fromEntries(decided.map((name) => [name, savedValues[name] ?? ''])));
  session.typed();
  const isSame = isSameValues(session.autosave.values, savedValues);
  const revision = isSame ? 0 : session.autosave.knowledge.revision;
  const known = { postId, baseVersion: version, revision };
  if (isSame) session.autosave.confirm(known, savedValues);
  session.observe(now);
  session.learn(known, { version, savedValues });
}

/** What the server decided (a slug, a time) goes into the form, where nothing was typed since. */
function takeSaved(session: EditorSession, saved: SavedPost, sent: FormValues): void {
  const { postId, version, savedValues, ...facts } = saved;
  session.typed();
  const now = session.autosave.values;
  const decided = Object.entries(savedValues).filter(([name]) => now[name] === sent[name]);
  session.form.write(Object.fromEntries(decided));
  session.typed();
  session.autosave.confirm({ postId, baseVersion: version, revision: 0 }, savedValues);
  session.learn(
    { postId, baseVersion: version, revision: 0 },
    {
      ...facts,
      version,
      savedValues,
      wasPublished: session.facts.get().wasPublished || facts.publicUrl !== null,
    },
  );
}

async function move(
  session: EditorSession,
  action: FormAction<SavedPost>,
  intent: 'unpublish' | 'bin' | 'restore',
) {
  const state = await call(session, action);
  if (state.status !== 'ok') return state;
  const { postId, version, ...facts } = state.data;
  const { revision } = session.autosave.knowledge;
  const isBinned = intent === 'unpublish' ? session.facts.get().isBinned : intent === 'bin';
  session.learn({ postId, revision, baseVersion: version }, { ...facts, version, isBinned });
  return state;
}

async function changePreview(session: EditorSession, action: FormAction<PreviewKey>) {
  const state = await call(session, action);
  if (state.status === 'ok') session.facts.set({ ...session.facts.get(), ...state.data });
  return state;
}

/** The form shows the post again; what was typed can be had back. */
async function discard(session: EditorSession, action: FormAction<Discarded>) {
  session.typed();
  const discarded = session.autosave.values;
  const state = await call(session, action);
  const { postId } = session.autosave.knowledge;
  if (state.status !== 'ok' || postId === null) return state;
  const { savedValues, version } = state.data;
  session.write(savedValues);
  if (isSameValues(session.autosave.values, savedValues))
    session.autosave.confirm({ postId, baseVersion: version, revision: 0 }, savedValues);
  session.learn({ postId, baseVersion: version, revision: 0 }, { savedValues, version });
  return { ...state, data: { ...state.data, discarded } };
}

async function deleteForGood(session: EditorSession, action: FormAction) {
  const state = await call(session, action);
  if (state.status === 'ok') window.location.assign(dashboardUrls.posts());
  return state;
}
