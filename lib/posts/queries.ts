// Reading posts: streams, listings, one post, and what stands around it.
import { and, asc, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import type { Day } from '../dates';
import { type Database, database } from '../db/client';
import { posts } from '../db/schema';
import { linkColumns, listColumns, type PostRow, toPost } from './columns';
import { frontPageCandidates, frontPageLength } from './front-page';
import type { PostKind } from './kinds';
import { mostCounted, type Total, toTotal } from './totals';
import { type Post, type PostLink, type PostPage, pageSize } from './types';
import { isListed } from './visibility';

export const newestFirst = [desc(posts.listedAt), desc(posts.id)];
export const oldestFirst = [asc(posts.listedAt), asc(posts.id)];

export type Slice = { where: SQL | undefined; order: SQL[]; limit: number; offset?: number };

/**
 * Posts of a list. The ids come first, from the index alone, so that skipping to a late page does
 * not read the posts before it.
 */
export async function listPosts(
  { where, order, limit, offset = 0 }: Slice,
  db: Database,
): Promise<Post[]> {
  const ids = db
    .select({ id: posts.id })
    .from(posts)
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset);
  const rows: PostRow[] = await db
    .select(listColumns)
    .from(posts)
    .where(inArray(posts.id, ids))
    .orderBy(...order);
  return rows.map(toPost);
}

/** Cuts the one post too many that tells whether another page follows. */
export function toPage(found: Post[], number: number, size = pageSize): PostPage {
  return { posts: found.slice(0, size), number, hasNext: found.length > size };
}

/** A page of a list whose posts were counted. */
export type CountedPage = PostPage & { total: Total };

/** How many posts the front page holds now. */
async function countOnFrontPage(now: Date, db: Database): Promise<number> {
  const candidates = await db
    .select({ kind: posts.kind, hasNote: posts.hasNote })
    .from(posts)
    .where(isListed(now))
    .orderBy(...newestFirst)
    .limit(frontPageCandidates);
  return frontPageLength(candidates);
}

/** A page of the stream: the front page by weight, then thirty each from where it stopped. */
export async function listStream(
  number: number,
  now = new Date(),
  db = database(),
): Promise<PostPage> {
  const onFrontPage = await countOnFrontPage(now, db);
  const size = number === 1 ? onFrontPage : pageSize;
  const offset = number === 1 ? 0 : onFrontPage + (number - 2) * pageSize;
  const found = await listPosts(
    { where: isListed(now), order: newestFirst, limit: size + 1, offset },
    db,
  );
  return toPage(found, number, size);
}

/** A page of a kind's listing, newest first. */
export async function listKind(
  kind: PostKind,
  number: number,
  now = new Date(),
  db = database(),
): Promise<CountedPage> {
  return listCounted(and(eq(posts.kind, kind), isListed(now)), newestFirst, number, db);
}

/** A page of the beats of one type, newest first. */
export async function listBeats(
  type: string,
  number: number,
  now = new Date(),
  db = database(),
): Promise<CountedPage> {
  const where = and(eq(posts.kind, 'beat'), eq(posts.beatType, type), isListed(now));
  return listCounted(where, newestFirst, number, db);
}

/** A page of a month, oldest first. */
export async function listMonth(
  { from, before }: { from: Day; before: Day },
  number: number,
  now = new Date(),
  db = database(),
): Promise<CountedPage> {
  const where = and(
    sql`${posts.publishedOn} >= ${from}`,
    sql`${posts.publishedOn} < ${before}`,
    isListed(now),
  );
  return listCounted(where, [asc(posts.publishedOn), ...oldestFirst], number, db);
}

/** All posts of a day, oldest first. */
export async function listDay(day: Day, now = new Date(), db = database()): Promise<Post[]> {
  const where = and(eq(posts.publishedOn, day), isListed(now));
  const rows: PostRow[] = await db
    .select(listColumns)
    .from(posts)
    .where(where)
    .orderBy(...oldestFirst);
  return rows.map(toPost);
}

/** A page of a series, oldest first. */
export async function listSeriesPosts(
  seriesId: number,
  number: number,
  now = new Date(),
  db = database(),
): Promise<CountedPage> {
  return listCounted(and(eq(posts.seriesId, seriesId), isListed(now)), oldestFirst, number, db);
}

async function listCounted(
  where: SQL | undefined,
  order: SQL[],
  number: number,
  db: Database,
): Promise<CountedPage> {
  const [found, total] = await Promise.all([
    listPosts({ where, order, limit: pageSize + 1, offset: (number - 1) * pageSize }, db),
    countPosts(where, db),
  ]);
  return { ...toPage(found, number), total };
}

/** How many posts meet a condition, counted so far. */
async function countPosts(where: SQL | undefined, db: Database): Promise<Total> {
  const counted = db
    .select({ id: posts.id })
    .from(posts)
    .where(where)
    .limit(mostCounted + 1)
    .as('counted');
  return toTotal(await db.$count(counted));
}

/** Most recent entries that any page lists. */
export const recentEntriesShown = 20;

/** The newest entries, without one post. */
export async function listRecentEntries(
  limit: number,
  { except = 0 } = {},
  now = new Date(),
  db = database(),
): Promise<PostLink[]> {
  const where = and(eq(posts.kind, 'entry'), isListed(now), ne(posts.id, except));
  return listLinks({ where, order: newestFirst, limit }, db);
}

/** Links to the posts of a list. */
export async function listLinks({ where, order, limit }: Slice, db: Database): Promise<PostLink[]> {
  const rows = await db
    .select(linkColumns)
    .from(posts)
    .where(where)
    .orderBy(...order)
    .limit(limit);
  return rows.map(toLink);
}

type LinkRow = {
  id: number;
  slug: string;
  publishedOn: Day | null;
  publishedAt: Date | null;
  displayTitle: string;
};

export function toLink({ id, slug, publishedOn, publishedAt, displayTitle }: LinkRow): PostLink {
  if (publishedOn === null || publishedAt === null)
    throw new Error(`The listed post ${slug} has no date.`);
  return { id, slug, publishedOn, publishedAt, displayTitle };
}
