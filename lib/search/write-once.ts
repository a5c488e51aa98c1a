// What search knows of posts is kept by triggers (drizzle/0013_search.sql). Of a post that comes
// with its tags they would write it twice, and most of what an import costs Postgres is that.
import { sql } from 'drizzle-orm';
import type { Database } from '../db/client';

/**
 * Writes many posts within a transaction; search learns of them at the end of the work, once each.
 * @param work gives the ids of all posts that it has written or tagged
 */
export async function searchOnce<Result>(
  tx: Database,
  work: () => Promise<{ ids: number[]; result: Result }>,
): Promise<Result> {
  await tx.execute(sql`select set_config('commonplace.search_waits', 'on', true)`);
  const { ids, result } = await work();
  await tx.execute(sql`select set_config('commonplace.search_waits', 'off', true)`);
  if (ids.length > 0) await tx.execute(sql`select search_write_alone(${sql.param(ids)}::int[])`);
  return result;
}
