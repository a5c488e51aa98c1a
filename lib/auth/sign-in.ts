// Whether an e-mail address and a password let somebody in.
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { database } from '../db/client';
import { people } from '../db/schema';
import { isPassword, longestPassword } from './password';

export type SignInAttempt = { email: string; password: string };

export type SignInOutcome = { status: 'ok'; personId: number } | { status: 'wrong' };

/** E-mail addresses are compared without regard to case. */
export const comparableEmail = (email: string) => email.trim().toLowerCase();

/** Tries to sign in with a password. */
export async function trySignIn(
  { email, password }: SignInAttempt,
  db = database(),
): Promise<SignInOutcome> {
  const [person] = await db
    .select({ id: people.id, passwordHash: people.passwordHash })
    .from(people)
    .where(
      and(
        eq(people.email, comparableEmail(email)),
        isNotNull(people.role),
        isNull(people.deactivatedAt),
      ),
    );
  const isRight = await isPassword(
    password.slice(0, longestPassword + 1),
    person?.passwordHash ?? null,
  );
  return isRight && person ? { status: 'ok', personId: person.id } : { status: 'wrong' };
}
