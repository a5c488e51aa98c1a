// How much one address may search: each search that is not stored yet costs the database something.
// Counted in this process alone: it protects what this process uses, and no search waits for it.
import { LRUCache } from 'lru-cache';

/** So many at once, and then one each half second: faster than anybody types, slower than a flood. */
const most = 120;
const perSecond = 2;
const mostAddresses = 10_000;

type Bucket = { left: number; at: number };

export class SearchLimit {
  #buckets = new LRUCache<string, Bucket>({ max: mostAddresses });

  /**
   * Counts a search (token bucket: https://en.wikipedia.org/wiki/Token_bucket).
   * @returns seconds to wait before the next; 0 for a search that is allowed
   */
  take(address: string, now = Date.now()): number {
    const { left, at } = this.#buckets.get(address) ?? { left: most, at: now };
    const filled = Math.min(most, left + ((now - at) / 1000) * perSecond);
    const isAllowed = filled >= 1;
    this.#buckets.set(address, { left: isAllowed ? filled - 1 : filled, at: now });
    return isAllowed ? 0 : Math.ceil((1 - filled) / perSecond);
  }
}
