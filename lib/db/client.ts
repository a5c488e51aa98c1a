// The one Postgres driver. A process has one pool, opened on first use; commands and tests open
// their own. Queries take the database as their last argument, so that a transaction can stand in.

import type { PgDatabase } from 'drizzle-orm/pg-core';
import {
  drizzle,
  type PostgresJsDatabase,
  type PostgresJsQueryResultHKT,
} from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '../env';
import * as schema from './schema';

/**
 * The database or a transaction on it. Within a transaction writes are awaited one after the other:
 * when one of several under way fails, the driver rolls back, and whatever the others ask for later
 * would be done outside of it.
 */
export type Database = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;

/** A pool that its opener closes. */
export type DatabasePool = {
  database: PostgresJsDatabase<typeof schema>;
  close(): Promise<void>;
  /** Closes without waiting: queries under way fail. */
  drop(): Promise<void>;
};

type PoolOptions = {
  /** Most connections at a time. */
  max?: number;
  /** Whether statements are prepared; not behind a transaction pooler. */
  prepare?: boolean;
};

/** Opens a pool on a server. It connects on first use. */
export function openDatabase(
  url: string,
  { max = 10, prepare = true }: PoolOptions = {},
): DatabasePool {
  const client = postgres(url, {
    max,
    prepare,
    connect_timeout: 5,
    // Notices say such things as "relation exists, skipping": nobody's business.
    onnotice: () => {},
    connection: { application_name: 'commonplace', TimeZone: 'UTC' },
  });
  return {
    database: drizzle(client, { schema }),
    close: () => client.end({ timeout: 5 }),
    drop: () => client.end({ timeout: 0 }),
  };
}

// One pool a process, also when bundles hold this module more than once.
const shared = globalThis as typeof globalThis & { commonplaceDatabase?: DatabasePool };

/**
 * This process's database.
 * @throws when no server is configured: `npm start` gives the embedded one
 */
export function database(): Database {
  shared.commonplaceDatabase ??= openConfigured();
  return shared.commonplaceDatabase.database;
}

/** Drops this process's pool with everything that waits in it; the next use opens another. */
export async function resetDatabase(): Promise<void> {
  const lost = shared.commonplaceDatabase;
  shared.commonplaceDatabase = undefined;
  await lost?.drop();
}

function openConfigured(): DatabasePool {
  const { DATABASE_URL, DATABASE_POOL_MAX, DATABASE_PREPARE, isVercel } = env();
  if (DATABASE_URL === undefined)
    throw new Error(
      'DATABASE_URL is not set. `npm start` and `npm run dev` bring a database; other ways to run need one.',
    );
  return openDatabase(DATABASE_URL, {
    max: DATABASE_POOL_MAX ?? (isVercel ? 1 : 10),
    prepare: DATABASE_PREPARE,
  });
}
