// The ways out of a conflict. Whatever is chosen, the other text stays: on this device, and theirs
// among the versions as well where it was saved.
import type { FormValues } from '@/lib/actions';
import type { Known } from './autosave/ledger';
import type { Conflict } from './autosave/saving-state';
import type { EditorSession } from './session';

const knownFrom = ({ postId, theirRevision, theirVersion }: Conflict): Known => ({
  postId,
  revision: theirRevision,
  baseVersion: theirVersion,
});

/** What the author has written shall stand. */
export async function keepMine(session: EditorSession, conflict: Conflict): Promise<void> {
  await session.setAside(conflict.theirs);
  session.autosave.overrule(knownFrom(conflict));
}

/** What somebody else has written shall stand. */
export async function takeTheirs(session: EditorSession, conflict: Conflict): Promise<void> {
  await session.setAside(session.form.read());
  session.write(conflict.theirs);
  // As the form holds it, which may drop what a control cannot hold.
  session.autosave.confirm(knownFrom(conflict), session.form.read(), Date.parse(conflict.savedAt));
}

/** A third text made of both goes into the form, to be looked at and edited there. */
export async function useMerged(
  session: EditorSession,
  conflict: Conflict,
  merged: FormValues,
): Promise<void> {
  await session.setAside(session.form.read());
  await session.setAside(conflict.theirs);
  session.write(merged);
  session.autosave.overrule(knownFrom(conflict));
}
