// Tells the page cache, which Next loads outside our bundles, what it may use.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { resetDatabase } from '../db/client';
import type { Env } from '../env';
import { logger } from '../log';

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
  // The handler's own copy of the module, which lies outside our bundles.
  const guard = path.join(process.cwd(), 'lib/page-cache/guard.mjs');
  const { guardAnswers }: typeof import('./guard.mjs') = await import(
    /* turbopackIgnore: true */ pathToFileURL(guard).href
  );
  guardAnswers();
}
