// Who somebody is that GitHub vouches for: a person here who has signed in with that account
// before, or whose e-mail address GitHub has verified as theirs. Nobody is added this way.
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '../db/client';
import { people } from '../db/schema';
import { comparableEmail } from '../people/input';

const user = z.object({ id: z.number() });
const addresses = z.array(z.object({ email: z.string(), verified: z.boolean() }));

export const githubAccount = z.object({ id: z.string(), verifiedEmails: z.array(z.string()) });
export type GithubAccount = z.infer<typeof githubAccount>;

/** Asks GitHub for the account behind a token, and for the addresses it has verified. */
export async function readGithubAccount(accessToken: string): Promise<GithubAccount> {
  const ask = async (path: string) => {
    const answer = await fetch(`https://api.github.com/${path}`, {
      headers: { Authorization: `Bearer ${accessToken}`, 'User-Agent': 'Commonplace' },
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`GitHub answers ${answer.status} to ${path}.`);
    return answer.json();
  };
  const [{ id }, emails] = await Promise.all([
    ask('user').then((answer) => user.parse(answer)),
    ask('user/emails').then((answer) => addresses.parse(answer)),
  ]);
  const verified = emails.filter((address) => address.verified);
  return { id: String(id), verifiedEmails: verified.map(({ email }) => comparableEmail(email)) };
}

const mayEnter = and(isNotNull(people.role), isNull(people.deactivatedAt));

/** The id of the person behind an account at GitHub; null when there is none. */
export async function findPersonOfGithub(
  githubId: string,
  db = database(),
): Promise<number | null> {
  const [person] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.githubId, githubId), mayEnter));
  return person?.id ?? null;
}

/**
 * Lets an account in: one that is known, or one with a verified address of a person who has none
 * yet, who is known by it from now on.
 * @returns whether there is such a person
 */
export async function admitGithubAccount(
  { id, verifiedEmails }: GithubAccount,
  db = database(),
): Promise<boolean> {
  if ((await findPersonOfGithub(id, db)) !== null) return true;
  const isShutOut = (await db.$count(people, eq(people.githubId, id))) > 0;
  if (isShutOut || verifiedEmails.length === 0) return false;
  const [person] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.email, verifiedEmails), isNull(people.githubId), mayEnter))
    .orderBy(people.id)
    .limit(1);
  if (!person) return false;
  const linked = await db
    .update(people)
    .set({ githubId: id })
    .where(and(eq(people.id, person.id), isNull(people.githubId)))
    .returning({ id: people.id });
  return linked.length > 0;
}
