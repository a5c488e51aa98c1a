// What journeys are given: a site of their own, and a page that fails the test when something on
// it fails.
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Browser,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import type { Role } from '../lib/auth/actor';
import { cloneDatabase, dropDatabase } from '../lib/testing/template';
import { sessionCookie } from './people';
import { startServer } from './server';

export type Site = {
  baseUrl: string;
  databaseUrl: string;
  /** Who keeps the pages: our handler or the platform's. */
  pageCache: 'own' | 'platform';
};

type Fixtures = {
  /** Signed in as an owner, in a browser of its own. */
  editor: Page;
  /** Signed in as an author. */
  author: Page;
};

type SignedInNeeds = { browser: Browser; site: Site; contextOptions: BrowserContextOptions };

type WorkerFixtures = {
  site: Site;
  /** What the site's database is a clone of. */
  seed: 'world' | 'samples';
};

/** A folder like this one, but for the build, which is copied. */
async function copyOfBuild(parent: string): Promise<string> {
  const folder = path.join(parent, 'site');
  await mkdir(folder);
  for (const name of await readdir(process.cwd()))
    if (name !== '.next') await symlink(path.join(process.cwd(), name), path.join(folder, name));
  await cp('.next', path.join(folder, '.next'), {
    recursive: true,
    filter: (source) => !/\.next[\\/](cache|standalone)/.test(source),
  });
  return folder;
}

/** Other machines are out of reach by design, and a 404 page is a page. */
const isExpected = (message: string) =>
  message.includes('ERR_BLOCKED_BY_CLIENT') || message.includes('status of 404');

/**
 * Where React takes over a 404 page it says that the server gave up on a part of it: that is how
 * the page got its status (components/layout/not-found-status).
 */
const is404Notice = (message: string) => message.includes('Minified React error #419');

/** Makes a page fail its test when something on it fails. */
export async function watch(
  page: Page,
  site: Pick<Site, 'baseUrl' | 'pageCache'>,
): Promise<string[]> {
  const failures: string[] = [];
  page.on('pageerror', (error) => {
    if (!(site.pageCache === 'platform' && is404Notice(error.message)))
      failures.push(`error: ${error.message}`);
  });
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
  return failures;
}

/** Gives a test a page of a browser of its own in which somebody is signed in. */
const signedIn =
  (role: Role) =>
  async (
    { browser, site, contextOptions }: SignedInNeeds,
    use: (page: Page) => Promise<void>,
  ): Promise<void> => {
    const context = await browser.newContext({ ...contextOptions, baseURL: site.baseUrl });
    await context.addCookies([await sessionCookie(site, role)]);
    const page = await context.newPage();
    const failures = await watch(page, site);
    await use(page);
    await context.close();
    expect(failures).toEqual([]);
  };

export const test = base.extend<Fixtures, WorkerFixtures>({
  seed: ['world', { option: true, scope: 'worker' }],

  site: [
    async ({ seed }, use) => {
      const templates: Record<string, string> = JSON.parse(process.env.E2E_TEMPLATES ?? '{}');
      const databaseUrl = await cloneDatabase(templates[seed] ?? '');
      const dataDir = await mkdtemp(path.join(tmpdir(), 'commonplace-e2e-'));
      const pageCache = process.env.PAGE_CACHE === 'platform' ? 'platform' : 'own';
      // The platform's cache lies inside the build, so each site has a build of its own.
      const cwd = pageCache === 'platform' ? await copyOfBuild(dataDir) : process.cwd();
      const server = await startServer({ databaseUrl, dataDir, pageCache, cwd });
      await use({ baseUrl: server.baseUrl, databaseUrl, pageCache });
      await server.stop();
      await dropDatabase(databaseUrl);
      await rm(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ site }, use) => use(site.baseUrl),

  page: async ({ page, site }, use) => {
    const failures = await watch(page, site);
    await use(page);
    expect(failures).toEqual([]);
  },

  editor: signedIn('owner'),
  author: signedIn('author'),
});

export { expect };
