// Somebody who writes, signed in at a server of the run.
import { startSession } from '../auth/sessions';
import { cookieName, sealToken } from '../auth/token';
import type { Database } from '../db/client';
import { people } from '../db/schema';
import { authSecret, type Server } from './server';

export type SignedIn = {
  /** `people.id`. */
  personId: number;
  /** Of their browser. */
  cookie: { name: string; value: string };
};

/** Makes an owner and signs them in. */
export async function signInOwner(
  slug: string,
  { siteUrl }: Server,
  database: Database,
): Promise<SignedIn> {
  const [person] = await database
    .insert(people)
    .values({ name: 'Bench', slug, role: 'owner' })
    .returning({ id: people.id });
  if (person === undefined) throw new Error('Nobody was made to write.');
  const session = await startSession({ personId: person.id, userAgent: 'bench' }, database);
  const value = await sealToken(session, authSecret, siteUrl);
  return { personId: person.id, cookie: { name: cookieName(siteUrl), value } };
}

/** A cookie as a header's text. */
export const cookieHeader = ({ name, value }: SignedIn['cookie']) => `${name}=${value}`;
