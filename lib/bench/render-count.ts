// Counts renders without a hook in the server, by what Postgres has to do for one: how often the
// posts are scanned during one render of a page is known from a render of that page alone.
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { type Database, openDatabase } from '../db/client';

/** Name under which a server's queries reach Postgres, so that its connections can be found. */
export const countedName = 'commonplace bench counted';

/** The address of the database for a server whose renders are counted. */
export function countedUrl(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('application_name', countedName);
  return url.href;
}

const settleMs = 200;

/** Scans of the posts so far, those of the counted server included to the last. */
async function countScans(database: Database): Promise<number> {
  // A connection hands in its counts when it ends; the server opens new ones by itself.
  await database.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = ${countedName} and state = 'idle'`,
  );
  await delay(settleMs);
  // Without what the scheduler of every server does by itself.
  const [row] = await database.execute<{ scans: number }>(sql`
    select ((select sum(seq_scan) from pg_stat_user_tables where relname in ('posts', 'post_tags'))
      + (select sum(idx_scan) from pg_stat_user_indexes
        where relname in ('posts', 'post_tags') and indexrelname <> 'posts_scheduled'))::int as scans`);
  return row?.scans ?? 0;
}

/** How many scans of the posts some work caused, in this process or in the counted server. */
export async function scansDuring(
  work: (database: Database) => Promise<unknown>,
  databaseUrl: string,
): Promise<number> {
  const watcher = openDatabase(databaseUrl, { max: 1 });
  try {
    const before = await countScans(watcher.database);
    const worker = openDatabase(databaseUrl, { max: 1 });
    await work(worker.database).finally(() => worker.close());
    return (await countScans(watcher.database)) - before;
  } finally {
    await watcher.close();
  }
}
