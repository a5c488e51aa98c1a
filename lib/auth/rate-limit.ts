// How often something may be tried. Attempts are counted in Postgres, before they are made and in
// one statement, so that many at once, on several servers, do not slip through together.
import { inArray, lt, sql } from 'drizzle-orm';
import { database } from '../db/client';
import { rateLimits } from '../db/schema';

export type Limit = {
  key: string;
  /** How many attempts a window allows. */
  most: number;
  windowMs: number;
};

export type Attempt = {
  /** Of this window, this one included. */
  count: number;
  /** When to try again; null for an attempt that is allowed. */
  until: Date | null;
};

/** Counts an attempt. A window begins with its first one. */
export async function countAttempt(
  { key, most, windowMs }: Limit,
  db = database(),
  now = new Date(),
): Promise<Attempt> {
  const { count, resetsAt } = rateLimits;
  const at = sql`${now.toISOString()}::timestamptz`;
  const [row] = await db
    .insert(rateLimits)
    .values({ key, count: 1, resetsAt: new Date(now.getTime() + windowMs) })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${resetsAt} <= ${at} then 1 else ${count} + 1 end`,
        resetsAt: sql`case when ${resetsAt} <= ${at} then excluded.resets_at else ${resetsAt} end`,
      },
    })
    .returning({ count, resetsAt });
  if (!row) throw new Error(`An attempt was not counted: ${key}.`);
  if (row.count === 1) await db.delete(rateLimits).where(lt(resetsAt, now));
  return { count: row.count, until: row.count > most ? row.resetsAt : null };
}

/** Forgets attempts, after one that was right. */
export async function forgetAttempts(keys: string[], db = database()): Promise<void> {
  await db.delete(rateLimits).where(inArray(rateLimits.key, keys));
}
