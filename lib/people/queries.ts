// Reading people: who writes here, and who of them can sign in.
import { and, asc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { database } from '../db/client';
import { people, posts, sessions } from '../db/schema';
import { comparableEmail } from './input';

/** An owner who is here and has a way in. */
export const isActiveOwner = and(
  eq(people.role, 'owner'),
  isNull(people.deactivatedAt),
  or(isNotNull(people.passwordHash), isNotNull(people.githubId)),
);

/** Whether some owner can sign in. Until one can, the site has no owner. */
export async function hasOwner(db = database()): Promise<boolean> {
  return (await db.$count(people, isActiveOwner)) > 0;
}

export type Person = {
  id: number;
  name: string;
  email: string | null;
  /** Null for people who came with an import: they have posts and no way in. */
  role: 'owner' | 'author' | null;
  hasPassword: boolean;
  hasGithub: boolean;
  deactivatedAt: Date | null;
  postCount: number;
  /** When one of their browsers was last here; null where none is signed in. */
  lastSeenAt: Date | null;
};

const columns = {
  id: people.id,
  name: people.name,
  email: people.email,
  role: people.role,
  hasPassword: sql<boolean>`${people.passwordHash} is not null`,
  hasGithub: sql<boolean>`${people.githubId} is not null`,
  deactivatedAt: people.deactivatedAt,
  postCount: sql<number>`(
    select count(*)::int from ${posts} where ${posts}.author_id = ${people}.id
  )`,
  lastSeenAt: sql`(
    select max(${sessions}.last_seen_at) from ${sessions} where ${sessions}.person_id = ${people}.id
  )`.mapWith(sessions.lastSeenAt),
};

/** Everybody, those who are here first. */
export function listPeople(db = database()): Promise<Person[]> {
  return db
    .select(columns)
    .from(people)
    .orderBy(isNotNull(people.deactivatedAt), asc(sql`lower(${people.name})`), asc(people.id));
}

/** One person; null when there is none. */
export async function getPerson(id: number, db = database()): Promise<Person | null> {
  const [person] = await db.select(columns).from(people).where(eq(people.id, id));
  return person ?? null;
}

/** The person who signs in with an e-mail address. */
export async function getPersonByEmail(email: string, db = database()): Promise<Person | null> {
  const [person] = await db
    .select(columns)
    .from(people)
    .where(eq(people.email, comparableEmail(email)));
  return person ?? null;
}
