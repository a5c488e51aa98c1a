// A hub hears of news: of the right feeds, once for all processes, again after a failure, and of
// nothing while none is set.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../db/client';
import { cachePurges } from '../db/schema';
import { createPost } from '../posts/write';
import { manualTimers, openStandIn, type Told } from '../purge/fixture';
import { beginPurging } from '../purge/start';
import { saveSettings } from '../settings/write';
import { testDatabase } from '../testing/database';
import { eventually } from '../testing/eventually';
import { buildPost } from '../testing/factories';
import { hubTarget } from './hub-target';

const { db, url } = testDatabase();
const siteUrl = 'https://weblog.example.org';
const endings: (() => Promise<void>)[] = [];
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'commonplace-hub-'));
});

afterEach(async () => {
  for (const end of endings.splice(0)) await end();
  await saveSettings({ hub: '' }, db());
  await db().delete(cachePurges).where(eq(cachePurges.target, 'proxy'));
  await rm(dataDir, { recursive: true, force: true });
});

async function startProcess(comesAfter: string[] = []) {
  const timers = manualTimers();
  const lines: string[] = [];
  const note = (_details: object, message: string) => lines.push(message);
  const pool = openDatabase(url(), { max: 2 });
  const end = await beginPurging({
    targets: [hubTarget({ siteUrl, database: pool.database, comesAfter, timeoutMs: 5000 })],
    pool,
    build: { dataDir, buildId: 'build-1' },
    log: { info: note, warn: note },
    later: timers.later,
  });
  endings.push(end);
  return { timers, lines };
}

const topicsIn = ({ body }: Told) => new URLSearchParams(body).getAll('hub.url');
const note = buildPost('note', { tags: ['hubbed'] });

test('hears once of each feed that a post is in', async () => {
  const hub = await openStandIn(() => ({ status: 204 }));
  await saveSettings({ hub: hub.url }, db());
  await startProcess();
  await startProcess();
  // All that was there before.
  await eventually(() => expect(hub.told.length).toBeGreaterThan(0));
  const before = hub.told.length;
  await createPost(note, db());
  await eventually(() => expect(hub.told.length).toBe(before + 1));
  const told = hub.told[before];
  expect(told?.method).toBe('POST');
  expect(new URLSearchParams(told?.body).get('hub.mode')).toBe('publish');
  expect(told && topicsIn(told)).toEqual(
    ['/X/everything/', '/X/notes/', '/tags/hubbed.X'].flatMap((form) =>
      ['atom', 'json', 'rss'].map((format) => siteUrl + form.replace('X', format)),
    ),
  );
});

test('hears of news when the caches in front of the site have let go of the old', async () => {
  const hub = await openStandIn(() => ({ status: 204 }));
  await saveSettings({ hub: hub.url }, db());
  await db().insert(cachePurges).values({ target: 'proxy', through: 0 });
  const { timers } = await startProcess(['proxy']);
  await createPost(note, db());
  await eventually(() => expect(timers.lengths()).toContain(10));
  expect(hub.told).toEqual([]);
  await db().update(cachePurges).set({ through: 1_000_000 }).where(eq(cachePurges.target, 'proxy'));
  timers.pass(10);
  await eventually(() => expect(hub.told.length).toBeGreaterThan(0));
});

test('is told again after it has failed', async () => {
  const hub = await openStandIn((_, count) => ({ status: count === 1 ? 500 : 204 }));
  await saveSettings({ hub: hub.url }, db());
  const { timers, lines } = await startProcess();
  await eventually(() => expect(lines).toHaveLength(1));
  expect(lines[0]).toContain('hub');
  await createPost(note, db());
  timers.pass(1000);
  await eventually(() => expect(hub.told.length).toBeGreaterThan(1));
  await eventually(() =>
    expect(hub.told.slice(1).flatMap(topicsIn)).toContain(`${siteUrl}/tags/hubbed.atom`),
  );
});

test('nobody is told while none is set', async () => {
  const hub = await openStandIn(() => ({ status: 204 }));
  await startProcess();
  await createPost(note, db());
  await saveSettings({ hub: hub.url }, db());
  await eventually(() => expect(hub.told.length).toBeGreaterThan(0));
  expect(topicsIn(hub.told[0] ?? { method: '', url: '', headers: {}, body: '' })).toContain(
    `${siteUrl}/atom/everything/`,
  );
});
