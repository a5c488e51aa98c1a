// Which types of beats there are.
import { and, eq, gt, min, sql } from 'drizzle-orm';
import { database } from '../db/client';
import { posts } from '../db/schema';
import { mostCounted, type Total, toTotal } from './totals';
import { isListed } from './visibility';

export type BeatTypeTotal = { type: string; total: Total };

/**
 * The types of beats that have public posts, with their numbers, the commonest first. One probe of
 * the index a type and a bounded count, however many beats there are.
 */
export async function countBeatTypes(now = new Date(), db = database()): Promise<BeatTypeTotal[]> {
  const isPublicBeat = and(eq(posts.kind, 'beat'), isListed(now));
  const rows = await db.execute<{ type: string; count: number }>(sql`
    with recursive types(type) as (
      (${db
        .select({ type: min(posts.beatType) })
        .from(posts)
        .where(isPublicBeat)})
      union all
      select (${db
        .select({ type: min(posts.beatType) })
        .from(posts)
        .where(and(isPublicBeat, gt(posts.beatType, sql`types.type`)))})
      from types where types.type is not null
    )
    select type, (select count(*)::int from (${db
      .select({ id: posts.id })
      .from(posts)
      .where(and(isPublicBeat, eq(posts.beatType, sql`types.type`)))
      .limit(mostCounted + 1)}) as counted) as count
    from types where type is not null
    order by count desc, type`);
  return rows.map(({ type, count }) => ({ type, total: toTotal(count) }));
}
