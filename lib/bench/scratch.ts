// The databases of a run: new ones on the server in DATABASE_URL, or on an embedded server in a
// temporary folder; dropped at the end. An existing database is never touched.
import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { withPool } from '../commands/command-database';
import { openEmbeddedDatabase } from '../db/embedded/embedded';
import { migrateDatabase } from '../db/migrate';
import type { Env } from '../env';
import type { Cleanup } from './cleanup';

export type ScratchServer = {
  /** `PostgreSQL 18.4, embedded`. */
  about: string;
  /** Makes a database with the newest schema. @returns its address */
  create(): Promise<string>;
};

export async function openScratchServer(env: Env, cleanup: Cleanup): Promise<ScratchServer> {
  const url = env.DATABASE_URL_UNPOOLED ?? env.DATABASE_URL ?? (await startEmbedded(cleanup));
  const [row] = await withPool(url, ({ database }) =>
    database.execute<{ version: string }>(
      sql`select split_part(current_setting('server_version'), ' ', 1) as version`,
    ),
  );
  const where = env.DATABASE_URL === undefined ? 'embedded' : 'in DATABASE_URL';
  return {
    about: `PostgreSQL ${row?.version}, ${where}`,
    create: () => createDatabase(url, cleanup),
  };
}

async function startEmbedded(cleanup: Cleanup): Promise<string> {
  const server = await openEmbeddedDatabase({ dataDir: await cleanup.folder('postgres') });
  cleanup.defer(() => server.release());
  return server.url;
}

async function createDatabase(serverUrl: string, cleanup: Cleanup): Promise<string> {
  const name = `commonplace_bench_${randomBytes(5).toString('hex')}`;
  const onServer = (statement: ReturnType<typeof sql>) =>
    withPool(serverUrl, ({ database }) => database.execute(statement));
  await onServer(sql`create database ${sql.identifier(name)}`);
  cleanup.defer(() => onServer(sql`drop database if exists ${sql.identifier(name)} with (force)`));
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrateDatabase(url.href);
  return url.href;
}
