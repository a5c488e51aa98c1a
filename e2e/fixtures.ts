// What journeys are given: a site of their own, and a page that fails the test when something on
// it fails.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { cloneDatabase, dropDatabase } from '../lib/testing/template';

export type Site = {
  baseUrl: string;
  databaseUrl: string;
  /** Who keeps the pages: our handler or the platform's. */
  pageCache: 'own' | 'platform';
};

type WorkerFixtures = {
  site: Site;
  /** What the site's database is a clone of. */
  seed: 'world' | 'samples';
};

const next = createRequire(import.meta.url).resolve('next/dist/bin/next');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

async function whenUp(address: string, server: ChildProcess): Promise<void> {
  await expect
    .poll(
      async () => {
        if (server.exitCode !== null) throw new Error('The server has ended.');
        return fetch(address)
          .then((response) => response.status)
          .catch(() => 0);
      },
      { timeout: 30_000, intervals: [50] },
    )
    .toBe(200);
}

/** Other machines are out of reach by design, and a 404 page is a page. */
const isExpected = (message: string) =>
  message.includes('ERR_BLOCKED_BY_CLIENT') || message.includes('status of 404');

export const test = base.extend<object, WorkerFixtures>({
  seed: ['world', { option: true, scope: 'worker' }],

  site: [
    async ({ seed }, use) => {
      const templates: Record<string, string> = JSON.parse(process.env.E2E_TEMPLATES ?? '{}');
      const databaseUrl = await cloneDatabase(templates[seed] ?? '');
      const dataDir = await mkdtemp(path.join(tmpdir(), 'commonplace-e2e-'));
      const port = await freePort();
      const baseUrl = `http://localhost:${port}`;
      const pageCache = process.env.PAGE_CACHE === 'platform' ? 'platform' : 'own';
      const server = spawn(process.execPath, [next, 'start', '--port', String(port)], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...process.env,
          DATABASE_URL: databaseUrl,
          DATA_DIR: dataDir,
          SITE_URL: baseUrl,
          PAGE_CACHE: pageCache,
        },
      });
      await whenUp(`${baseUrl}/readyz`, server);
      await use({ baseUrl, databaseUrl, pageCache });
      server.kill('SIGTERM');
      await once(server, 'exit');
      await dropDatabase(databaseUrl);
      await rm(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ site }, use) => use(site.baseUrl),

  page: async ({ page, site }, use) => {
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isExpected(message.text()))
        failures.push(`console: ${message.text()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 500) failures.push(`${response.status()} ${response.url()}`);
    });
    // Tests do not depend on anybody else's machine.
    await page.route('**/*', (route) =>
      route.request().url().startsWith(site.baseUrl)
        ? route.continue()
        : route.abort('blockedbyclient'),
    );
    await use(page);
    expect(failures).toEqual([]);
  },
});

export { expect };
