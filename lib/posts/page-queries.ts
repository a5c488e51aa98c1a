// Reading one post for its own page, and what stands before and after it.
import { and, eq, gte, type SQL, sql } from 'drizzle-orm';
import type { Day } from '../dates';
import { type Database, database } from '../db/client';
import { posts } from '../db/schema';
import { pageColumns, toPost } from './columns';
import { listLinks, newestFirst, oldestFirst, type Slice } from './queries';
import type { Post, PostLink } from './types';
import { isListed } from './visibility';

export type PostOnPage = Post & {
  seriesId: number | null;
  plainText: string;
  /** The author's own picture for cards elsewhere. */
  cardImage: string | null;
};

/** The public post at a day and slug, in any case of the slug; null when there is none. */
export function getPost(
  day: Day,
  slug: string,
  now = new Date(),
  db = database(),
): Promise<PostOnPage | null> {
  return findPost(
    and(
      eq(posts.publishedOn, day),
      eq(sql`lower(${posts.slug})`, slug.toLowerCase()),
      isListed(now),
    ),
    db,
  );
}

/** The public post with an id; null when there is none. */
export function getPostById(
  id: number,
  now = new Date(),
  db = database(),
): Promise<PostOnPage | null> {
  return findPost(and(eq(posts.id, id), isListed(now)), db);
}

async function findPost(where: SQL | undefined, db: Database): Promise<PostOnPage | null> {
  const [row] = await db.select(pageColumns).from(posts).where(where);
  if (row === undefined) return null;
  const { seriesId, plainText, cardImage } = row;
  return { ...toPost(row), seriesId, plainText, cardImage };
}

type Placed = Pick<Post, 'id' | 'kind' | 'publishedAt'>;

/** The post of the same kind right before one in time, and the one right after it. */
function besideSlices(post: Placed, now: Date): { previous: Slice; next: Slice } {
  const isSameKind = eq(posts.kind, post.kind);
  const place = sql`(${post.publishedAt.toISOString()}::timestamptz, ${post.id}::int)`;
  // The bound on the time alone is where the scan of the index begins; the pair breaks ties.
  const isEarlier = and(
    isListed(post.publishedAt),
    sql`(${posts.listedAt}, ${posts.id}) < ${place}`,
  );
  const isLater = and(
    isListed(now),
    gte(posts.listedAt, post.publishedAt),
    sql`(${posts.listedAt}, ${posts.id}) > ${place}`,
  );
  return {
    previous: { where: and(isSameKind, isEarlier), order: newestFirst, limit: 1 },
    next: { where: and(isSameKind, isLater), order: oldestFirst, limit: 1 },
  };
}

/** Links to the posts of the same kind right before and after one in time. */
export async function getNeighbours(
  post: Placed,
  now = new Date(),
  db = database(),
): Promise<{ previous: PostLink | null; next: PostLink | null }> {
  const slices = besideSlices(post, now);
  const [[previous], [next]] = await Promise.all([
    listLinks(slices.previous, db),
    listLinks(slices.next, db),
  ]);
  return { previous: previous ?? null, next: next ?? null };
}

/** The ids of the same. */
export async function getNeighbourIds(post: Placed, now: Date, db: Database): Promise<number[]> {
  const slices = besideSlices(post, now);
  const found = await Promise.all(
    [slices.previous, slices.next].map(({ where, order, limit }) =>
      db
        .select({ id: posts.id })
        .from(posts)
        .where(where)
        .orderBy(...order)
        .limit(limit),
    ),
  );
  return found.flat().map((row) => row.id);
}
