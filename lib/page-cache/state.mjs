// What the page cache of this process holds, made on first use and shared by every request.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { Invalidations } from './invalidations.mjs';
import { EntryStore } from './store.mjs';

const require = createRequire(import.meta.url);

/**
 * @typedef {{ databaseUrl?: string, directory?: string, log: (message: string) => void, onDatabaseLost?: () => void }} PageCacheConfiguration
 * @typedef {import('./invalidations.mjs').Dated} Dated
 * @typedef {{ invalidations: Invalidations, store: EntryStore, births: WeakMap<object, Dated>, visits: AsyncLocalStorage<import('./front-door.mjs').Visit>, forgetCacheControls: () => void }} PageCacheState
 */

// The handler is loaded by Next outside the bundles, the configuration is given from inside one
// (instrumentation.ts): the global object is where both can meet.
const meeting =
  /** @type {typeof globalThis & { commonplacePageCacheConfiguration?: PageCacheConfiguration, commonplacePageCache?: PageCacheState }} */ (
    globalThis
  );

/**
 * `births` tells how old an answer on its way to a reader is, by its headers, which Next passes on
 * as they are. `visits` tells the front door what was found for the request it let in.
 * @returns {PageCacheState}
 */
export function pageCacheState() {
  meeting.commonplacePageCache ??= createState(
    meeting.commonplacePageCacheConfiguration ?? { log: console.error },
  );
  return meeting.commonplacePageCache;
}

/**
 * @param {PageCacheConfiguration} configuration
 * @returns {PageCacheState}
 */
function createState({ databaseUrl, directory, log, onDatabaseLost }) {
  const store = new EntryStore({ directory, log });
  return {
    store,
    invalidations: new Invalidations({
      databaseUrl,
      log,
      onConnected: (identity) => store.belongTo(identity),
      onLost: onDatabaseLost,
    }),
    births: new WeakMap(),
    visits: new AsyncLocalStorage(),
    forgetCacheControls: cacheControlCleaner(),
  };
}

const maxRememberedLives = 10_000;

/**
 * Next remembers the life of every path it ever stored, without bound. Our entries carry theirs,
 * so forgetting costs nothing; a crawl of made-up addresses would fill the memory otherwise.
 */
function cacheControlCleaner() {
  /** @type {{ SharedCacheControls: { cacheControls: Map<string, unknown> } }} */
  const {
    SharedCacheControls,
  } = require('next/dist/server/lib/incremental-cache/shared-cache-controls.external.js');
  return () => {
    if (SharedCacheControls.cacheControls.size > maxRememberedLives)
      SharedCacheControls.cacheControls.clear();
  };
}
