// Makes servers forget every stored page, as any writer may.
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';

const patienceMs = 2000;
const askAgainMs = 2;

/** Returns when every server knows. */
export async function expireEverything(database: Database): Promise<void> {
  const [row] = await database.execute<{ number: number }>(
    sql`select expire_cache_tags(array[${cacheTags.site}])::float8 as number`,
  );
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    const [answer] = await database.execute<{ unaware: number }>(
      sql`select count_unaware_of_invalidation(${row?.number})::int as unaware`,
    );
    if (answer?.unaware === 0) return;
    await delay(askAgainMs);
  }
}
