// Starts purging in a server process: for each cache in front of the site that the environment
// names, and for the hub of the feeds, at each invalidation that Postgres tells of.
import type { Database, DatabasePool } from '../db/client';
import { openDatabase } from '../db/client';
import { announceCachesInFront } from '../db/page-changes';
import type { Env } from '../env';
import { logger } from '../log';
import { hubTarget } from '../websub/hub-target';
import { cloudflareTarget } from './cloudflare-target';
import { httpTarget } from './http-target';
import { type Later, type PurgeLog, Purger } from './purger';
import { isNewBuild, rememberBuild } from './served-build';
import type { PurgeTarget } from './target';
import { distrustTargets } from './tell';

const channel = 'cache_invalidations';
const timeoutMs = 10_000;

/**
 * Starts purging when there is something to purge. On Vercel no process stays to do it. Never
 * holds up the start: what fails is logged and tried again.
 */
export function startPurging(env: Env, buildId: string): void {
  const url = env.DATABASE_URL_UNPOOLED ?? env.DATABASE_URL;
  if (env.isVercel || url === undefined) return;
  const caches = purgeTargets(env);
  announceCachesInFront(caches.map(({ name }) => name));
  // The hub asks the database once more while it is told.
  const pool = openDatabase(url, { max: caches.length + 2 });
  const hub = hubTarget({
    siteUrl: env.SITE_URL,
    database: pool.database,
    comesAfter: caches.map(({ name }) => name),
    timeoutMs,
  });
  const targets = [...caches, hub];
  void beginPurging({ targets, pool, build: { dataDir: env.DATA_DIR, buildId }, log: logger });
}

export function purgeTargets(env: Env): PurgeTarget[] {
  const { PURGE_URL, CLOUDFLARE_ZONE_ID, CLOUDFLARE_API_TOKEN } = env;
  return [
    ...(PURGE_URL === undefined ? [] : [httpTarget({ url: PURGE_URL, timeoutMs })]),
    ...(CLOUDFLARE_ZONE_ID === undefined || CLOUDFLARE_API_TOKEN === undefined
      ? []
      : [cloudflareTarget({ zoneId: CLOUDFLARE_ZONE_ID, token: CLOUDFLARE_API_TOKEN, timeoutMs })]),
  ];
}

type Purging = {
  targets: PurgeTarget[];
  pool: DatabasePool;
  build: { dataDir: string; buildId: string };
  log: PurgeLog;
  later?: Later;
};

const unheldTimer: Later = (milliseconds, work) => {
  setTimeout(work, milliseconds).unref();
};

/** @returns what ends it */
export async function beginPurging({
  targets,
  pool: { database, close },
  build,
  log,
  later = unheldTimer,
}: Purging): Promise<() => Promise<void>> {
  const purgers = targets.map((target) => new Purger({ target, database, log, later }));
  const look = () => {
    for (const purger of purgers) purger.look();
  };
  try {
    // Pages of an earlier build ask for styles and scripts that this one no longer has.
    if (await isNewBuild(build)) {
      const caches = targets.filter(({ storesNothing }) => storesNothing !== true);
      await distrustTargets(
        caches.map(({ name }) => name),
        database,
      );
      await rememberBuild(build);
    }
    await listenerOf(database).listen(channel, look, look);
  } catch (error) {
    // The net of each purger and the driver's own attempts to connect go on.
    log.warn({ error }, 'Purging began without hearing of invalidations; it looks for them.');
    look();
  }
  return async () => {
    for (const purger of purgers) purger.close();
    await close();
  };
}

type Listener = {
  listen(channel: string, onNotice: () => void, onListening: () => void): Promise<unknown>;
};

/** Drizzle has no LISTEN; the driver under it has, on a connection of its own. */
function listenerOf(database: Database): Listener {
  const client: unknown = Reflect.get(database, '$client');
  if (!isListener(client)) throw new TypeError('The database driver has no LISTEN.');
  return client;
}

function isListener(client: unknown): client is Listener {
  return typeof client === 'function' && 'listen' in client && typeof client.listen === 'function';
}
