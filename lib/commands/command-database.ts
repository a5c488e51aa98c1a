// The database of a command: the server in DATABASE_URL, else the embedded one.
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

/** Our own errors about a database are plain ones of one sentence; those of others have a class or a code. */
function throwSentence(error: unknown): never {
  if (error instanceof Error && error.constructor === Error && !('code' in error))
    throw new CommandError(error.message, { cause: error });
  throw error;
}
