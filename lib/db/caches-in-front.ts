// How far the caches in front of the site have been told of what expired (lib/purge tells them).
import { and, inArray, isNull, lt } from 'drizzle-orm';
import type { Database } from './client';
import { cachePurges } from './schema';

/** How many of these do not know an invalidation yet; such as fail are waited for by nobody. */
export function countUntold(
  names: readonly string[],
  invalidation: number,
  db: Database,
): Promise<number> {
  return db.$count(
    cachePurges,
    and(
      inArray(cachePurges.target, [...names]),
      isNull(cachePurges.failingSince),
      lt(cachePurges.through, invalidation),
    ),
  );
}
