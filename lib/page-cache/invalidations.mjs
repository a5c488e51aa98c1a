// Which cache tags have been expired, in the order in which Postgres numbered it. The numbers
// follow the order of commits (drizzle/0001), so whoever has applied number N knows all below it.
//
// A process may serve stored pages without asking while it holds a lease (drizzle/0002): a writer
// does not return before every process with a lease has applied its invalidation. A process
// without one asks first. Leases are taken by requests and last a second, so that a quiet site
// sends nothing to its database, and no clocks are compared: a lease ends here a second after it
// was asked for, in Postgres a second after it was given.
import { randomUUID } from 'node:crypto';
import { messageOf, openConnection, readExpiries, startListening } from './connection.mjs';
import { ExpiryNumbers } from './expiry-numbers.mjs';
import { timeout } from './timeout.mjs';

const leaseSeconds = 1;
/** How long a request waits for Postgres to say that a stored page is still right. */
const answerMs = 2000;
const retryMs = 1000;
/** How long an attempt to connect may take in all. */
const reconnectMs = 10_000;

/**
 * @typedef {import('./expiry-numbers.mjs').Dated} Dated
 * @typedef {import('./connection.mjs').Connection} Connection
 * @typedef {{ databaseUrl?: string, log: (message: string) => void, onConnected: (identity: string) => Promise<void>, onLost?: () => void }} Options
 */

export class Invalidations {
  #numbers = new ExpiryNumbers();
  #instance = randomUUID();
  /** Until when (performance.now) stored pages may be served without asking. */
  #leaseUntil = 0;
  /** @type {Promise<void> | undefined} */
  #renewal;
  /** @type {Promise<void> | undefined} */
  #connecting;
  #isDown = false;
  #isClosed = false;
  /** @type {Connection | undefined} */
  #sql;
  /** Reading runs one at a time, so that numbers are applied in order. */
  #reading = Promise.resolve();
  #options;

  /** @param {Options} options */
  constructor(options) {
    this.#options = options;
  }

  /** Number of the newest invalidation that this process has applied; -1 before the first look. */
  get last() {
    return this.#numbers.last;
  }

  /** Whether Postgres cannot be reached: what is stored is served then, whatever may have expired it. */
  get isDown() {
    return this.#isDown;
  }

  /**
   * Resolves once this process may judge stored pages: at once while it has a lease, else when it
   * has asked; without an answer from Postgres after two seconds, and while it is known to be down
   * at once.
   */
  async ready() {
    if (!this.isReady()) await this.ask();
  }

  /** Whether this process may judge stored pages at once. Renews a lease that is half over. */
  isReady() {
    const { databaseUrl } = this.#options;
    if (databaseUrl === undefined || this.#isDown || this.#isClosed) return true;
    const remaining = this.#leaseUntil - performance.now();
    if (remaining <= 0) return false;
    if (remaining < leaseSeconds * 500) this.#renewInBackground();
    return true;
  }

  /** Asks Postgres whatever the lease says: afterwards `isDown` is true of this moment. */
  async ask() {
    const { databaseUrl } = this.#options;
    if (databaseUrl === undefined || this.#isDown || this.#isClosed) return;
    const answer =
      this.#sql === undefined || this.#connecting
        ? this.#connect(databaseUrl)
        : this.#renew(this.#sql);
    await this.#within(answerMs, answer);
  }

  /**
   * Whether an entry may not be served. While Postgres is down every entry may.
   * @param {Dated} entry
   */
  haveExpired(entry) {
    return !this.#isDown && this.#numbers.haveExpired(entry);
  }

  /** Applies what other writers have recorded since the last look; throws when it cannot. */
  async catchUp() {
    const sql = this.#sql;
    if (sql === undefined) return;
    const before = this.last;
    const read = this.#reading.then(() => this.#read(sql));
    this.#reading = read.catch(() => {
      // The caller of this read is told; the next one starts anew.
    });
    await read;
    // Writers wait for this word; they need none from a process without a lease.
    if (this.last > before)
      await sql`update cache_leases set applied = ${this.last} where instance = ${this.#instance}`;
  }

