// Whether somebody who is signed in knows their own password, before they change what they sign in
// with: an unattended browser is not enough for that. Guesses count as at the sign-in.
import { inMinutes, trySignIn } from '../auth/sign-in';
import { database } from '../db/client';
import type { Person } from './queries';

type Asked = Pick<Person, 'email' | 'hasPassword'>;

/** What is wrong with a typed password; null when it is right, or there is none. */
export async function problemWithPassword(
  { email, hasPassword }: Asked,
  typed: string,
  address: string,
  db = database(),
  now = new Date(),
): Promise<string | null> {
  if (!hasPassword || email === null) return null;
  const outcome = await trySignIn({ email, password: typed, address }, db, now);
  switch (outcome.status) {
    case 'ok':
      return null;
    case 'wrong':
      return 'This is not your password.';
    case 'limited':
      return `Too many attempts. Try again ${inMinutes(outcome.until, now)}.`;
  }
}
