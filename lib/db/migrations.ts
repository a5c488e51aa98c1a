// Whether the database is where this code expects it to be.
import { sql } from 'drizzle-orm';
import journal from '../../drizzle/meta/_journal.json';
import { database } from './client';

/** Whether every migration of this build has been applied. */
export async function isMigrated(db = database()): Promise<boolean> {
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  const [row] = await db.execute<{ newest: string | null }>(
    sql`select max(created_at)::text as newest from migrations`,
  );
  return Number(row?.newest ?? 0) >= newest;
}
