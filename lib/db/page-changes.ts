// The one way in which a write tells the pages that show what it changed. The cache tags are
// recorded in the write's own transaction, so that both happen or neither does; when it returns,
// every server process that may serve stored pages without asking knows.
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { PgTransaction } from 'drizzle-orm/pg-core';
import type { Database } from './client';

/** How long a write waits for processes that have not said that they know. */
const acknowledgementMs = 1000;
const longestPauseMs = 16;

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
  const deadline = performance.now() + acknowledgementMs;
  for (
    let waitMs = 1;
    performance.now() < deadline;
    waitMs = Math.min(waitMs * 2, longestPauseMs)
  ) {
    const [row] = await db.execute<{ count: number }>(
      sql`select count_unaware_of_invalidation(${number})::int as count`,
    );
    if (row?.count === 0) return;
    await pause(waitMs);
  }
  await db.execute(sql`delete from cache_leases where applied < ${number}`);
}
