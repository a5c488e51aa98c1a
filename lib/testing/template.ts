// Databases for tests: a template is migrated once, clones of it take milliseconds.
import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { openDatabase } from '../db/client';
import { migrateDatabase } from '../db/migrate';

const localHosts = ['localhost', '127.0.0.1', '[::1]'];

/** Tests make and drop databases: never on a server that may be somebody's. */
export function requireLocal(url: string): void {
  const { hostname } = new URL(url);
  if (!localHosts.includes(hostname))
    throw new Error(`Tests do not run against ${hostname}: DATABASE_URL must be a local server.`);
}

export function withDatabaseName(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Makes a migrated database on the server. @returns its address */
export async function createTemplate(serverUrl: string): Promise<string> {
  const name = `commonplace_template_${randomBytes(4).toString('hex')}`;
  await onServer(serverUrl, sql`create database ${sql.identifier(name)}`);
  const url = withDatabaseName(serverUrl, name);
  await migrateDatabase(url);
  return url;
}

/** Clones a database to which nobody is connected. @returns the clone's address */
export async function cloneDatabase(templateUrl: string): Promise<string> {
  const template = new URL(templateUrl).pathname.slice(1);
  const name = `commonplace_test_${randomBytes(6).toString('hex')}`;
  const maintenance = withDatabaseName(templateUrl, 'postgres');
  await onServer(
    maintenance,
    sql`create database ${sql.identifier(name)} template ${sql.identifier(template)}`,
  );
  return withDatabaseName(templateUrl, name);
}

export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await onServer(
    withDatabaseName(url, 'postgres'),
    sql`drop database if exists ${sql.identifier(name)} with (force)`,
  );
}

async function onServer(url: string, statement: ReturnType<typeof sql>): Promise<void> {
  const pool = openDatabase(url, { max: 1 });
  try {
    await pool.database.execute(statement);
  } finally {
    await pool.close();
  }
}
