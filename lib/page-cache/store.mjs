// Where stored pages lie: a bounded memory, and behind it a bounded folder. Redirects, 404s and
// pages of which there is no end live in a small memory of their own, so that a crawl of made-up
// addresses pushes out nothing but itself; and so do pages that are kept for a moment only, of which
// there are never more than a few hundred.
import { LRUCache } from 'lru-cache';
import { PageFolder } from './folder.mjs';

const megabyte = 1024 * 1024;
const limits = { memory: 48 * megabyte, memoryOnly: 16 * megabyte, brief: 32 * megabyte };
const mostBrief = 500;

/**
 * @typedef {{ revalidate: number | false, expire?: number }} CacheControl
 * @typedef {{ value: import('./handler.mjs').CacheValue, tags: string[], lastModified: number, cacheControl: CacheControl | undefined, renderedAfter: number }} Entry
 * @typedef {'folder' | 'memory' | 'brief'} Shelf where a page belongs: in the folder too, in memory only, among those kept for a moment
 */

export class EntryStore {
  /** @type {LRUCache<string, Entry>} */
  #memory = new LRUCache({ maxSize: limits.memory, sizeCalculation: sizeOf });
  /** @type {LRUCache<string, Entry>} */
  #memoryOnly = new LRUCache({ maxSize: limits.memoryOnly, sizeCalculation: sizeOf });
  /** @type {LRUCache<string, Entry>} */
  #brief = new LRUCache({ max: mostBrief, maxSize: limits.brief, sizeCalculation: sizeOf });
  /** @type {PageFolder | undefined} */
  #folder;

  /** @param {{ directory?: string, log: (message: string) => void }} options */
  constructor({ directory, log }) {
    this.#folder = directory === undefined ? undefined : new PageFolder({ directory, log });
  }

  /**
   * What is in memory, for who cannot wait for the folder.
   * @param {string} key
   */
  recall(key) {
    return this.#memory.get(key) ?? this.#memoryOnly.get(key) ?? this.#brief.get(key);
  }

  /**
   * @param {string} key
   * @returns {Promise<Entry | null>}
   */
  async get(key) {
    const remembered = this.recall(key);
    if (remembered !== undefined) return remembered;
    const read = (await this.#folder?.read(key)) ?? null;
    if (read !== null) this.#memory.set(key, read);
    return read;
  }

  /**
   * @param {string} key
   * @param {Entry} entry
   * @param {Shelf} shelf
   */
  set(key, entry, shelf) {
    if (shelf !== 'folder') {
      this.delete(key);
      (shelf === 'brief' ? this.#brief : this.#memoryOnly).set(key, entry);
      return;
    }
    this.#memoryOnly.delete(key);
    this.#brief.delete(key);
    this.#memory.set(key, entry);
    this.#folder?.write(key, entry);
  }

  /** @param {string} key */
  delete(key) {
    this.#memory.delete(key);
    this.#memoryOnly.delete(key);
    this.#brief.delete(key);
    this.#folder?.delete(key);
  }

  /** Resolves when the folder holds what it is to hold. */
  async settled() {
    await this.#folder?.settled();
  }

  /**
   * Tells the store whose pages it keeps; another database's are thrown away.
   * @param {string} identity
   */
  async belongTo(identity) {
    if ((await this.#folder?.belongTo(identity)) === false) {
      this.#memory.clear();
      this.#memoryOnly.clear();
      this.#brief.clear();
    }
  }
}

/** @param {Entry} entry */
function sizeOf(entry) {
  const body =
    entry.value.kind === 'APP_PAGE' ? entry.value.html.length * 2 : entry.value.body.length;
  return body + JSON.stringify(entry.value.headers ?? {}).length + 500;
}
