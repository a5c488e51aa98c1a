// Changing people. One change at a time: each has to leave an owner who can sign in. Readers see
// nothing of people, so no page has to be told.
import { and, eq, ne, sql } from 'drizzle-orm';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import type { Role } from '../auth/actor';
import { endSessions } from '../auth/sessions';
import type { Database } from '../db/client';
import { accessLinks, people } from '../db/schema';
import { postSlug, slugWithSuffix } from '../slugs';
import { comparableEmail } from './input';
import { isActiveOwner } from './queries';

/** What came of a change; all but `done` have changed nothing. */
export type PeopleChange =
  | { status: 'done'; id: number }
  /** There is no such person. */
  | { status: 'missing' }
  /** Somebody else has this e-mail address. */
  | { status: 'taken' }
  /** No owner would be left who can sign in. */
  | { status: 'last-owner' }
  /** They have posts, versions or other work that bears their name. */
  | { status: 'has-work' };

/** Runs a change of people after all those that have begun. */
export function changePeople<Result>(
  db: Database,
  change: (tx: Database) => Promise<Result>,
): Promise<Result> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('commonplace people'))`);
    return change(tx);
  });
}

export type NewPerson = {
  name: string;
  email: string;
  role: Role;
  /** Null for one who is invited and will choose a password. */
  passwordHash: string | null;
};

/** Adds a person, within a change. */
export async function addPerson(person: NewPerson, tx: Database): Promise<PeopleChange> {
  if (await isTaken(person.email, null, tx)) return { status: 'taken' };
  const [row] = await tx
    .insert(people)
    .values({
      ...person,
      email: comparableEmail(person.email),
      slug: await freeSlug(person.name, tx),
    })
    .returning({ id: people.id });
  return row ? { status: 'done', id: row.id } : { status: 'missing' };
}

/** Whether somebody, besides one person, signs in with an address. */
export async function isTaken(
  email: string,
  besides: number | null,
  tx: Database,
): Promise<boolean> {
  const others = besides === null ? undefined : ne(people.id, besides);
  return (await tx.$count(people, and(eq(people.email, comparableEmail(email)), others))) > 0;
}

async function freeSlug(name: string, tx: Database): Promise<string> {
  const wanted = postSlug(name, 'person');
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : slugWithSuffix(wanted, number);
    if ((await tx.$count(people, eq(people.slug, slug))) === 0) return slug;
  }
}

/** Changes what a person is called and signs in with. */
export function changeAccount(
  id: number,
  { name, email }: { name: string; email: string },
  db: Database,
): Promise<PeopleChange> {
  return changePeople(db, async (tx) => {
    if (await isTaken(email, id, tx)) return { status: 'taken' };
    return changeRow(id, { name, email: comparableEmail(email) }, tx);
  });
}

/**
 * Sets a password, within a change, and ends every session and link of the person but the session
 * in which it was set.
 */
export async function setPassword(
  id: number,
  passwordHash: string,
  tx: Database,
  { except = null }: { except?: string | null } = {},
): Promise<PeopleChange> {
  await endSessions({ personId: id, except }, tx);
  await tx.delete(accessLinks).where(eq(accessLinks.personId, id));
  return changeRow(id, { passwordHash }, tx);
}

/** Makes the person with an e-mail address an owner with this password, within a change. */
export async function makeOwner(
  email: string,
  passwordHash: string,
  tx: Database,
): Promise<PeopleChange> {
  const [person] = await tx
    .update(people)
    .set({ role: 'owner', passwordHash, deactivatedAt: null })
    .where(eq(people.email, comparableEmail(email)))
    .returning({ id: people.id });
  if (person) return { status: 'done', id: person.id };
  const [name = email] = email.split('@');
  return addPerson({ name, email, role: 'owner', passwordHash }, tx);
}

/** Makes a person an owner or an author. */
export function changeRole(id: number, role: Role, db: Database): Promise<PeopleChange> {
  return keepingAnOwner(db, (tx) => changeRow(id, { role }, tx));
}

/** Shuts a person out: sessions and links end, posts stay. */
export function deactivate(id: number, db: Database, now = new Date()): Promise<PeopleChange> {
  return keepingAnOwner(db, async (tx) => {
    await endSessions({ personId: id }, tx);
    await tx.delete(accessLinks).where(eq(accessLinks.personId, id));
    return changeRow(id, { deactivatedAt: now }, tx);
  });
}

/** Lets a person in again, with the password there was. */
export function reactivate(id: number, db: Database): Promise<PeopleChange> {
  return changePeople(db, (tx) => changeRow(id, { deactivatedAt: null }, tx));
}

/** Removes a person who has left no trace, such as one who was invited by mistake. */
export async function removePerson(id: number, db: Database): Promise<PeopleChange> {
  try {
    return await keepingAnOwner(db, async (tx) => {
      const [row] = await tx.delete(people).where(eq(people.id, id)).returning({ id: people.id });
      return row ? { status: 'done', id: row.id } : { status: 'missing' };
    });
  } catch (error) {
    if (isStillReferredTo(error)) return { status: 'has-work' };
    throw error;
  }
}

/** Postgres' foreign_key_violation. */
const isStillReferredTo = (error: unknown) =>
  error instanceof DrizzleQueryError &&
  error.cause !== undefined &&
  'code' in error.cause &&
  error.cause.code === '23503';

class NoOwnerLeft extends Error {
  override name = 'NoOwnerLeft';
}

/** A change that is taken back when it leaves no owner. */
async function keepingAnOwner(
  db: Database,
  change: (tx: Database) => Promise<PeopleChange>,
): Promise<PeopleChange> {
  try {
    return await changePeople(db, async (tx) => {
      const changed = await change(tx);
      if ((await tx.$count(people, isActiveOwner)) === 0) throw new NoOwnerLeft();
      return changed;
    });
  } catch (error) {
    if (error instanceof NoOwnerLeft) return { status: 'last-owner' };
    throw error;
  }
}

async function changeRow(
  id: number,
  values: Partial<typeof people.$inferInsert>,
  tx: Database,
): Promise<PeopleChange> {
  const [row] = await tx.update(people).set(values).where(eq(people.id, id)).returning({
    id: people.id,
  });
  return row ? { status: 'done', id: row.id } : { status: 'missing' };
}
