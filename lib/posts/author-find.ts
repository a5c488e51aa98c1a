// Finds the posts of one page of the author's list, by index whatever is filtered by. Nearly always
// a short walk along the list's own order meets enough posts. Where it does not, few posts match,
// and they are found by what makes them few (text, tag, author) and sorted; and where more match
// than can be sorted at once, they are met on the way by walking on.
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../auth/actor';
import type { Database } from '../db/client';
import { postEdits, posts, tags } from '../db/schema';
import { selectFoundIds } from '../search/compile';
import { parseSearch } from '../search/query';
import { isAmong, isAmongEdited, isInState, isOfKind, type KnownFilter } from './author-conditions';
import type { AuthorFilter, Place } from './author-filter';
import {
  isBeyond,
  isPlaceOf,
  keyText,
  type Order,
  orderFrom,
  otherOrder,
  publicOrder,
} from './author-order';

/** How many posts a first walk looks at. */
const shortWalk = 2000;
/** How many matches are sorted at most. */
const maxSorted = 10_000;

export type FindOptions = { filter: AuthorFilter; place: Place | null; limit: number };
export type Found = { id: number; key: string };
type Query = FindOptions & { filter: KnownFilter; order: Order; actor: Viewer; now: Date };
type Viewer = Pick<Actor, 'id' | 'role'>;

/**
 * The posts of a filter beyond a place, up to a limit and in the order in which they are read from
 * there: backwards where the page ends at it. A place that cannot be one is the beginning.
 */
export async function findPosts(
  options: FindOptions,
  actor: Viewer,
  now: Date,
  db: Database,
): Promise<Found[]> {
  const [tagId, found] = await Promise.all([
    findTag(options.filter, db),
    selectFound(options.filter, now, db),
  ]);
  const filter = { ...options.filter, tagId, found };
  const isPublic = filter.status === null || filter.status === 'live';
  const order = isPublic ? publicOrder(filter) : otherOrder(filter);
  const place = options.place && isPlaceOf(order, options.place) ? options.place : null;
  const query = { ...options, filter, place, order, actor, now };
  if (!isPublic) return findAmongFew(query, db);
  if (isAmong(filter, actor) === undefined) return walk(query, null, db);
  const met = await walk(query, shortWalk, db);
  if (met.length === options.limit) return met;
  return db.transaction(async (tx) => {
    // How many posts have a tag or a word decides how to look for them: planned for these values.
    await tx.execute(sql`set local plan_cache_mode = force_custom_plan`);
    return (await sortMatches(query, tx)) ?? walk(query, null, tx);
  });
}

async function findTag({ tag }: AuthorFilter, db: Database): Promise<number | null> {
  if (tag === null) return null;
  const [row] = await db.select({ id: tags.id }).from(tags).where(eq(tags.slug, tag));
  return row?.id ?? 0;
}

/** The ids of a search of readers, as a query within another. */
async function selectFound({ search }: AuthorFilter, now: Date, db: Database): Promise<SQL | null> {
  if (search === '') return null;
  const { query } = parseSearch(new URLSearchParams(search));
  return selectFoundIds(query, now, db);
}

/** What a walk needs to judge a post. */
const walked = sql.join(
  [
    posts.id,
    posts.kind,
    posts.status,
    posts.authorId,
    posts.updatedAt,
    posts.listedAt,
    posts.deletedAt,
    posts.findText,
    posts.removed,
  ].map((column) => sql`${column}`),
  sql`, `,
);

/** Looks at posts in their order, at so many or until there are enough. */
async function walk(
  { filter, place, limit, order, actor, now }: Query,
  length: number | null,
  db: Database,
): Promise<Found[]> {
  const way = and(
    isNull(posts.deletedAt),
    filter.sort === 'published' ? sql`${posts.listedAt} <= ${now.toISOString()}` : undefined,
    filter.author === 'mine' && filter.sort !== 'title' ? eq(posts.authorId, actor.id) : undefined,
    isOfKind(filter),
    isBeyond(order, place),
  );
  const from =
    length === null
      ? posts
      : sql`(
          select ${walked} from ${posts} where ${way}
          order by ${orderFrom(order, place)} limit ${length}
        ) as ${posts}`;
  const rows = await db.execute<Found>(sql`
    select ${posts.id} as id, ${keyText(order)} as key from ${from}
    where ${and(length === null ? way : undefined, judged({ filter, actor, now }))}
    order by ${orderFrom(order, place)} limit ${limit}`);
  return [...rows];
}

const judged = ({ filter, actor, now }: Pick<Query, 'filter' | 'actor' | 'now'>): SQL | undefined =>
  and(isInState(filter.status, actor, now), isAmong(filter, actor));

/** Finds every match and sorts them; null where they are too many. */
async function sortMatches(query: Query, db: Database): Promise<Found[] | null> {
  const { filter, place, limit, order } = query;
  const rows = await db.execute<{ id: number | null; key: string; total: number }>(sql`
    with found as materialized (
      select ${posts.id}, ${order.key} as key from ${posts}
      where ${and(judged(query), isOfKind(filter))} limit ${maxSorted + 1}
    )
    select counted.total, chosen.* from (select count(*)::int as total from found) as counted
    left join lateral (
      select ${posts.id}, ${keyText({ ...order, key: sql`key` })} as key from found as ${posts}
      where counted.total <= ${maxSorted} and ${isBeyond({ ...order, key: sql`key` }, place) ?? sql`true`}
      order by ${orderFrom({ ...order, key: sql`key` }, place)} limit ${limit}
    ) as chosen on true`);
  if ((rows[0]?.total ?? 0) > maxSorted) return null;
  return [...rows].flatMap(({ id, key }) => (id === null ? [] : [{ id, key }]));
}

/** Drafts, what waits, what is changed and what is in the bin: few, and with working copies. */
async function findAmongFew(query: Query, db: Database): Promise<Found[]> {
  const { filter, place, limit, order, actor, now } = query;
  const rows = await db.execute<Found>(sql`
    select ${posts.id} as id, ${keyText(order)} as key
    from ${posts} left join ${postEdits} on ${postEdits.postId} = ${posts.id}
    where ${and(
      isInState(filter.status, actor, now),
      isAmongEdited(filter, actor),
      isOfKind(filter),
      isBeyond(order, place),
    )}
    order by ${orderFrom(order, place)} limit ${limit}`);
  return [...rows];
}
