// Exactly once by several processes, nothing lost by a failure or a death: on a real Postgres.
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { cacheInvalidations, cachePurges } from '../db/schema';
import { testDatabase } from '../testing/database';
import { expireTags } from './fixture';
import { PurgeRefused, type PurgeTarget } from './target';
import { distrustTargets, tellTarget } from './tell';

const { db } = testDatabase();
const noPause = async () => {};

/** A target that remembers what it was told, and does what the test wants first. */
function standIn(before: () => Promise<void> = async () => {}) {
  const told: string[][] = [];
  const target: PurgeTarget = {
    name: 'http://proxy/',
    async purge(tags) {
      await before();
      told.push(tags);
    },
  };
  return { target, told };
}

/** A promise that the test resolves. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const tell = (target: PurgeTarget) => tellTarget(target, noPause, db());
const row = async () => (await db().select().from(cachePurges))[0];

beforeEach(async () => {
  await db().delete(cachePurges);
  await db().delete(cacheInvalidations);
  await db().execute(sql`delete from cache_leases`);
});

/** One that has been told all there was. */
async function standInUpToDate(before?: () => Promise<void>) {
  await tell(standIn().target);
  return standIn(before);
}

describe('telling a target', () => {
  test('a new one forgets everything and starts from there', async () => {
    await expireTags(['stream'], db());
    const { target, told } = standIn();
    expect(await tell(target)).toMatchObject({ state: 'told', tags: ['site'] });
    expect(await tell(target)).toEqual({ state: 'nothing new' });
    expect(told).toEqual([['site']]);
  });

  test('what was expired since, each tag once', async () => {
    const { target, told } = await standInUpToDate();
    await expireTags(['post:1', 'stream'], db());
    await expireTags(['post:2', 'stream'], db());
    expect(await tell(target)).toMatchObject({ state: 'told', hadFailed: false });
    expect(told).toEqual([['post:1', 'post:2', 'stream']]);
    expect(await tell(target)).toEqual({ state: 'nothing new' });
  });

  test('two at a time: one of them', async () => {
    const { open, opened } = gate();
    const arrival = gate();
    const { target, told } = await standInUpToDate(async () => {
      arrival.open();
      await opened;
    });
    await expireTags(['post:1'], db());
    const first = tell(target);
    await arrival.opened;
    expect(await tell(target)).toEqual({ state: 'busy' });
    open();
    expect(await first).toMatchObject({ state: 'told' });
    expect(told).toEqual([['post:1']]);
  });

  test('a process that dies on the way leaves it to the next', async () => {
    const { open, opened } = gate();
    const arrival = gate();
    const dying = await standInUpToDate(async () => {
      arrival.open();
      await opened;
    });
    await expireTags(['post:1'], db());
    const death = expect(tell(dying.target)).rejects.toThrow();
    await arrival.opened;
    await db().execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and state = 'idle in transaction'`);
    await death;
    open();
    const { target, told } = standIn();
    expect(await tell(target)).toMatchObject({ state: 'told' });
    expect(told).toEqual([['post:1']]);
  });

  test('a failure is recorded, what it did not take is kept', async () => {
    const refusing = await standInUpToDate(async () => {
      throw new PurgeRefused('answered 503');
    });
    await expireTags(['post:1'], db());
    expect(await tell(refusing.target)).toEqual({
      state: 'failed',
      failure: 'answered 503',
      hadFailed: false,
    });
    const since = (await row())?.failingSince;
    expect(since).toBeInstanceOf(Date);
    expect(await tell(refusing.target)).toMatchObject({ state: 'failed', hadFailed: true });
    expect(await row()).toMatchObject({ failingSince: since, failure: 'answered 503' });
    await expireTags(['post:2'], db());
    const { target, told } = standIn();
    expect(await tell(target)).toMatchObject({ state: 'told', hadFailed: true });
    expect(told).toEqual([['post:1', 'post:2']]);
    expect(await row()).toMatchObject({ failingSince: null, failure: null });
  });

  test('only when no process would answer with the old page', async () => {
    const { target, told } = await standInUpToDate();
    await expireTags(['post:1'], db());
    const lease = (applied: string) =>
      db().execute(
        sql`select renew_cache_lease('7f0e1c1e-0000-4000-8000-000000000000', ${sql.raw(applied)}, 3600)`,
      );
    await lease('0');
    let pauses = 0;
    const outcome = await tellTarget(
      target,
      async () => {
        pauses += 1;
        expect(told).toEqual([]);
        if (pauses === 3) await lease('(select max(sequence) from cache_invalidations)');
      },
      db(),
    );
    expect(outcome).toMatchObject({ state: 'told' });
    expect(pauses).toBe(3);
  });

  test('one that may hold pages of an earlier build forgets everything', async () => {
    const { target, told } = await standInUpToDate();
    await distrustTargets([target.name], db());
    await tell(target);
    expect(told).toEqual([['site']]);
  });
});