  async close() {
    this.#isClosed = true;
    const sql = this.#sql;
    this.#sql = undefined;
    if (sql === undefined) return;
    // A lease that cannot be given back ends by itself.
    await Promise.allSettled([sql`delete from cache_leases where instance = ${this.#instance}`]);
    await sql.end({ timeout: 1 });
  }

  #renewInBackground() {
    const sql = this.#sql;
    if (sql === undefined || this.#renewal) return;
    this.#within(answerMs, this.#renew(sql));
  }

  /**
   * Takes a lease and then reads: a writer that did not see the lease has committed before the
   * read, which therefore finds its invalidation.
   * @param {Connection} sql
   */
  #renew(sql) {
    if (this.#renewal) return this.#renewal;
    const renewal = this.#takeLease(sql).finally(() => {
      if (this.#renewal === renewal) this.#renewal = undefined;
    });
    this.#renewal = renewal;
    return renewal;
  }

  /** @param {Connection} sql */
  async #takeLease(sql) {
    const asked = performance.now();
    // Both are sent at once; one connection runs them in this order.
    await Promise.all([
      sql`select renew_cache_lease(${this.#instance}, ${this.last}, ${leaseSeconds})`,
      this.catchUp(),
    ]);
    if (this.#sql === sql) this.#leaseUntil = asked + leaseSeconds * 1000;
  }

  /** @param {string} databaseUrl */
  #connect(databaseUrl) {
    if (this.#connecting) return this.#connecting;
    const connecting = this.#open(databaseUrl).finally(() => {
      if (this.#connecting === connecting) this.#connecting = undefined;
    });
    this.#connecting = connecting;
    return connecting;
  }

  /** @param {string} databaseUrl */
  async #open(databaseUrl) {
    const sql = openConnection(databaseUrl, {
      onClose: () => this.#onClose(databaseUrl, sql),
      onNotice: () => {
        this.catchUp().catch((error) => this.#lost(messageOf(error), sql));
      },
    });
    this.#sql = sql;
    await this.#options.onConnected(await startListening(sql));
    await this.#takeLease(sql);
    if (this.#sql !== sql) return;
    if (this.#isDown) this.#options.log('Page cache: the database answers again.');
    this.#isDown = false;
  }

  /**
   * A closed connection alone says little (servers close old ones): it is opened again at once.
   * Until then there is no lease, so requests wait for it.
   * @param {string} databaseUrl
   * @param {Connection} closed
   */
  #onClose(databaseUrl, closed) {
    if (this.#sql !== closed || this.#connecting || this.#isDown || this.#isClosed) return;
    this.#leaseUntil = 0;
    this.#end(closed);
    this.#within(reconnectMs, this.#connect(databaseUrl));
  }

  /**
   * Waits for an answer of Postgres this long; without one it counts as down.
   * @param {number} milliseconds
   * @param {Promise<void>} answer
   */
  async #within(milliseconds, answer) {
    const sql = this.#sql;
    const late = Symbol('late');
    try {
      if ((await Promise.race([answer, timeout(milliseconds, late)])) === late)
        this.#lost('no answer', sql);
    } catch (error) {
      this.#lost(messageOf(error), sql);
    }
  }

  /**
   * @param {string} reason
   * @param {Connection | undefined} sql the connection that failed; a newer one stays
   */
  #lost(reason, sql) {
    const { databaseUrl, log, onLost } = this.#options;
    if (this.#isClosed || sql === undefined || sql !== this.#sql || databaseUrl === undefined)
      return;
    this.#leaseUntil = 0;
    this.#sql = undefined;
    if (!this.#isDown) {
      log(
        `Page cache: the database does not answer; stored pages are served as they are (${reason}).`,
      );
      onLost?.();
    }
    this.#isDown = true;
    this.#connecting = undefined;
    this.#renewal = undefined;
    this.#end(sql);
    setTimeout(() => {
      if (!this.#isClosed) this.#within(reconnectMs, this.#connect(databaseUrl));
    }, retryMs).unref();
  }

  /** @param {Connection} sql */
  #end(sql) {
    sql.end({ timeout: 0 }).catch((error) => this.#options.log(`Page cache: ${messageOf(error)}`));
  }

  /** @param {Connection} sql */
  async #read(sql) {
    const isContinued = this.#numbers.apply(await readExpiries(sql, this.last));
    if (!isContinued) await this.#options.onConnected('');
  }
}
