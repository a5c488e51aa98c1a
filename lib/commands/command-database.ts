// The database of a command: the server in DATABASE_URL, else the embedded one.
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { type DatabasePool, openDatabase } from '../db/client';
import { openEmbeddedDatabase } from '../db/embedded/embedded';
import { migrateDatabase } from '../db/migrate';
import type { Env } from '../env';
import { addSamplesOnce } from '../samples/add';
import { CommandError } from './environment';

export type CommandDatabase = {
  /** For the processes that the command starts. */
  url: string;
  /** Past a pooler where there is one: for what the command does itself. */
  directUrl: string;
  /** Leaves the database; an embedded one that nobody uses any more stops. */
  release(): Promise<void>;
};

/**
 * Opens the database and brings it to the newest schema; a new embedded one gets the samples.
 * @throws {CommandError} where a sentence says what is wrong with it
 */
export async function prepareDatabase(
  env: Env,
  say: (line: string) => void,
): Promise<CommandDatabase> {
  if (env.DATABASE_URL !== undefined) {
    const directUrl = env.DATABASE_URL_UNPOOLED ?? env.DATABASE_URL;
    await requireAnswer(directUrl);
    await migrateDatabase(directUrl).catch(throwSentence);
    return { url: env.DATABASE_URL, directUrl, release: async () => {} };
  }
  const { url, created, release } = await openEmbeddedDatabase({ dataDir: env.DATA_DIR }).catch(
    throwSentence,
  );
  try {
    if (created) say(`Made a database in ${env.DATA_DIR}.`);
    await migrateDatabase(url);
    if (await withPool(url, ({ database }) => addSamplesOnce(database)))
      say('Added a few sample posts.');
  } catch (error) {
    await release();
    throw error;
  }
  return { url, directUrl: url, release };
}

/** Does something with a pool and closes it. */
export async function withPool<Result>(
  url: string,
  work: (pool: DatabasePool) => Promise<Result>,
  options: { prepare?: boolean } = {},
): Promise<Result> {
  const pool = openDatabase(url, options);
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}

/**
 * The driver tries again for ever where something takes connections and hangs up at once, as a proxy
 * does whose server is away. On silence it gives up after five seconds.
 * @throws {CommandError} when there is no answer in time; what the driver says is thrown as it is
 */
export async function requireAnswer(url: string, patienceMs = 10_000): Promise<void> {
  const pool = openDatabase(url, { max: 1, prepare: false });
  const limit = new AbortController();
  try {
    await Promise.race([
      pool.database.execute(sql`select 1`),
      pause(patienceMs, undefined, { signal: limit.signal }).then(() => {
        const { host } = new URL(url);
        throw new CommandError(
          `There is no Postgres at ${host}, or none that answers: see that it runs and that DATABASE_URL names it.`,
        );
      }),
    ]);
  } finally {
    limit.abort();
    await pool.drop();
  }
}

/** Our own errors about a database are plain ones of one sentence; those of others have a class or a code. */
function throwSentence(error: unknown): never {
  if (error instanceof Error && error.constructor === Error && !('code' in error))
    throw new CommandError(error.message, { cause: error });
  throw error;
}
