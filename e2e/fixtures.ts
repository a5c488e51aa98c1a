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
import { type S3Server, startS3 } from '../lib/testing/s3-server';
import { cloneDatabase, dropDatabase } from '../lib/testing/template';
import { type Line, openLine } from './line';
import { sessionCookie } from './people';
import { countDue } from './posts';
import { startServer } from './server';

export type Site = {
  baseUrl: string;
  databaseUrl: string;
  /** Who keeps the pages: our handler or the platform's. */
  pageCache: 'own' | 'platform';
  dataDir: string;
  /** The server's process. */
  pid: number;
  /** On which files travel: before the server, or before the bucket. */
  line: Line;
  /** Null where files lie on the disk. */
  bucket: S3Server | null;
};

type Fixtures = {
  /** Signed in as an owner, in a browser of its own. */
  editor: Page;
  /** Signed in as an author. */
  author: Page;
};

type SignedInNeeds = { browser: Browser; site: Site; contextOptions: BrowserContextOptions };

export type WorkerFixtures = {
  site: Site;
  /** What the site's database is a clone of. */
  seed: 'world' | 'samples';
  /** Where the library keeps its files. */
  storage: 'disk' | 'bucket';
  /**
   * A site is shared with tests that say the same here. `untouched`: no test writes to it, so it
   * holds what it began with, all of it and nothing else.
   */
  apart: string;
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

/** Other machines are out of reach by design; a 404 page is a page, and a refusal an answer. */
const isExpected = (message: string) => /ERR_BLOCKED_BY_CLIENT|status of (?:404|422)/.test(message);

/**
 * Where React takes over a 404 page it says that the server gave up on a part of it: that is how
 * the page got its status (components/layout/not-found-status).
 */
const is404Notice = (message: string) => message.includes('Minified React error #419');

/** Makes a page fail its test when something on it fails. */
export async function watch(
  page: Page,
  site: Pick<Site, 'baseUrl' | 'pageCache'> & { bucket?: Site['bucket'] },
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
  const own = [site.baseUrl, site.bucket?.endpoint].filter((origin) => origin !== undefined);
  await page.route('**/*', (route) =>
    own.some((origin) => route.request().url().startsWith(origin))
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

const bucketVariables = ({ endpoint, region, bucket, ...keys }: S3Server) => ({
  S3_ENDPOINT: endpoint,
  S3_REGION: region,
  S3_BUCKET: bucket,
  S3_ACCESS_KEY_ID: keys.accessKeyId,
  S3_SECRET_ACCESS_KEY: keys.secretAccessKey,
});

export const test = base.extend<Fixtures, WorkerFixtures>({
  seed: ['world', { option: true, scope: 'worker' }],

  storage: ['disk', { option: true, scope: 'worker' }],

  apart: ['', { option: true, scope: 'worker' }],

  site: [
    async ({ seed, storage }, use) => {
      const templates: Record<string, string> = JSON.parse(process.env.E2E_TEMPLATES ?? '{}');
      const databaseUrl = await cloneDatabase(templates[seed] ?? '');
      const dataDir = await mkdtemp(path.join(tmpdir(), 'commonplace-e2e-'));
      const pageCache = process.env.PAGE_CACHE === 'platform' ? 'platform' : 'own';
      // The platform's cache lies inside the build, so each site has a build of its own.
      const cwd = pageCache === 'platform' ? await copyOfBuild(dataDir) : process.cwd();
      const s3 = storage === 'bucket' ? await startS3() : null;
      const lineToBucket = s3 && (await openLine(s3.endpoint));
      const bucket = s3 && lineToBucket && { ...s3, endpoint: lineToBucket.url };
      const variables = bucket ? bucketVariables(bucket) : {};
      const server = await startServer({ databaseUrl, dataDir, pageCache, cwd, variables });
      const { baseUrl, pid } = server;
      const line = lineToBucket ?? (await openLine(baseUrl));
      // A server that has just started turns what is due, and pages change with that.
      await expect.poll(() => countDue(databaseUrl)).toBe(0);
      await use({ baseUrl, pid, databaseUrl, pageCache, dataDir, line, bucket });
      await line.close();
      await server.stop();
      await bucket?.close();
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
