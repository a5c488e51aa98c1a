// Tells the page cache, which Next loads outside our bundles, what it may use.
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Env } from '../env';
import { logger } from '../log';

/**
 * Hands the page cache its database and folder. Pages of another build or address are other
 * pages, so each has a folder of its own.
 */
export function configurePageCache(env: Env, buildId: string): void {
  const edition = createHash('sha256')
    .update(`${buildId} ${env.SITE_URL}`)
    .digest('hex')
    .slice(0, 16);
  Object.assign(globalThis, {
    commonplacePageCacheConfiguration: {
      databaseUrl: env.DATABASE_URL_UNPOOLED ?? env.DATABASE_URL,
      directory: env.isVercel ? undefined : path.join(env.DATA_DIR, 'pages', edition),
      log: (message: string) => logger.warn(message),
    },
  });
}
