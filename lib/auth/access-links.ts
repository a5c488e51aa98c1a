// Links that let somebody in once: the first setup, an invitation, a new password. The table keeps
// a hash of each, so reading it, or a backup of it, lets nobody in.
import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, lt, or } from 'drizzle-orm';
import { type Database, database } from '../db/client';
import { accessLinks, people } from '../db/schema';

export type LinkPurpose = 'setup' | 'invitation' | 'password';

const hourMs = 3_600_000;

/** How long a link may wait. One that goes by letter has to find its reader first. */
export const linkHours: Record<LinkPurpose, number> = { setup: 24, invitation: 168, password: 24 };

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

type NewLink =
  | { purpose: 'setup'; personId?: null }
  | { purpose: 'invitation' | 'password'; personId: number };

/**
 * Makes a link; those of its kind for the same person, or for the setup, are void from now on.
 * @returns the secret part of its address, which nobody can find out later
 */
export async function createAccessLink(
  { purpose, personId = null }: NewLink,
  db = database(),
  now = new Date(),
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + linkHours[purpose] * hourMs);
  await db.transaction(async (tx) => {
    const replaced =
      personId === null ? isNull(accessLinks.personId) : eq(accessLinks.personId, personId);
    await tx.delete(accessLinks).where(or(replaced, lt(accessLinks.expiresAt, now)));
    await tx
      .insert(accessLinks)
      .values({ tokenHash: hashOf(token), purpose, personId, expiresAt, createdAt: now });
  });
  return token;
}

export type AccessLink = {
  purpose: LinkPurpose;
  /** Whom it lets in; null where that person is yet to be made. */
  person: { id: number; name: string; email: string } | null;
};

/** What a link is for, without using it; null when it is none, used or too old. */
export async function findAccessLink(
  token: string,
  db = database(),
  now = new Date(),
): Promise<AccessLink | null> {
  const [row] = await db
    .select({
      purpose: accessLinks.purpose,
      id: people.id,
      name: people.name,
      email: people.email,
      deactivatedAt: people.deactivatedAt,
    })
    .from(accessLinks)
    .leftJoin(people, eq(people.id, accessLinks.personId))
    .where(and(eq(accessLinks.tokenHash, hashOf(token)), gt(accessLinks.expiresAt, now)));
  if (!row || row.deactivatedAt) return null;
  const { purpose, id, name, email } = row;
  if (id === null || name === null || email === null)
    return purpose === 'setup' ? { purpose, person: null } : null;
  return { purpose, person: { id, name, email } };
}

/**
 * Uses a link, in the transaction of what it allows: of two who use it at a time one waits, and
 * finds it gone unless the other failed.
 * @returns whether it was there to be used
 */
export async function consumeAccessLink(
  token: string,
  tx: Database,
  now = new Date(),
): Promise<boolean> {
  const used = await tx
    .delete(accessLinks)
    .where(and(eq(accessLinks.tokenHash, hashOf(token)), gt(accessLinks.expiresAt, now)))
    .returning({ purpose: accessLinks.purpose });
  return used.length > 0;
}
