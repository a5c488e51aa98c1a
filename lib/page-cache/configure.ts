// Tells the page cache, which Next loads outside our bundles, what it may use.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { resetDatabase } from '../db/client';
import type { Env } from '../env';
import { logger } from '../log';
import { isFormerHost } from '../redirects/match';
import { filePath } from '../route-urls';
import { parseAddress, urls } from '../urls';

/**
 * Hands the page cache its database and folder. Pages of another build or address are other
 * pages, so each has a folder of its own.
 */
export async function configurePageCache(env: Env, buildId: string): Promise<void> {
  const edition = createHash('sha256')
    .update(`${buildId} ${env.SITE_URL}`)
    .digest('hex')
    .slice(0, 16);
  Object.assign(globalThis, {
    commonplacePageCacheConfiguration: {
      databaseUrl: env.DATABASE_URL_UNPOOLED ?? env.DATABASE_URL,
      directory: env.isVercel ? undefined : path.join(env.DATA_DIR, 'pages', edition),
      log: (message: string) => logger.warn(message),
      // Queries that wait for a server that has stopped answering would wait for ever.
      onDatabaseLost: () =>
        resetDatabase().catch((error) => logger.debug({ error }, 'The lost pool did not close.')),
    },
  });
  const { guardAnswers } = await load<typeof import('./guard.mjs')>('guard.mjs');
  guardAnswers();
  const { leanPages } = await load<typeof import('./lean-pages.mjs')>('lean-pages.mjs');
  leanPages();
  const { trySecondTime } = await load<typeof import('./second-try.mjs')>('second-try.mjs');
  trySecondTime();
  const { openFrontDoor } = await load<typeof import('./front-door.mjs')>('front-door.mjs');
  openFrontDoor({
    mayAnswer: ({ headers }) =>
      env.FORMER_HOSTS.length === 0 || !isFormerHost(headers.host ?? '', env.FORMER_HOSTS),
    isPage,
  });
}

/** Of all pages only search goes by its query. */
function isPage(address: string): boolean {
  const [path = '', query] = address.split('?', 2);
  if (query !== undefined) return path === urls.search();
  return (
    path === urls.search() ||
    parseAddress(path, new URLSearchParams()) !== null ||
    filePath(path) === path
  );
}

/** Changes how Next answers, whoever keeps the pages. */
export async function adaptAnswers(): Promise<void> {
  await adapt(
    'Unchanged feeds are sent again, and files do not say their length here.',
    async () => {
      const { interceptRequests } = await load<typeof import('./requests.mjs')>('requests.mjs');
      const { tellLength } = await load<typeof import('./body-length.mjs')>('body-length.mjs');
      const { spareUnchanged } = await load<typeof import('./unchanged.mjs')>('unchanged.mjs');
      interceptRequests((request, response, passOn) => {
        tellLength(response);
        spareUnchanged(request, response);
        passOn();
      });
    },
  );
  await adapt('A stored file may be replaced by the answer to another method here.', async () => {
    const { keepToReading } = await load<typeof import('./methods.mjs')>('methods.mjs');
    keepToReading();
  });
  await adapt('Scripts of other origins cannot join the policy of pages here.', async () => {
    const { widenPolicies } = await load<typeof import('./script-origin.mjs')>('script-origin.mjs');
    widenPolicies();
  });
}

/** A platform may pack Next in another way: then something is lacking, and pages are still there. */
async function adapt(lack: string, change: () => Promise<void>): Promise<void> {
  try {
    await change();
  } catch (error) {
    logger.error({ error }, lack);
  }
}

/** The handler's own copy of a module, which lies outside our bundles. */
function load<Module>(name: string): Promise<Module> {
  const file = path.join(process.cwd(), 'lib/page-cache', name);
  return import(/* turbopackIgnore: true */ pathToFileURL(file).href);
}
