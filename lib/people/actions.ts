// What people change about themselves, and owners about others.
'use server';

import { redirect } from 'next/navigation';
import { createAccessLink } from '../auth/access-links';
import type { Actor } from '../auth/actor';
import { authorAction } from '../auth/author-action';
import { hashPassword } from '../auth/password';
import { askingAddress } from '../auth/request';
import { endDevice as endDeviceOf, endSessions } from '../auth/sessions';
import { dashboardUrls } from '../dashboard-urls';
import { database } from '../db/client';
import { env } from '../env';
import { absolute } from '../urls';
import { answerOf, missing, refusalOf, wrongField } from './answers';
import {
  accountInput,
  deviceInput,
  invitationInput,
  passwordInput,
  personInput,
  roleInput,
} from './input';
import { problemWithPassword } from './own-password';
import { getPerson } from './queries';
import {
  addPerson,
  changeAccount as changeAccountOf,
  changePeople,
  changeRole as changeRoleOf,
  deactivate,
  reactivate,
  removePerson as removePersonOf,
  setPassword,
} from './write';

const manage = { permission: 'people:manage' } as const;

/** What an owner hands over to somebody; shown once. */
export type LinkData = { link: string };

/** Name and e-mail address; the address needs the password, for it is what one signs in with. */
export const changeAccount = authorAction(
  { permission: null, input: accountInput },
  async ({ name, email, currentPassword }, actor) => {
    const values = { name, email };
    const person = await getPerson(actor.id);
    if (person && person.email !== email) {
      const problem = await problemWithOwnPassword(actor, currentPassword);
      if (problem) return wrongField('currentPassword', problem, values);
    }
    const changed = await changeAccountOf(actor.id, values, database());
    return answerOf(changed, 'Saved.', values);
  },
);

/** A new password; the other browsers have to sign in again. */
export const changePassword = authorAction(
  { permission: null, input: passwordInput },
  async ({ currentPassword, password }, actor) => {
    const problem = await problemWithOwnPassword(actor, currentPassword);
    if (problem) return wrongField('currentPassword', problem, {});
    const passwordHash = await hashPassword(password);
    const changed = await changePeople(database(), (tx) =>
      setPassword(actor.id, passwordHash, tx, { except: actor.sessionId }),
    );
    return answerOf(changed, 'You have a new password. Every other browser is signed out.');
  },
);

async function problemWithOwnPassword(actor: Actor, typed: string): Promise<string | null> {
  const person = await getPerson(actor.id);
  return person && problemWithPassword(person, typed, await askingAddress());
}

/** Signs one browser out. */
export const endDevice = authorAction(
  { permission: null, input: deviceInput },
  async ({ session }, actor) => {
    const wasThere = await endDeviceOf({ personId: actor.id, sessionId: session });
    return { status: 'ok', message: wasThere ? 'Signed out.' : 'It was signed out.', data: null };
  },
);

/** Signs out every browser but this one. */
export const endOtherDevices = authorAction(
  { permission: null, input: personInput.partial() },
  async (_input, actor) => {
    const count = await endSessions({ personId: actor.id, except: actor.sessionId });
    const message =
      count === 1 ? 'One browser is signed out.' : `${count} browsers are signed out.`;
    return { status: 'ok', message, data: null };
  },
);

/** Adds a person who has yet to choose a password, through the link. */
export const invitePerson = authorAction(
  { ...manage, input: invitationInput },
  async ({ name, email, role }) => {
    // Both or neither: a person without a link could not be invited again.
    const added = await changePeople(database(), async (tx) => {
      const person = await addPerson({ name, email, role, passwordHash: null }, tx);
      if (person.status !== 'done') return person;
      return { status: 'invited' as const, data: await newLink('invitation', person.id, tx) };
    });
    if (added.status !== 'invited') return refusalOf(added, { name, email, role });
    const { data } = added;
    return { status: 'ok', message: `${name} can come in with this link, within a week:`, data };
  },
);

/** A link for somebody who has lost theirs, or their password. */
export const renewLink = authorAction({ ...manage, input: personInput }, async ({ person: id }) => {
  const person = await getPerson(id);
  if (!person?.role || person.deactivatedAt) return missing;
  const purpose = person.hasPassword ? 'password' : 'invitation';
  const data: LinkData = await newLink(purpose, id);
  return {
    status: 'ok',
    message: `With this link ${person.name} chooses a password, once; links from before are void:`,
    data,
  };
});

async function newLink(
  purpose: 'invitation' | 'password',
  personId: number,
  db = database(),
): Promise<LinkData> {
  const token = await createAccessLink({ purpose, personId }, db);
  return { link: absolute(dashboardUrls.access(token), env().SITE_URL) };
}

export const changeRole = authorAction({ ...manage, input: roleInput }, async ({ person, role }) =>
  answerOf(await changeRoleOf(person, role, database()), 'Saved.'),
);

export const deactivatePerson = authorAction(
  { ...manage, input: personInput },
  async ({ person }) =>
    answerOf(await deactivate(person, database()), 'Signed out everywhere, and kept out.'),
);

export const reactivatePerson = authorAction(
  { ...manage, input: personInput },
  async ({ person }) => answerOf(await reactivate(person, database()), 'May sign in again.'),
);

/** Removes a person who has written nothing. */
export const removePerson = authorAction({ ...manage, input: personInput }, async ({ person }) => {
  const removed = await removePersonOf(person, database());
  if (removed.status === 'done') redirect(dashboardUrls.people());
  return answerOf(removed, 'Removed.');
});
