// Whether an e-mail address and a password let somebody in, and how often that may be tried.
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { type Database, database } from '../db/client';
import { people } from '../db/schema';
import { comparableEmail, longestPassword } from '../people/input';
import { isPassword } from './password';
import { type Attempt, countAttempt, forgetAttempts } from './rate-limit';

export type SignInAttempt = {
  email: string;
  password: string;
  /** Where it comes from (lib/client-address.ts). */
  address: string;
};

export type SignInOutcome =
  | { status: 'ok'; personId: number }
  | { status: 'wrong' }
  | { status: 'limited'; until: Date };

const quarterMs = 15 * 60_000;
const hourMs = 60 * 60_000;

/**
 * Guessing is limited where it comes from: by account and address, and by address over all
 * accounts. Who guesses from many addresses cannot lock the owner out: past `calm` attempts on an
 * account in an hour, from anywhere, each is only answered later.
 */
const limits = { pair: 5, address: 40, calm: 20 };
const longestDelayMs = 4000;

/** How long an attempt waits, by how many there were on its account within the hour. */
export function delayAfter(count: number): number {
  const steps = Math.ceil((count - limits.calm) / limits.calm);
  return steps <= 0 ? 0 : Math.min(250 * 2 ** (steps - 1), longestDelayMs);
}

/** Tries to sign in with a password. */
export async function trySignIn(
  attempt: SignInAttempt,
  db = database(),
  now = new Date(),
): Promise<SignInOutcome> {
  const keys = keysOf(attempt);
  const counted = await countSignIn(keys, db, now);
  if (counted.until) return { status: 'limited', until: counted.until };
  await pause(delayAfter(counted.count));
  const personId = await personOf(attempt, db);
  if (personId === null) return { status: 'wrong' };
  await forgetAttempts([keys.pair], db);
  return { status: 'ok', personId };
}

/** Somebody may have typed a password for an address: what is kept of it is a hash. */
function keysOf({ email, address }: SignInAttempt) {
  const account = createHash('sha256').update(comparableEmail(email)).digest('base64url');
  return {
    address: `sign-in:${address}`,
    pair: `sign-in:${account}:${address}`,
    account: `sign-in:${account}`,
  };
}

/** Counts an attempt; what is refused does not count any further. */
async function countSignIn(
  keys: ReturnType<typeof keysOf>,
  db: Database,
  now: Date,
): Promise<Attempt> {
  const count = (key: string, most: number, windowMs: number) =>
    countAttempt({ key, most, windowMs }, db, now);
  const ofAddress = await count(keys.address, limits.address, quarterMs);
  if (ofAddress.until) return ofAddress;
  const ofPair = await count(keys.pair, limits.pair, quarterMs);
  if (ofPair.until) return ofPair;
  return count(keys.account, Number.POSITIVE_INFINITY, hourMs);
}

async function personOf({ email, password }: SignInAttempt, db: Database): Promise<number | null> {
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
  const typed = password.slice(0, longestPassword + 1);
  const isRight = await isPassword(typed, person?.passwordHash ?? null);
  return isRight && person ? person.id : null;
}

/** `in 12 minutes`, of an instant to come. */
export function inMinutes(until: Date, now = new Date()): string {
  const minutes = Math.ceil((until.getTime() - now.getTime()) / 60_000);
  return minutes <= 1 ? 'in a minute' : `in ${minutes} minutes`;
}
