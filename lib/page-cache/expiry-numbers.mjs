// Which invalidation expired each cache tag last, by number.

/**
 * @typedef {{ tags: string[], renderedAfter: number }} Dated
 * @typedef {{ tag: string | null, number: number }} Expiry
 */

export class ExpiryNumbers {
  /** The newest number applied; -1 before the first. */
  last = -1;
  /** @type {Map<string, number>} */
  #expiredBy = new Map();

  /**
   * Whether an entry shows something that was expired after its render began. One that was
   * rendered after a number not reached yet comes from another database's past.
   * @param {Dated} entry
   */
  haveExpired({ tags, renderedAfter }) {
    if (this.last >= 0 && renderedAfter > this.last) return true;
    return tags.some((tag) => (this.#expiredBy.get(tag) ?? -1) > renderedAfter);
  }

  /**
   * Applies all expiries since `last`, with one of no tag that has the newest number of all.
   * @param {Expiry[]} expiries
   * @returns false when the database was put back to an older state: numbers only grow otherwise
   */
  apply(expiries) {
    const newest = Math.max(...expiries.map(({ number }) => number));
    const isContinued = newest >= this.last;
    if (isContinued) {
      for (const { tag, number } of expiries) if (tag !== null) this.#expiredBy.set(tag, number);
    } else this.#expiredBy.clear();
    this.last = newest;
    return isContinued;
  }
}
