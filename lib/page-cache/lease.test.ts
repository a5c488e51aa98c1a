// That a process serves stored pages without asking only while every writer waits for it.

import { sql } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { changePages, expireCacheTags } from '../db/page-changes';
import { testDatabase } from '../testing/database';
import { eventually } from '../testing/eventually';
import { read, render, testPageCache } from '../testing/page-cache';
import { pageCacheState } from './state.mjs';

const { db, url } = testDatabase();
testPageCache(url);

describe('a lease', () => {
  const leases = () =>
    db().execute<{ applied: number; remaining: number }>(
      sql`select applied::int, extract(epoch from until - clock_timestamp())::float8 as remaining from cache_leases`,
    );

  test('is held by a process that serves pages, for a second at most', async () => {
    await read('/a');
    const held = await leases();
    expect(held).toHaveLength(1);
    expect(held[0]?.remaining).toBeLessThanOrEqual(1);
  });

  test('makes a write wait until the process knows', async () => {
    await render('/a', 'a', ['post:1']);
    await changePages(db(), async (_, touch) => touch(['post:1']));
    expect(await read('/a')).toBeNull();
  });

  test('is lost by a process that is silent, so that no write waits longer than a second', async () => {
    await db().execute(
      sql`insert into cache_leases values (gen_random_uuid(), 0, clock_timestamp() + interval '1 hour')`,
    );
    await changePages(db(), async (_, touch) => touch(['post:1']));
    expect(await leases()).toEqual([]);
  });

  test('that has ended is asked for again before a page is served', async () => {
    await render('/a', 'a', ['post:1']);
    const { invalidations } = pageCacheState();
    // A notice that never arrives, as on a connection that is dead and does not know it.
    const notice = vi.spyOn(invalidations, 'catchUp').mockImplementationOnce(async () => undefined);
    await expireCacheTags(['post:1'], db());
    await eventually(() => expect(notice).toHaveBeenCalled());
    await db().execute(sql`delete from cache_leases`);
    vi.spyOn(performance, 'now').mockImplementation(() => Number.MAX_SAFE_INTEGER);
    expect(await read('/a')).toBeNull();
    vi.restoreAllMocks();
  });
});
