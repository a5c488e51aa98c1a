// Records which cache tags a write expires, in the write's own transaction.
import { sql } from 'drizzle-orm';
import type { Database } from './client';

/**
 * Expires pages by tag, everywhere, at the moment the transaction commits. Call it last: the order
 * of invalidations is kept by a lock that lasts until then.
 */
export async function expireCacheTags(tags: string[], tx: Database): Promise<void> {
  if (tags.length === 0) return;
  await tx.execute(sql`select expire_cache_tags(${sql.param([...new Set(tags)])}::text[])`);
}
