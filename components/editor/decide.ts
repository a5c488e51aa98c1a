// The ways out of a conflict. Whatever is chosen, the other text stays: on this device, and theirs
// among the versions as well where it was saved.
import type { Known } from './autosave/ledger';
import type { Conflict } from './autosave/saving-state';
import type { EditorSession } from './session';

export const knownFrom = ({ postId, theirRevision, theirVersion }: Conflict): Known => ({
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
