// Posts that wait for their time go live within 15 seconds of it, whether or not a server was
// running then; and whoever knows the secret may ask for it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withPool } from '../../lib/commands/command-database';
import { dayInZone } from '../../lib/dates';
import { publishPost } from '../../lib/posts/change';
import { createPost } from '../../lib/posts/write';
import { buildPost } from '../../lib/testing/factories';
import { cloneDatabase, dropDatabase } from '../../lib/testing/template';
import { urls } from '../../lib/urls';
import { expect, test } from '../fixtures';
import { cronSecret, startServer } from '../server';

const promisedMs = 15_000;

/** A note that becomes public in so many milliseconds. */
async function scheduleNote(databaseUrl: string, slug: string, inMs: number) {
  const note = buildPost('note', { slug, body: `Words of ${slug}.`, status: 'draft' });
  const { id } = await withPool(databaseUrl, ({ database }) => createPost(note, database));
  return { id, ...(await scheduleIn(databaseUrl, id, slug, inMs)) };
}

/** Gives it that time; another one, if it has one. */
async function scheduleIn(databaseUrl: string, id: number, slug: string, inMs: number) {
  const at = new Date(Date.now() + inMs);
  await withPool(databaseUrl, ({ database }) => publishPost(id, database, { at }));
  return { at, path: urls.post({ publishedOn: dayInZone(at, 'UTC'), slug }) };
}

test('a scheduled post is nowhere, and then on every page', async ({ request, site }) => {
  const { at, path } = await scheduleNote(site.databaseUrl, 'in-a-moment', 15_000);
  const day = urls.day(dayInZone(at, 'UTC'));
  const pages = ['/', day, '/notes/'];
  // Stored before its time, the missing page too.
  expect((await request.get(path)).status()).toBe(404);
  for (const page of pages)
    expect(await (await request.get(page)).text()).not.toContain('in-a-moment');
  expect(Date.now()).toBeLessThan(at.getTime());
  const isEverywhere = async () => {
    const texts = await Promise.all(pages.map(async (page) => (await request.get(page)).text()));
    const isThere = (await request.get(path)).status() === 200;
    return isThere && texts.every((text) => text.includes('in-a-moment'));
  };
  await expect.poll(isEverywhere, { timeout: 45_000, intervals: [100] }).toBe(true);
  expect(Date.now() - at.getTime()).toBeLessThan(promisedMs);
});

test('a post whose time came while no server ran is live when one is back', async ({
  request,
  site,
}) => {
  test.skip(site.pageCache === 'platform', 'a server of the platform keeps nothing of its own');
  const templates: Record<string, string> = JSON.parse(process.env.E2E_TEMPLATES ?? '{}');
  const databaseUrl = await cloneDatabase(templates.world ?? '');
  const dataDir = await mkdtemp(`${tmpdir()}${path.sep}commonplace-scheduling-`);
  const siteUrl = 'http://localhost:3000';
  const before = await startServer({ databaseUrl, dataDir, siteUrl });
  const { id } = await scheduleNote(databaseUrl, 'meanwhile', 3_600_000);
  expect(await (await request.get(`${before.baseUrl}/`)).text()).not.toContain('meanwhile');
  await before.stop();
  const note = await scheduleIn(databaseUrl, id, 'meanwhile', 500);
  await expect.poll(() => Date.now(), { intervals: [100] }).toBeGreaterThan(note.at.getTime());
  const after = await startServer({ databaseUrl, dataDir, siteUrl });
  const started = Date.now();
  await expect
    .poll(async () => (await request.get(`${after.baseUrl}/`)).text(), { timeout: 30_000 })
    .toContain('meanwhile');
  expect(Date.now() - started).toBeLessThan(promisedMs);
  expect((await request.get(after.baseUrl + note.path)).status()).toBe(200);
  await after.stop();
  await dropDatabase(databaseUrl);
  await rm(dataDir, { recursive: true, force: true });
});

test.describe('the route for due posts', () => {
  const ask = '/api/publish-due/';

  for (const [name, headers] of [
    ['without a secret', {}],
    ['with another', { Authorization: 'Bearer another secret of some length' }],
    ['with the secret said otherwise', { Authorization: `Basic ${cronSecret}` }],
  ] as const)
    test(`is shut to a request ${name}`, async ({ request }) => {
      const response = await request.get(ask, { headers });
      expect(response.status()).toBe(401);
      expect(await response.json()).toEqual({ error: 'unauthorised' });
    });

  test('publishes what is due', async ({ request, site }) => {
    const { at, path } = await scheduleNote(site.databaseUrl, 'by-the-route', 300);
    await expect.poll(() => Date.now(), { intervals: [50] }).toBeGreaterThan(at.getTime());
    const headers = { Authorization: `Bearer ${cronSecret}` };
    const response = await request.get(ask, { headers });
    expect(response.status()).toBe(200);
    expect(await response.json()).toEqual({ published: expect.any(Array) });
    expect((await request.get(path)).status()).toBe(200);
  });
});
