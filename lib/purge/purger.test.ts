// A purging process from start to end: what it hears of, what it does when it is refused.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDatabase } from '../db/client';
import { cachePurges } from '../db/schema';
import { testDatabase } from '../testing/database';
import { eventually } from '../testing/eventually';
import { type Answer, expireTags, manualTimers, openStandIn } from './fixture';
import { httpTarget } from './http-target';
import { Purger } from './purger';
import { beginPurging } from './start';

const { db, url } = testDatabase();
const endings: (() => Promise<void>)[] = [];
let dataDir: string;

beforeEach(async () => {
  await db().delete(cachePurges);
  dataDir = await mkdtemp(path.join(tmpdir(), 'commonplace-purge-'));
});

afterEach(async () => {
  for (const end of endings.splice(0)) await end();
  await rm(dataDir, { recursive: true, force: true });
});

/** Starts a process that purges; what it logs is kept. */
async function startProcess(target: string, buildId = 'build-1') {
  const timers = manualTimers();
  const lines: string[] = [];
  const note = (_details: object, message: string) => lines.push(message);
  const end = await beginPurging({
    targets: [httpTarget({ url: target, timeoutMs: 5000 })],
    pool: openDatabase(url(), { max: 1 }),
    build: { dataDir, buildId },
    log: { info: note, warn: note },
    later: timers.later,
  });
  const stop = async () => {
    endings.splice(endings.indexOf(stop), 1);
    await end();
  };
  endings.push(stop);
  return { timers, lines, stop };
}

const agree = (): Answer => ({ status: 204 });

/** Until the target has been told of everything recorded. */
const upToDate = () =>
  eventually(async () => {
    const [row] = await db().execute<{ behind: boolean }>(sql`
      select through < (select coalesce(max(sequence), 0) from cache_invalidations) as behind
        from cache_purges`);
    expect(row?.behind).toBe(false);
  });

test('hears of what any writer records', async () => {
  const proxy = await openStandIn(agree);
  await startProcess(proxy.url);
  await eventually(() => expect(proxy.headers()).toEqual(['site']));
  await expireTags(['post:1', 'stream'], db());
  await eventually(() => expect(proxy.headers()).toEqual(['site', 'post:1,stream']));
});

test('two processes send each tag once', async () => {
  const proxy = await openStandIn(agree);
  await startProcess(proxy.url);
  await startProcess(proxy.url);
  await upToDate();
  for (let id = 1; id <= 20; id += 1) await expireTags([`post:${id}`], db());
  await upToDate();
  const sent = proxy.headers().join(',').split(',');
  expect(sent.filter((tag) => tag !== 'site').sort()).toEqual(
    Array.from({ length: 20 }, (_, index) => `post:${index + 1}`).sort(),
  );
});

test('what was recorded while no process ran is sent at the start', async () => {
  const proxy = await openStandIn(agree);
  const first = await startProcess(proxy.url);
  await upToDate();
  await first.stop();
  await expireTags(['post:7'], db());
  await startProcess(proxy.url);
  await eventually(() => expect(proxy.headers()).toEqual(['site', 'post:7']));
});

test('a new build makes everything forgotten, the same one does not', async () => {
  const proxy = await openStandIn(agree);
  for (const build of ['build-1', 'build-1', 'build-2']) {
    const { stop } = await startProcess(proxy.url, build);
    await expireTags(['post:1'], db());
    await upToDate();
    await stop();
  }
  expect(proxy.headers().filter((header) => header === 'site')).toHaveLength(2);
});

test('everything is said again after three seconds', async () => {
  const proxy = await openStandIn(agree);
  const { timers } = await startProcess(proxy.url);
  await upToDate();
  await eventually(() => expect(timers.lengths()).toContain(3000));
  timers.pass(3000);
  await eventually(() => expect(proxy.headers()).toEqual(['site', 'site']));
  expect(timers.lengths()).not.toContain(3000);
});

test('a refusal is tried again after growing pauses and logged twice in all', async () => {
  let isDown = true;
  const proxy = await openStandIn(() => ({ status: isDown ? 503 : 200 }));
  const { timers, lines } = await startProcess(proxy.url);
  const pauses = [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000];
  for (const [index, pause] of pauses.entries()) {
    await eventually(() => expect(timers.lengths()).toContain(pause));
    expect(proxy.told).toHaveLength(index + 1);
    // What is recorded in the meantime waits for the pause to end.
    await expireTags([`post:${index}`], db());
    if (index === pauses.length - 1) isDown = false;
    timers.pass(pause);
  }
  await upToDate();
  await eventually(() => expect(lines).toHaveLength(2));
  expect(lines[0]).toMatch(/cannot be purged/);
  expect(lines[1]).toMatch(/can be purged again/);
  const [row] = await db()
    .select()
    .from(cachePurges)
    .where(sql`target = ${`${proxy.url}/`}`);
  expect(row).toMatchObject({ failingSince: null, failure: null });
});

test('a lost notice is made up for within half a minute', async () => {
  const proxy = await openStandIn(agree);
  const { timers } = await startProcess(proxy.url);
  await upToDate();
  await db().execute(sql`
    insert into cache_invalidations (tag, sequence)
    values ('unheard-of', nextval('cache_invalidation_sequence'))`);
  timers.pass(30_000);
  await eventually(() => expect(proxy.headers()).toEqual(['site', 'unheard-of']));
});

test.each([
  { what: 'that is away', code: 'CONNECT_TIMEOUT', lines: [] },
  { what: 'that refuses', code: '42501', lines: ['Purging waits: the database refuses.'] },
])('a database $what is spoken of once, and by one', async ({ code, lines }) => {
  const timers = manualTimers();
  const said: string[] = [];
  const note = (_details: object, message: string) => said.push(message);
  const isWanted = vi.fn(async () => {
    throw Object.assign(new Error('no answer'), { code });
  });
  const purger = new Purger({
    target: { ...httpTarget({ url: 'http://localhost:1', timeoutMs: 1 }), isWanted },
    database: db(),
    log: { info: note, warn: note },
    later: timers.later,
  });
  purger.look();
  await eventually(() => expect(timers.lengths()).toContain(1000));
  timers.pass(1000);
  await eventually(() => expect(timers.lengths()).toContain(2000));
  expect(isWanted).toHaveBeenCalledTimes(2);
  expect(said).toEqual(lines);
  purger.close();
});
