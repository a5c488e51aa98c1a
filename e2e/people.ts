// People who can sign in on a site, and browsers in which they are signed in. No test has to click
// its way in but those of the sign-in itself.
import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
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

const emailOf = (role: Role) => `${role}@example.org`;

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

/** A cookie with which a browser is signed in as the person of a role. */
export async function sessionCookie(place: Place, role: Role) {
  const personId = await withPool(place.databaseUrl, ({ database }) => findPerson(role, database));
  return cookieOf(place, personId);
}

async function cookieOf({ baseUrl, databaseUrl }: Place, personId: number) {
  const session = await withPool(databaseUrl, ({ database }) =>
    startSession({ personId, userAgent: 'a journey' }, database),
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

/** A person of a test's own, with the password that all have. */
export async function addPerson(place: Place, role: Role) {
  const name = `Person ${randomUUID().slice(0, 8)}`;
  const email = `${name.slice(7)}@example.org`;
  const passwordHash = await hashPassword(password);
  const id = await withPool(place.databaseUrl, async ({ database }) => {
    const [row] = await database
      .insert(people)
      .values({ name, slug: name.slice(7), email, role, passwordHash })
      .returning({ id: people.id });
    return row?.id ?? 0;
  });
  return {
    id,
    name,
    email,
    /** A new page of a browser, in which they are signed in from then on. */
    browser: async (context: BrowserContext): Promise<Page> => {
      await context.addCookies([await cookieOf(place, id)]);
      return context.newPage();
    },
  };
}
