// Port and password of the embedded server, kept under DATA_DIR, and the few questions the starter
// asks it. Apart from client.ts the one place that opens connections: it runs before there is a URL.
import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import postgres, { type Sql } from 'postgres';
import { z } from 'zod';
import { readIfThere, writePrivately } from './files';
import type { Place } from './place';

const connectionFile = z.object({ port: z.number().int().nullable(), password: z.string().min(1) });

/** The port is the last one used, null before the first start. */
export type Connection = z.infer<typeof connectionFile>;

const database = 'commonplace';

export function connectionUrl(port: number, password: string, name: string = database): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;
}

/** @throws when a database exists whose password is gone or unreadable */
export function readConnection(place: Place, clusterExists: boolean): Connection {
  const text = readIfThere(place.connection);
  if (text === null && !clusterExists) {
    const connection = { port: null, password: randomBytes(24).toString('hex') };
    saveConnection(place, connection);
    return connection;
  }
  try {
    return connectionFile.parse(JSON.parse(text ?? ''));
  } catch (cause) {
    throw new Error(
      `${place.connection}, which holds the password of the database beside it, is missing or damaged: put it back from a backup of ${place.dataDir}.`,
      { cause },
    );
  }
}

export function saveConnection(place: Place, connection: Connection): void {
  writePrivately(place.connection, `${JSON.stringify(connection)}\n`, place.owner);
}

/**
 * Makes sure that the server at this port works on our files, and that it has our database.
 * @throws when it does not answer, refuses the password, or serves other files
 */
export async function prepareDatabase(place: Place, port: number, password: string): Promise<void> {
  const sql = postgres(connectionUrl(port, password, 'postgres'), {
    max: 1,
    connect_timeout: 5,
    ssl: false,
    onnotice: () => undefined,
  });
  let isOurs: boolean;
  try {
    isOurs = await servesFilesOf(place.cluster, sql);
    if (isOurs) await createMissingDatabase(sql);
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `The PostgreSQL server of ${place.cluster} does not answer on port ${port} as it should (${words}): end that server, whose number is the first line of postmaster.pid there, and start again.`,
      { cause },
    );
  } finally {
    await sql.end({ timeout: 2 });
  }
  if (!isOurs) {
    throw new Error(
      `${place.cluster} is a copy of a database in use elsewhere: remove the file postmaster.pid there and start again.`,
    );
  }
}

async function createMissingDatabase(sql: Sql): Promise<void> {
  const found = await sql`SELECT 1 FROM pg_database WHERE datname = ${database}`;
  if (found.length === 0) await sql`CREATE DATABASE ${sql(database)}`;
}

// A copied DATA_DIR has the same password and the same postmaster.pid as the original, whose server
// may be alive. What was written here a moment ago only the server of these very files can read.
async function servesFilesOf(cluster: string, sql: Sql): Promise<boolean> {
  const name = `commonplace-proof-${randomUUID()}`;
  const file = path.join(cluster, name);
  // Inside a 0700 folder; readable for the user PostgreSQL runs as when root has written it.
  writeFileSync(file, name, { flag: 'wx', mode: 0o644 });
  try {
    const [row] = await sql<{ text: string | null }[]>`SELECT pg_read_file(${name}, true) AS text`;
    return row?.text === name;
  } finally {
    rmSync(file, { force: true });
  }
}
