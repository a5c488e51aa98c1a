// Keeps one cache in front of the site told: when to look for what it has not heard, how long to
// rest after a failure, and that everything is said twice.
import type { Database } from '../db/client';
import { isUnreachable } from '../db/unreachable';
import { describeFailure, type PurgeTarget } from './target';
import { tellTarget } from './tell';

/** For a notice that got lost on the way. */
const netMs = 30_000;
/** An answer that was on its way through the proxy while it was told is stored after that. */
const repeatMs = 3000;
const pauseMs = { first: 1000, longest: 60_000 };

/** Does something after so many milliseconds, without keeping the process alive. */
export type Later = (milliseconds: number, work: () => void) => void;

/** What the purger says; pino's loggers are such. */
export type PurgeLog = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
};

type Options = { target: PurgeTarget; database: Database; log: PurgeLog; later: Later };

export class Purger {
  #options;
  #isDue = false;
  #isLooking = false;
  #isResting = false;
  #isClosed = false;
  #failures = 0;
  /** The database answered the last look with an error. */
  #isRefused = false;

  constructor(options: Options) {
    this.#options = options;
    this.#spreadNet();
  }

  /** Looks whether there is something to tell, now or when the look under way is over. */
  look(): void {
    if (this.#isClosed || this.#isResting) return;
    this.#isDue = true;
    if (!this.#isLooking) void this.#lookWhileDue();
  }

  /** Begins nothing new from now on. */
  close(): void {
    this.#isClosed = true;
  }

  get #isCache(): boolean {
    return this.#options.target.storesNothing !== true;
  }

  #spreadNet(): void {
    this.#options.later(netMs, () => {
      if (this.#isClosed) return;
      this.look();
      this.#spreadNet();
    });
  }

  async #lookWhileDue(): Promise<void> {
    this.#isLooking = true;
    while (this.#isDue && !this.#isClosed) {
      this.#isDue = false;
      if (await this.#tell()) this.#failures = 0;
      else this.#rest();
    }
    this.#isLooking = false;
  }

  /** Pauses grow from one failure to the next; what is recorded meanwhile waits. */
  #rest(): void {
    this.#isResting = true;
    this.#isDue = false;
    const growing = pauseMs.first * 2 ** this.#failures;
    this.#failures += 1;
    this.#options.later(Math.min(growing, pauseMs.longest), () => {
      this.#isResting = false;
      this.look();
    });
  }

  /** @returns whether all went well */
  async #tell(): Promise<boolean> {
    const { target, database, log, later } = this.#options;
    const pause = (milliseconds: number) =>
      new Promise<void>((resolve) => later(milliseconds, resolve));
    try {
      if (target.isWanted && !(await target.isWanted())) return true;
      const outcome = await tellTarget(target, pause, database);
      this.#isRefused = false;
      if (outcome.state === 'failed') {
        if (!outcome.hadFailed)
          log.warn(
            { target: target.name, failure: outcome.failure },
            this.#isCache
              ? 'A cache in front of the site cannot be purged and may show old pages; retrying.'
              : 'The hub of the feeds cannot be told of news; retrying.',
          );
        return false;
      }
      if (outcome.state === 'told') {
        if (outcome.hadFailed)
          log.info(
            { target: target.name },
            this.#isCache
              ? 'A cache in front of the site can be purged again.'
              : 'The hub of the feeds can be told again.',
          );
        if (this.#isCache) later(repeatMs, () => void this.#repeat(outcome.tags));
      }
      return true;
    } catch (error) {
      // That Postgres is away, the page cache says: one line for each change (lib/page-cache).
      if (isUnreachable(error)) return false;
      if (!this.#isRefused)
        log.warn({ target: target.name, error }, 'Purging waits: the database refuses.');
      this.#isRefused = true;
      return false;
    }
  }

  async #repeat(tags: string[]): Promise<void> {
    if (this.#isClosed) return;
    const { target, log } = this.#options;
    try {
      await target.purge(tags);
    } catch (error) {
      // Only for answers that crossed the first purge: not worth a record.
      log.info(
        { target: target.name, failure: describeFailure(error) },
        'The second purge of the same tags failed.',
      );
    }
  }
}
