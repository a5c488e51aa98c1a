// The page cache's own connection to Postgres, and what it reads there.
import postgres from 'postgres';

const channel = 'cache_invalidations';

/** @typedef {import('postgres').Sql} Connection */

/**
 * Opens one connection that stays open.
 * @param {string} databaseUrl
 * @param {{ onClose: () => void, onNotice: () => void }} events
 * @returns {Connection}
 */
export function openConnection(databaseUrl, { onClose, onNotice }) {
  const options = {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    fetch_types: false,
    connection: { application_name: 'commonplace page cache' },
    onnotice: () => {},
    onclose: onClose,
    // Not in the driver's types: its own `listen` hides a lost connection, which must be known.
    onnotify: onNotice,
  };
  return postgres(databaseUrl, options);
}

/**
 * Starts to hear of invalidations.
 * @param {Connection} sql
 * @returns {Promise<string>} what tells this database from others
 */
export async function startListening(sql) {
  await sql.unsafe(`listen ${channel}`);
  // Leases of processes that ended long ago.
  await sql`delete from cache_leases where until < clock_timestamp() - interval '1 minute'`;
  const [row] =
    await sql`select value #>> '{}' as identity from settings where key = 'installation'`;
  return String(row?.identity);
}

/**
 * The expiries after a number, and the newest number of all, with no tag.
 * @param {Connection} sql
 * @param {number} after
 * @returns {Promise<import('./expiry-numbers.mjs').Expiry[]>}
 */
export async function readExpiries(sql, after) {
  const rows = await sql`
    select tag, sequence::float8 as number from cache_invalidations where sequence > ${after}
    union all
    select null, coalesce(max(sequence), 0)::float8 from cache_invalidations`;
  return rows.map(({ tag, number }) => ({ tag, number: Number(number) }));
}

/**
 * What an error says, in one line for the log.
 * @param {unknown} error
 * @returns {string}
 */
export function messageOf(error) {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ');
  return error instanceof Error ? error.message || error.name : String(error);
}
