// A public post by chance, each as likely as any other, at a cost that does not grow with the
// archive. Few candidates are listed and one is drawn. Of many, ids are drawn blindly and those
// that are no candidate thrown away: which one of the others is drawn first owes nothing to its
// place, so the draw stays even, whatever gaps the ids have.
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Day } from '../dates';
import { type Database, database } from '../db/client';
import { posts, postTags } from '../db/schema';
import { alsoTagged } from '../tags/queries';
import type { TagCount } from './types';
import { isListed, isListedTagging } from './visibility';

/** Up to this many taggings are listed rather than guessed at. */
const mostListed = 5000;
/** How many ids are drawn at a time. Of a tag that one post in a hundred has, 20 hit on average. */
const drawn = { any: 100, tagged: 2000 };
const rounds = 3;

export type PostAddress = { publishedOn: Day; slug: string };

/**
 * The address of a random public post, of those that have all of these tags.
 * Null when there is none.
 */
export async function findRandomPost(
  tagged: TagCount[],
  now = new Date(),
  db = database(),
): Promise<PostAddress | null> {
  const id = await drawId(tagged, now, db);
  if (id === null) return null;
  const [post] = await db
    .select({ publishedOn: posts.publishedOn, slug: posts.slug })
    .from(posts)
    .where(and(eq(posts.id, id), isListed(now)));
  return post?.publishedOn ? { publishedOn: post.publishedOn, slug: post.slug } : null;
}

async function drawId(tagged: TagCount[], now: Date, db: Database): Promise<number | null> {
  const [rarest, ...others] = [...tagged].sort((a, b) => a.count - b.count);
  if (rarest === undefined)
    return (
      (await drawBlindly((ids) => drawFromPosts(and(inArray(posts.id, ids), isListed(now)), db), {
        size: drawn.any,
        db,
      })) ?? drawFromPosts(isListed(now), db)
    );
  const isCandidate = and(
    eq(postTags.tagId, rarest.id),
    isListedTagging(now),
    ...others.map(alsoTagged),
  );
  const guessed =
    rarest.count > mostListed
      ? await drawBlindly(
          (ids) => drawFromTaggings(and(inArray(postTags.postId, ids), isCandidate), db),
          { size: drawn.tagged, db },
        )
      : null;
  return guessed ?? drawFromTaggings(isCandidate, db);
}

type Draw = (ids: SQL) => Promise<number | null>;

/** Draws ids from the whole range until one is a candidate; null where candidates are too rare. */
async function drawBlindly(
  draw: Draw,
  { size, db }: { size: number; db: Database },
): Promise<number | null> {
  const [range] = await db
    .select({ first: sql<number | null>`min(${posts.id})`, last: sql<number>`max(${posts.id})` })
    .from(posts);
  if (range === undefined || range.first === null) return null;
  const { first, last } = range;
  for (let round = 0; round < rounds; round += 1) {
    const ids = Array.from(
      { length: size },
      () => first + Math.floor(Math.random() * (last - first + 1)),
    );
    const id = await draw(sql`(select unnest(${sql.param(ids)}::int[]))`);
    if (id !== null) return id;
  }
  return null;
}

async function drawFromPosts(where: SQL | undefined, db: Database): Promise<number | null> {
  const [row] = await db
    .select({ id: posts.id })
    .from(posts)
    .where(where)
    .orderBy(sql`random()`)
    .limit(1);
  return row?.id ?? null;
}

async function drawFromTaggings(where: SQL | undefined, db: Database): Promise<number | null> {
  const [row] = await db
    .select({ id: postTags.postId })
    .from(postTags)
    .where(where)
    .orderBy(sql`random()`)
    .limit(1);
  return row?.id ?? null;
}
