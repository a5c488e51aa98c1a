// People who can sign in on a site, and the cookies of their browsers. No test has to click its way
// in but the one of the sign-in itself.
import { eq } from 'drizzle-orm';
import type { Role } from '../lib/auth/actor';
import { hashPassword } from '../lib/auth/password';
import { startSession } from '../lib/auth/sessions';
import { cookieName, isSecure, sealToken } from '../lib/auth/token';
import { withPool } from '../lib/commands/command-database';
import type { Database } from '../lib/db/client';
import { people } from '../lib/db/schema';
import { authSecret } from './server';

type Place = { baseUrl: string; databaseUrl: string };

/** What everybody made here signs in with. */
export const password = 'a sentence to sign in with';

export const emailOf = (role: Role) => `${role}@example.org`;

/** The person of a role, made at the first question. @returns the id */
export async function findPerson(role: Role, db: Database): Promise<number> {
  const email = emailOf(role);
  const name = role === 'owner' ? 'Olive Owner' : 'Arthur Author';
  await db
    .insert(people)
    .values({ name, slug: role, email, role, passwordHash: await hashPassword(password) })
    .onConflictDoNothing();
  const [person] = await db.select({ id: people.id }).from(people).where(eq(people.email, email));
  if (!person) throw new Error(`There is no ${role}.`);
  return person.id;
}

/** A cookie with which a browser is signed in. */
export async function sessionCookie({ baseUrl, databaseUrl }: Place, role: Role) {
  const session = await withPool(databaseUrl, async ({ database }) =>
    startSession({ personId: await findPerson(role, database), userAgent: 'a journey' }, database),
  );
  return {
    name: cookieName(baseUrl),
    value: await sealToken(session, authSecret, baseUrl),
    url: baseUrl,
    httpOnly: true,
    secure: isSecure(baseUrl),
    sameSite: 'Lax' as const,
  };
}
