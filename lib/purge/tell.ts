// Tells one cache in front of the site, once, what it has not been told yet. Of several processes
// one does it: the row that says how far the target has been told is locked while it is sent. A
// process that dies on the way leaves the row as it was, and the next one sends again.
import { eq, gt, inArray, sql } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import { countUntold } from '../db/caches-in-front';
import type { Database } from '../db/client';
import { cacheInvalidations, cachePurges } from '../db/schema';
import { condenseTags } from './batches';
import { describeFailure, type PurgeTarget } from './target';

/** Stands for the number of a target that may hold anything. */
const toldNothing = -1;

export type Outcome =
  /** Another process is at it. */
  | { state: 'busy' }
  | { state: 'nothing new' }
  | { state: 'told'; tags: string[]; hadFailed: boolean }
  | { state: 'failed'; failure: string; hadFailed: boolean };

/** Resolves after so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<void>;

export async function tellTarget(
  target: PurgeTarget,
  pause: Pause,
  db: Database,
): Promise<Outcome> {
  await db
    .insert(cachePurges)
    .values({ target: target.name, through: toldNothing })
    .onConflictDoNothing();
  const { hold, lose } = connectionHold();
  const telling = db.transaction(async (tx): Promise<Outcome> => {
    const [row] = await tx
      .select()
      .from(cachePurges)
      .where(eq(cachePurges.target, target.name))
      .for('update', { skipLocked: true });
    if (row === undefined) return { state: 'busy' };
    const { tags, through } = await untold(row.through, tx);
    if (tags.length === 0) return { state: 'nothing new' };
    const heldPause: Pause = (milliseconds) => hold(pause(milliseconds));
    await everyProcessKnows(through, heldPause, tx);
    await areTold(target.comesAfter ?? [], through, heldPause, tx);
    const hadFailed = row.failingSince !== null;
    const failure = await hold(failureOf(target.purge(tags)));
    const change =
      failure === null
        ? { through, failingSince: null, failure }
        : { failingSince: row.failingSince ?? new Date(), failure };
    await tx.update(cachePurges).set(change).where(eq(cachePurges.target, target.name));
    if (failure !== null) return { state: 'failed', failure, hadFailed };
    return { state: 'told', tags, hadFailed };
  });
  return telling.finally(lose);
}

/**
 * Waiting inside a transaction whose connection may be lost meanwhile. The driver ends such a
 * transaction at once, but throws where nobody can catch it when more is asked of it (postgres.js
 * 3.4.9 writes to a socket that is gone): what was being waited for then never ends.
 */
function connectionHold() {
  let isLost = false;
  return {
    hold: async <Value>(wait: Promise<Value>): Promise<Value> => {
      const value = await wait;
      return isLost ? new Promise<never>(() => {}) : value;
    },
    lose: () => {
      isLost = true;
    },
  };
}

/** Makes targets forget everything at the next occasion. */
export async function distrustTargets(names: string[], db: Database): Promise<void> {
  await db
    .update(cachePurges)
    .set({ through: toldNothing })
    .where(inArray(cachePurges.target, names));
}

/** What has been expired since a number, and the number after which nothing has. */
async function untold(after: number, tx: Database): Promise<{ tags: string[]; through: number }> {
  if (after === toldNothing) {
    const [newest] = await tx
      .select({ sequence: sql<string>`coalesce(max(${cacheInvalidations.sequence}), 0)` })
      .from(cacheInvalidations);
    return { tags: [cacheTags.site], through: Number(newest?.sequence ?? 0) };
  }
  const rows = await tx
    .select({ tag: cacheInvalidations.tag, sequence: cacheInvalidations.sequence })
    .from(cacheInvalidations)
    .where(gt(cacheInvalidations.sequence, after))
    .orderBy(cacheInvalidations.sequence, cacheInvalidations.tag);
  return {
    tags: condenseTags(rows.map(({ tag }) => tag)),
    through: rows.at(-1)?.sequence ?? after,
  };
}

const askAgainMs = 10;
const maxQuestions = 150;

/**
 * Waits until no process of ours would answer with what has been expired: a proxy that forgets a
 * page and fetches it from one that has not heard yet would keep the old one. A process that does
 * not hear loses its lease within a second (drizzle/0002) and from then on asks before it answers.
 */
async function everyProcessKnows(through: number, pause: Pause, tx: Database): Promise<void> {
  await untilNone(pause, async () => {
    const [row] = await tx.execute<{ unaware: number }>(
      sql`select count_unaware_of_invalidation(${through})::int as unaware`,
    );
    return row?.unaware;
  });
}

/** Waits until targets know as much, but for such as fail: those may take hours. */
async function areTold(
  names: readonly string[],
  through: number,
  pause: Pause,
  tx: Database,
): Promise<void> {
  if (names.length > 0) await untilNone(pause, () => countUntold(names, through, tx));
}

/** Asks how many are left until none is, or for as long as one may wait. */
async function untilNone(pause: Pause, count: () => Promise<number | undefined>): Promise<void> {
  for (let question = 0; question < maxQuestions; question += 1) {
    if ((await count()) === 0) return;
    await pause(askAgainMs);
  }
}

/** What went wrong, in words; the caller records it. */
async function failureOf(purge: Promise<void>): Promise<string | null> {
  try {
    await purge;
    return null;
  } catch (error) {
    return describeFailure(error);
  }
}
