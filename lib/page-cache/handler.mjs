// The page cache: Next's `cacheHandler` (see "incrementalCacheHandlerPath" in Next's documentation).
// It knows no domain. What it decides:
// - An entry is as old as the START of its render: one that read the database before an
//   invalidation and finished after it is stored, but never served.
// - Invalidations are numbered by Postgres (invalidations.mjs), so they survive restarts and reach
//   every process; no clocks are compared.
// - Pages are kept dressed (dress.mjs): without the framework's scripts.
// - Stored redirects and 404s, and pages tagged `memory-only`, live in a small memory store alone,
//   pages tagged `brief` in another of a few hundred.
// - While Postgres does not answer, what is stored is served as it is; the guard (guard.mjs)
//   answers 503 for the rest.
// - Nothing is kept for `fetch` and `unstable_cache`: the page is the only copy of anything.
import { dressPage } from './dress.mjs';
import { pageCacheState } from './state.mjs';

const tagsHeader = 'x-next-cache-tags';
/** Tags that Next derives from the path; nothing of ours expires them. */
const implicitTagPrefix = '_N_T_';
const memoryOnly = 'memory-only';
const brief = 'brief';
/** Where to store a page: no names of what it shows. */
const shelves = [memoryOnly, brief];

/**
 * @typedef {{ kind: string, tags?: string[] }} GetContext
 * @typedef {{ cacheControl?: { revalidate: number | false, expire?: number }, fetchCache?: boolean }} SetContext
 * @typedef {{ kind: 'APP_PAGE', html: string, status?: number, headers?: Record<string, string | string[] | undefined>, rscData?: Buffer, segmentData?: Map<string, Buffer>, postponed?: string }} PageValue
 * @typedef {{ kind: 'APP_ROUTE', body: Buffer, status: number, headers: Record<string, string | string[] | undefined> }} RouteValue
 * @typedef {PageValue | RouteValue} CacheValue
 */

export default class PageCache {
  /** Number of the last invalidation known when the render of this request began. */
  #renderedAfter = -1;
  /** @type {import('./store.mjs').Entry | undefined} What this request was served before. */
  #served;

  /**
   * @param {string} key
   * @param {GetContext} context
   */
  async get(key, context) {
    if (context.kind !== 'APP_PAGE' && context.kind !== 'APP_ROUTE') return null;
    const { invalidations, store, births, visits } = pageCacheState();
    await invalidations.ready();
    // One handler serves one request, and its `get` comes before the render that ends in `set`.
    this.#renderedAfter = invalidations.last;
    const entry = await store.get(key);
    if (entry === null || invalidations.haveExpired(entry)) return null;
    this.#served = entry;
    const visit = visits.getStore();
    if (visit) visit.found = { key, entry };
    if (entry.value.headers) births.set(entry.value.headers, entry);
    return {
      value: entry.value,
      // A page past its life cannot be made anew while the database is down: it counts as new.
      lastModified: invalidations.isDown ? Date.now() : entry.lastModified,
      cacheControl: entry.cacheControl,
    };
  }

  /**
   * @param {string} key
   * @param {CacheValue | null} value
   * @param {SetContext} context
   */
  async set(key, value, context) {
    if (context.fetchCache) return;
    const { store, births, forgetCacheControls } = pageCacheState();
    forgetCacheControls();
    // A render failed and Next keeps the page it had, for another while: as old as it was.
    const isKept = value !== null && value === this.#served?.value;
    if (isKept && this.#served) {
      this.#served.cacheControl = context.cacheControl;
      this.#served.lastModified = Date.now();
      return;
    }
    if (value === null || (value.kind !== 'APP_PAGE' && value.kind !== 'APP_ROUTE'))
      return store.delete(key);
    if (value.kind === 'APP_PAGE') dressPage(value);
    const tags = tagsOf(value);
    value.headers = {
      ...value.headers,
      ...(tags.length > 0 && {
        'cache-tag': tags.filter((tag) => !shelves.includes(tag)).join(','),
      }),
    };
    births.set(value.headers, { tags, renderedAfter: this.#renderedAfter });
    const stored = { ...value, headers: { ...value.headers } };
    // For a page Next has already put `Location` on the response of this first request and is about
    // to copy the value's headers to it; later requests get it from the stored copy.
    if (value.kind === 'APP_PAGE') delete value.headers.location;
    const status = value.status ?? 200;
    store.set(
      key,
      {
        value: stored,
        tags,
        lastModified: Date.now(),
        cacheControl: context.cacheControl,
        renderedAfter: this.#renderedAfter,
      },
      shelfOf(status, tags),
    );
  }

  /**
   * Called by `updateTag` and `revalidateTag` in this process. The write that led here has
   * recorded the invalidation already; this makes the process know before the notice arrives.
   */
  async revalidateTag() {
    await pageCacheState().invalidations.catchUp();
  }

  resetRequestCache() {}
}

/**
 * @param {number} status
 * @param {string[]} tags
 */
function shelfOf(status, tags) {
  if (tags.includes(brief)) return 'brief';
  return status >= 300 || tags.includes(memoryOnly) ? 'memory' : 'folder';
}

/** @param {CacheValue} value */
function tagsOf(value) {
  const header = value.headers?.[tagsHeader];
  if (typeof header !== 'string') return [];
  return header.split(',').filter((tag) => tag !== '' && !tag.startsWith(implicitTagPrefix));
}
