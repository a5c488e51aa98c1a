// What the page cache of this process holds, made on first use and shared by every request.
import { createRequire } from 'node:module';
import { Invalidations } from './invalidations.mjs';
import { EntryStore } from './store.mjs';

const require = createRequire(import.meta.url);

/**
 * @typedef {{ databaseUrl?: string, directory?: string, log: (message: string) => void }} PageCacheConfiguration
 * @typedef {{ invalidations: Invalidations, store: EntryStore, forgetCacheControls: () => void }} PageCacheState
 */

// The handler is loaded by Next outside the bundles, the configuration is given from inside one
// (instrumentation.ts): the global object is where both can meet.
const meeting =
  /** @type {typeof globalThis & { commonplacePageCacheConfiguration?: PageCacheConfiguration, commonplacePageCache?: PageCacheState }} */ (
    globalThis
  );

/** @returns {PageCacheState} */
export function pageCacheState() {
  meeting.commonplacePageCache ??= createState(
    meeting.commonplacePageCacheConfiguration ?? { log: console.error },
  );
  return meeting.commonplacePageCache;
}

/** @param {PageCacheConfiguration} configuration */
function createState({ databaseUrl, directory, log }) {
  const store = new EntryStore({ directory, log });
  return {
    store,
    invalidations: new Invalidations({
      databaseUrl,
      log,
      onConnected: (identity) => store.belongTo(identity),
    }),
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
