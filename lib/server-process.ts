// What a server process does before its first request.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { prepareFirstRun } from './auth/first-run';
import { noteSockets } from './client-address';
import { database } from './db/client';
import { env, provideAuthUrl, provideServerActionKey } from './env';
import { logger } from './log';
import { adaptAnswers, configurePageCache } from './page-cache/configure';
import { startScheduler } from './posts/scheduler';
import { startPurging } from './purge/start';

export async function startServerProcess(): Promise<void> {
  const environment = env();
  if (environment.AUTH_SECRET !== undefined) provideServerActionKey(environment.AUTH_SECRET);
  provideAuthUrl(environment.SITE_URL);
  if (!environment.isVercel) noteSockets();
  if (environment.PAGE_CACHE === 'own') await configurePageCache(environment, await buildId());
  await adaptAnswers();
  // On Vercel a process sleeps between requests: the cron route does this work there.
  if (!environment.isVercel && environment.DATABASE_URL !== undefined) startScheduler(database);
  if (environment.DATABASE_URL !== undefined)
    // Not waited for: stored pages are served also while the database is away.
    prepareFirstRun(environment, console.log).catch((error) =>
      logger.error({ error }, 'Whether the site has an owner is not known.'),
    );
  startPurging(environment, await buildId());
}

/** The build that this process serves; `next dev` has none. */
async function buildId(): Promise<string> {
  try {
    return await readFile(path.join(process.cwd(), '.next/BUILD_ID'), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'development';
    throw error;
  }
}
