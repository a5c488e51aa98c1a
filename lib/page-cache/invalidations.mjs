// Which cache tags have been expired, in the order in which Postgres numbered it. The numbers
// follow the order of commits (drizzle/0001), so whoever has applied number N knows all below it.
import postgres from 'postgres';

const channel = 'cache_invalidations';
const firstWaitMs = 1000;
const retryMs = 1000;

/**
 * @typedef {{ tags: string[], renderedAfter: number }} Dated
 * @typedef {{ databaseUrl?: string, log: (message: string) => void, onConnected: (identity: string) => Promise<void> }} Options
 */

export class Invalidations {
  /** Number of the newest invalidation that this process has applied; -1 before the first look. */
  last = -1;
  /** @type {Map<string, number>} */
  #expiredBy = new Map();
  #isConnected = false;
  #hasReportedLoss = false;
  #isClosed = false;
  /** @type {Promise<unknown> | undefined} */
  #firstLook;
  /** @type {import('postgres').Sql | undefined} */
  #sql;
  /** Reading runs one at a time, so that numbers are applied in order. */
  #reading = Promise.resolve();
  #options;

  /** @param {Options} options */
  constructor(options) {
    this.#options = options;
  }

  /**
   * Resolves once the invalidations are loaded; without a database after a second at most, and
   * from then on at once.
   */
  async ready() {
    if (this.#isConnected || this.#options.databaseUrl === undefined) return;
    this.#firstLook ??= Promise.race([
      this.#connect(this.#options.databaseUrl),
      timeout(firstWaitMs),
    ]);
    await this.#firstLook;
  }

  /**
   * Whether an entry shows something that was expired after its render began. One that was
   * rendered after a number not reached yet comes from another database's past.
   * @param {Dated} entry
   */
  haveExpired({ tags, renderedAfter }) {
    if (this.#isConnected && renderedAfter > this.last) return true;
    return tags.some((tag) => (this.#expiredBy.get(tag) ?? -1) > renderedAfter);
  }

  /** Applies what other writers have recorded since the last look; throws when it cannot. */
  async catchUp() {
    const sql = this.#sql;
    if (sql === undefined) return;
    const read = this.#reading.then(() => this.#read(sql));
    this.#reading = read.catch(() => {
      // The caller of this read is told; the next one starts anew.
    });
    await read;
  }

  async close() {
    this.#isClosed = true;
    await this.#sql?.end({ timeout: 1 });
  }

  /** @param {string} databaseUrl */
  async #connect(databaseUrl) {
    const options = {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 5,
      fetch_types: false,
      connection: { application_name: 'commonplace page cache' },
      onnotice: () => {},
      onclose: () => this.#lost(databaseUrl, 'connection closed'),
      // Not in the driver's types: its own `listen` hides a lost connection, which must be known.
      onnotify: () => {
        this.catchUp().catch((error) => this.#options.log(`Page cache: ${messageOf(error)}`));
      },
    };
    const sql = postgres(databaseUrl, options);
    this.#sql = sql;
    try {
      await sql.unsafe(`listen ${channel}`);
      const [row] =
        await sql`select value #>> '{}' as identity from settings where key = 'installation'`;
      await this.#options.onConnected(String(row?.identity));
      await this.catchUp();
      this.#isConnected = true;
      if (this.#hasReportedLoss) this.#options.log('Page cache: hears of invalidations again.');
      this.#hasReportedLoss = false;
    } catch (error) {
      this.#lost(databaseUrl, messageOf(error));
    }
  }

  /**
   * @param {string} databaseUrl
   * @param {string} reason
   */
  #lost(databaseUrl, reason) {
    const sql = this.#sql;
    if (sql === undefined) return;
    this.#sql = undefined;
    this.#isConnected = false;
    if (this.#isClosed) return;
    if (!this.#hasReportedLoss)
      this.#options.log(
        `Page cache: does not hear of invalidations and serves what it has (${reason}).`,
      );
    this.#hasReportedLoss = true;
    setTimeout(() => {
      sql
        .end({ timeout: 0 })
        .catch((error) => this.#options.log(`Page cache: ${messageOf(error)}`));
      if (!this.#isClosed) this.#connect(databaseUrl);
    }, retryMs).unref();
  }

  /** @param {import('postgres').Sql} sql */
  async #read(sql) {
    const rows = await sql`
      select tag, sequence::float8 as sequence from cache_invalidations where sequence > ${this.last}
      union all
      select null, coalesce(max(sequence), 0)::float8 from cache_invalidations`;
    const newest = Math.max(...rows.map((row) => Number(row.sequence)));
    // Numbers only grow: a smaller one means that the database was put back to an older state.
    if (newest < this.last) {
      this.#expiredBy.clear();
      this.last = newest;
      await this.#options.onConnected('');
      return;
    }
    for (const row of rows)
      if (row.tag !== null) this.#expiredBy.set(row.tag, Number(row.sequence));
    this.last = newest;
  }
}

/** @param {number} milliseconds */
function timeout(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

/**
 * @param {unknown} error
 * @returns {string}
 */
function messageOf(error) {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ');
  return error instanceof Error ? error.message || error.name : String(error);
}
