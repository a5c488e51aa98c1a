// The database of a command: the server in DATABASE_URL, else the embedded one.
import { type DatabasePool, openDatabase } from '../db/client';
import { openEmbeddedDatabase } from '../db/embedded/embedded';
import { migrateDatabase } from '../db/migrate';
import type { Env } from '../env';
import { addSamplePosts } from '../samples/add';

export type CommandDatabase = {
  /** For the processes that the command starts. */
  url: string;
  /** Leaves the database; an embedded one that nobody uses any more stops. */
  release(): Promise<void>;
};

/** Opens the database, brings it to the newest schema, and fills a new embedded one with samples. */
export async function prepareDatabase(
  env: Env,
  say: (line: string) => void,
): Promise<CommandDatabase> {
  if (env.DATABASE_URL !== undefined) {
    await migrateDatabase(env.DATABASE_URL_UNPOOLED ?? env.DATABASE_URL);
    return { url: env.DATABASE_URL, release: async () => {} };
  }
  const embedded = await openEmbeddedDatabase({ dataDir: env.DATA_DIR });
  try {
    await migrateDatabase(embedded.url);
    if (embedded.created) {
      say(`Made a database in ${env.DATA_DIR}.`);
      await withPool(embedded.url, ({ database }) => addSamplePosts(database));
      say('Added a few sample posts.');
    }
  } catch (error) {
    await embedded.release();
    throw error;
  }
  return { url: embedded.url, release: () => embedded.release() };
}

/** Does something with a pool and closes it. */
export async function withPool<Result>(
  url: string,
  work: (pool: DatabasePool) => Promise<Result>,
): Promise<Result> {
  const pool = openDatabase(url);
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}
