// Changes of files that are made behind the back of the requests that caused them: several at a
// time, of one file one after the other, and of those that wait for one file only the last.

/** A file takes several turns of a loop that is busy rendering; so many are at work meanwhile. */
const maxAtWork = 16;
/** What waits is held in memory: of more than these the oldest that may be left out is. */
const maxWaiting = 256;

/** @template Change */
export class ChangeQueue {
  /** What is to be done, by the name of the file. @type {Map<string, Change>} */
  #waiting = new Map();
  /** @type {Map<string, Promise<void>>} */
  #atWork = new Map();
  #carryOut;
  #leaveOut;

  /**
   * @param {object} options
   * @param {(name: string, change: Change) => Promise<void>} options.carryOut never rejects
   * @param {(name: string, change: Change) => boolean} options.leaveOut whether a change need not be
   *   made, and then it is not
   */
  constructor({ carryOut, leaveOut }) {
    this.#carryOut = carryOut;
    this.#leaveOut = leaveOut;
  }

  /**
   * Has a change made, instead of any other that waits for this file.
   * @param {string} name
   * @param {Change} change
   */
  add(name, change) {
    this.#waiting.delete(name);
    this.#waiting.set(name, change);
    if (this.#waiting.size > maxWaiting) this.#makeRoom();
    this.#work();
  }

  /** @param {string} name */
  has(name) {
    return this.#waiting.has(name) || this.#atWork.has(name);
  }

  /** Resolves when all is done. */
  async settled() {
    while (this.#atWork.size > 0) await Promise.all(this.#atWork.values());
  }

  #makeRoom() {
    for (const [name, change] of this.#waiting) {
      // What is at work on would be left as an older edition.
      if (this.#atWork.has(name) || !this.#leaveOut(name, change)) continue;
      this.#waiting.delete(name);
      return;
    }
  }

  #work() {
    for (const [name, change] of this.#waiting) {
      if (this.#atWork.size >= maxAtWork) return;
      if (this.#atWork.has(name)) continue;
      this.#waiting.delete(name);
      const done = this.#carryOut(name, change).then(() => {
        this.#atWork.delete(name);
        this.#work();
      });
      this.#atWork.set(name, done);
    }
  }
}
