// The author's list of posts: a page of it, and how many there are in which state.
import { ne, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../auth/actor';
import { type Database, database } from '../db/client';
import { people, posts } from '../db/schema';
import { isInState } from './author-conditions';
import type { AuthorFilter, ListStatus, Place } from './author-filter';
import { findPosts } from './author-find';
import { type AuthorPost, readAuthorPosts } from './author-post';

type Viewer = Pick<Actor, 'id' | 'role'>;

/** How many posts a page of the list holds. */
export const listPageSize = 50;
/** How many of a group stand on top of the list. */
const groupSize = 8;

/** What stands on top while no state is asked for, in this order. */
const groupStatuses = ['scheduled', 'draft', 'changed'] as const;

export type PostGroup = {
  status: (typeof groupStatuses)[number];
  posts: AuthorPost[];
  hasMore: boolean;
};

export type AuthorPage = {
  /** Only on the first page of all states. */
  groups: PostGroup[];
  posts: AuthorPost[];
  /** Where the page after this one begins and the one before it ends; null where there is none. */
  next: Place | null;
  previous: Place | null;
};

type ListOptions = { filter: AuthorFilter; place: Place | null; size?: number };

/** A page of the author's list. A place is the neighbour of another page, which stays as it is. */
export async function listPostsForAuthor(
  { filter, place, size = listPageSize }: ListOptions,
  actor: Viewer,
  now = new Date(),
  db = database(),
): Promise<AuthorPage> {
  const hasGroups = filter.status === null && place === null;
  const [found, groups] = await Promise.all([
    findPosts({ filter, place, limit: size + 1 }, actor, now, db),
    hasGroups ? listGroups(filter, actor, now, db) : [],
  ]);
  const isBackwards = place?.side === 'before';
  const hasMore = found.length > size;
  const shown = found.slice(0, size);
  if (isBackwards) shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  const hasPrevious = isBackwards ? hasMore : place !== null;
  const hasNext = isBackwards || hasMore;
  return {
    groups,
    posts: await readAuthorPosts(
      shown.map(({ id }) => id),
      actor,
      now,
      db,
    ),
    previous: hasPrevious && first ? { side: 'before', key: first.key, id: first.id } : null,
    next: hasNext && last ? { side: 'after', key: last.key, id: last.id } : null,
  };
}

async function listGroups(
  filter: AuthorFilter,
  actor: Viewer,
  now: Date,
  db: Database,
): Promise<PostGroup[]> {
  const groups = await Promise.all(
    groupStatuses.map(async (status): Promise<PostGroup> => {
      const sort = status === 'scheduled' ? 'published' : 'changed';
      const own = { ...filter, status, sort } satisfies AuthorFilter;
      const found = await findPosts(
        { filter: own, place: null, limit: groupSize + 1 },
        actor,
        now,
        db,
      );
      const ids = found.slice(0, groupSize).map(({ id }) => id);
      return {
        status,
        posts: await readAuthorPosts(ids, actor, now, db),
        hasMore: found.length > groupSize,
      };
    }),
  );
  return groups.filter((group) => group.posts.length > 0);
}

/** The ids of everything that a list shows, groups and all pages, at most so many. */
export async function listMatchingIds(
  filter: AuthorFilter,
  limit: number,
  actor: Viewer,
  now = new Date(),
  db = database(),
): Promise<number[]> {
  const statuses = filter.status === null ? [...groupStatuses, null] : [filter.status];
  const found = await Promise.all(
    statuses.map((status) =>
      findPosts({ filter: { ...filter, status }, place: null, limit }, actor, now, db),
    ),
  );
  return [...new Set(found.flat().map(({ id }) => id))].slice(0, limit);
}

/** A number that is counted no further than this. */
export type BoundedCount = { count: number; isMore: boolean };

const maxCounted: Record<ListStatus, number> = {
  draft: 1000,
  scheduled: 1000,
  changed: 1000,
  live: 10_000,
  binned: 1000,
};

/** How many posts an author has in each state. */
export async function countByStatus(
  actor: Viewer,
  now = new Date(),
  db = database(),
): Promise<Record<ListStatus, BoundedCount>> {
  const count = (status: ListStatus) =>
    countUpTo(maxCounted[status], isInState(status, actor, now), db);
  const [draft, scheduled, changed, live, binned] = await Promise.all([
    count('draft'),
    count('scheduled'),
    count('changed'),
    count('live'),
    count('binned'),
  ]);
  return { draft, scheduled, changed, live, binned };
}

/** Posts that meet a condition, counted up to a number. */
export async function countUpTo(
  max: number,
  where: SQL | undefined,
  db: Database,
): Promise<BoundedCount> {
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(posts)
    .where(where)
    .limit(max + 1)
    .as('some');
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
  const count = row?.count ?? 0;
  return { count: Math.min(count, max), isMore: count > max };
}

/** Whether there is anybody else whose posts might be in the list. */
export async function hasOtherAuthors(actor: Viewer, db = database()): Promise<boolean> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(ne(people.id, actor.id))
    .limit(1);
  return rows.length > 0;
}
