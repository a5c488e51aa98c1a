// Sessions: who is signed in where. A row of the table is the whole truth; one that is gone or past
// its time signs its browser out at the next click.
import { and, desc, eq, gt, isNotNull, isNull, lt, ne } from 'drizzle-orm';
import { type Database, database } from '../db/client';
import { people, sessions } from '../db/schema';
import { authSecret, env } from '../env';
import type { Actor } from './actor';
import { openToken } from './token';

/** A session ends this long after it was last used. */
const lifeMs = 30 * 86_400_000;
/** Use is noted this often at most. */
const noteEveryMs = 5 * 60_000;
const longestUserAgent = 300;

const expiryAt = (now: Date) => new Date(now.getTime() + lifeMs);

/** Signs a person in, from one browser. @returns the id of the session */
export async function startSession(
  { personId, userAgent }: { personId: number; userAgent: string },
  db = database(),
  now = new Date(),
): Promise<string> {
  await db.delete(sessions).where(lt(sessions.expiresAt, now));
  const [row] = await db
    .insert(sessions)
    .values({
      personId,
      userAgent: userAgent.slice(0, longestUserAgent),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: expiryAt(now),
    })
    .returning({ id: sessions.id });
  if (!row) throw new Error('A session was not kept.');
  return row.id;
}

/** Who a session stands for, if it still does: not ended, not expired, the person still here. */
export async function findActor(
  sessionId: string,
  db = database(),
  now = new Date(),
): Promise<Actor | null> {
  const [row] = await db
    .select({
      id: people.id,
      name: people.name,
      role: people.role,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.id, sessionId),
        gt(sessions.expiresAt, now),
        isNotNull(people.role),
        isNull(people.deactivatedAt),
      ),
    );
  if (!row?.role) return null;
  if (now.getTime() - row.lastSeenAt.getTime() >= noteEveryMs) await noteUse(sessionId, db, now);
  return { id: row.id, name: row.name, role: row.role, sessionId };
}

/** Who a browser is signed in as, by the token in its cookie (lib/auth/token.ts). */
export async function findActorByToken(token: string | undefined): Promise<Actor | null> {
  if (!token) return null;
  const sessionId = await openToken(token, authSecret(), env().SITE_URL);
  return sessionId === null ? null : findActor(sessionId);
}

async function noteUse(sessionId: string, db: Database, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: now, expiresAt: expiryAt(now) })
    .where(and(eq(sessions.id, sessionId), lt(sessions.lastSeenAt, now)));
}

export type Device = {
  id: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
};

/** Where a person is signed in, the last used first. */
export function listDevices(
  personId: number,
  db = database(),
  now = new Date(),
): Promise<Device[]> {
  return db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id));
}

/** Ends one session. */
export async function endSession(sessionId: string, db = database()): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, sessionId));
}

/** Ends one session of a person. @returns whether it was theirs */
export async function endDevice(
  { personId, sessionId }: { personId: number; sessionId: string },
  db = database(),
): Promise<boolean> {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Ends the sessions of a person, all or all but one. @returns how many there were */
export async function endSessions(
  { personId, except = null }: { personId: number; except?: string | null },
  db = database(),
): Promise<number> {
  const ended = await db
    .delete(sessions)
    .where(
      and(eq(sessions.personId, personId), except === null ? undefined : ne(sessions.id, except)),
    )
    .returning({ id: sessions.id });
  return ended.length;
}
