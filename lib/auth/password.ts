// Passwords: how they are kept and compared. Nobody learns from how long an answer takes whether
// there is an account: without one the password is compared all the same, with a hash of nothing.
import { hash, verify } from '@node-rs/argon2';

/** As OWASP advises for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let hashOfNothing: Promise<string> | undefined;

/** A hash to keep, made with argon2id. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Whether a password is the one that was kept; with no hash it never is, and takes as long. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  hashOfNothing ??= hashPassword('');
  const isRight = await verify(kept ?? (await hashOfNothing), password);
  return isRight && kept !== null;
}
