// Brings a database to the newest schema, one process at a time.
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { openDatabase } from './client';

const migrationsFolder = path.join(import.meta.dirname, '../../drizzle');
const oldestServer = 15;

/**
 * Applies the migrations that a database lacks. Safe to call from several processes at once:
 * drizzle's own migrator takes no lock, so an advisory one is held around it.
 * @param url a direct connection, not a transaction pooler
 * @throws when the server is older than Postgres 15
 */
export async function migrateDatabase(url: string): Promise<void> {
  const pool = openDatabase(url, { max: 1 });
  try {
    await requireServerVersion(pool.database);
    await pool.database.execute(sql`select pg_advisory_lock(hashtext('commonplace migrations'))`);
    await migrate(pool.database, {
      migrationsFolder,
      migrationsSchema: 'public',
      migrationsTable: 'migrations',
    });
  } finally {
    await pool.close();
  }
}

async function requireServerVersion(database: ReturnType<typeof openDatabase>['database']) {
  const [row] = await database.execute<{ version: number }>(
    sql`select current_setting('server_version_num')::int / 10000 as version`,
  );
  if (row && row.version < oldestServer)
    throw new Error(
      `Postgres ${row.version} is too old: Commonplace needs Postgres ${oldestServer} or newer.`,
    );
}
