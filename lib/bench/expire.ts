// Makes servers forget every stored page, as any writer may.
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';

/** For servers to hear of it. */
const hearMs = 5;

export async function expireEverything(database: Database): Promise<void> {
  await database.execute(sql`select expire_cache_tags(array[${cacheTags.site}])`);
  await delay(hearMs);
}
