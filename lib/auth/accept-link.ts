// What a link that lets somebody in does when it is used: it makes the owner, or gives a person a
// new password. Whatever it does and its being used up are one transaction.
import { database } from '../db/client';
import { hasOwner } from '../people/queries';
import { addPerson, changePeople, isTaken, setPassword } from '../people/write';
import { consumeAccessLink, findAccessLink } from './access-links';
import { hashPassword } from './password';

export type LinkAnswers = {
  token: string;
  password: string;
  /** For the setup, which has no person yet. */
  name: string;
  email: string;
};

export type LinkOutcome =
  /** The e-mail address to sign in with from now on. */
  | { status: 'done'; email: string }
  /** Used, too old, or never made. */
  | { status: 'gone' }
  /** Somebody has this e-mail address; the link can be used again. */
  | { status: 'taken' };

/** Uses a link. */
export async function acceptLink(
  { token, password, name, email }: LinkAnswers,
  db = database(),
  now = new Date(),
): Promise<LinkOutcome> {
  if ((await findAccessLink(token, db, now)) === null) return { status: 'gone' };
  const passwordHash = await hashPassword(password);
  return changePeople(db, async (tx) => {
    const link = await findAccessLink(token, tx, now);
    if (link === null) return { status: 'gone' };
    if (link.person === null) {
      if (await hasOwner(tx)) return { status: 'gone' };
      if (await isTaken(email, null, tx)) return { status: 'taken' };
    }
    await consumeAccessLink(token, tx, now);
    if (link.person !== null) await setPassword(link.person.id, passwordHash, tx);
    else await addPerson({ name, email, role: 'owner', passwordHash }, tx);
    return { status: 'done', email: link.person?.email ?? email };
  });
}
