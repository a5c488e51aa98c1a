// The one way in which a write tells the pages that show what it changed. The cache tags are
// recorded in the write's own transaction, so that both happen or neither does; when it returns,
// every server process that may serve stored pages without asking knows.
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { PgTransaction } from 'drizzle-orm/pg-core';
import { countUntold } from './caches-in-front';
import type { Database } from './client';

/** How long a write waits for processes that have not said that they know. */
const acknowledgementMs = 1000;
const longestPauseMs = 16;
/** And for caches in front of the site: they may be far away, and are told again if it fails. */
const purgeMs = 500;

/** Collects the cache tags of a change. */
export type Touch = (tags: readonly string[]) => void;

const listeners = new AsyncLocalStorage<Touch>();

/**
 * Runs a change in a transaction and records the tags it touches, at its end: the order of
 * invalidations is kept by a lock that lasts until the commit.
 * @throws whatever the change throws; nothing is changed then
 */
export async function changePages<Result>(
  db: Database,
  change: (tx: Database, touch: Touch) => Promise<Result>,
): Promise<Result> {
  // Others can only know of a change that is committed.
  if (db instanceof PgTransaction)
    throw new Error('A change of pages is a transaction of its own.');
  const touched = new Set<string>();
  const { result, number } = await db.transaction(async (tx) => {
    const result = await change(tx, (tags) => {
      for (const tag of tags) touched.add(tag);
    });
    return { result, number: await expireCacheTags([...touched], tx) };
  });
  if (number === null) return result;
  listeners.getStore()?.([...touched]);
  await whenAllKnow(number, db);
  await whenToldInFront(number, db);
  return result;
}

/**
 * Runs work and tells which tags its changes touched: for a platform with a page cache of its own,
 * which has to be told by the request that made the change.
 */
export async function collectTouched<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; touched: string[] }> {
  const touched = new Set<string>();
  const result = await listeners.run((tags) => {
    for (const tag of tags) touched.add(tag);
  }, work);
  return { result, touched: [...touched] };
}

/**
 * Records an invalidation in a transaction, as its last act. Changes go through `changePages`.
 * @returns its number; null when nothing is expired
 */
export async function expireCacheTags(tags: string[], tx: Database): Promise<number | null> {
  if (tags.length === 0) return null;
  const [row] = await tx.execute<{ number: number }>(
    sql`select expire_cache_tags(${sql.param([...new Set(tags)])}::text[])::float8 as number`,
  );
  return row?.number ?? null;
}

/** Waits until every process with a lease has applied an invalidation; one that is silent loses it. */
async function whenAllKnow(number: number, db: Database): Promise<void> {
  const isKnown = await poll(acknowledgementMs, async () => {
    const [row] = await db.execute<{ count: number }>(
      sql`select count_unaware_of_invalidation(${number})::int as count`,
    );
    return row?.count === 0;
  });
  if (!isKnown) await db.execute(sql`delete from cache_leases where applied < ${number}`);
}

// Purging is started by one bundle, changes are made by many: the global object is where both meet.
const meeting: typeof globalThis & { commonplaceCachesInFront?: readonly string[] } = globalThis;

/** Names the caches in front of the site that this process tells of changes (lib/purge). */
export function announceCachesInFront(names: readonly string[]): void {
  meeting.commonplaceCachesInFront = names;
}

/** Waits a little for the caches in front that have answered the last time. */
async function whenToldInFront(number: number, db: Database): Promise<void> {
  const names = meeting.commonplaceCachesInFront ?? [];
  if (names.length === 0) return;
  await poll(purgeMs, async () => (await countUntold(names, number, db)) === 0);
}

/** Asks until the answer is yes or the time is over, at growing intervals. */
async function poll(milliseconds: number, isDone: () => Promise<boolean>): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  for (
    let waitMs = 1;
    performance.now() < deadline;
    waitMs = Math.min(waitMs * 2, longestPauseMs)
  ) {
    if (await isDone()) return true;
    await pause(waitMs);
  }
  return false;
}
