// Reading tags: the index, archives and intersections, and what is related or in fashion.
import { and, asc, desc, eq, gt, inArray, not, notInArray, type SQL, sql } from 'drizzle-orm';
import { type Database, database } from '../db/client';
import { posts, postTags, tagFormerNames, tags } from '../db/schema';
import { listColumns, type PostRow, toPost } from '../posts/columns';
import { type CountedPage, toPage } from '../posts/queries';
import { mostCounted, type Total, toTotal } from '../posts/totals';
import { pageSize, type TagCount, type TagRef } from '../posts/types';
import { isListed, isListedTagging } from '../posts/visibility';

export type Tag = TagCount & { descriptionHtml: string };

/**
 * Public posts of a tag: the kept count of published ones, and on top those whose time has come
 * but which the scheduler has not turned yet.
 */
const publicCount = (now: Date) =>
  sql<number>`${tags.publishedCount} + (
    select count(*)::int from ${postTags}
    where ${postTags.tagId} = "tags"."id" and not ${postTags.isPublished} and ${isListedTagging(now)}
  )`.as('count');

const countColumns = (now: Date) => ({
  id: tags.id,
  slug: tags.slug,
  name: tags.name,
  count: publicCount(now),
});

/** Every tag that a public post has, in alphabetical order. */
export async function listTags(now = new Date(), db = database()): Promise<TagCount[]> {
  // Counted once for all tags: `publicCount` would look twenty thousand times into the same index.
  const due = db
    .select({ tagId: postTags.tagId, count: sql<number>`count(*)::int`.as('due_count') })
    .from(postTags)
    .where(and(not(postTags.isPublished), isListedTagging(now)))
    .groupBy(postTags.tagId)
    .as('due');
  const count = sql<number>`${tags.publishedCount} + coalesce(${due.count}, 0)`;
  return db
    .select({ id: tags.id, slug: tags.slug, name: tags.name, count })
    .from(tags)
    .leftJoin(due, eq(due.tagId, tags.id))
    .where(gt(count, 0))
    .orderBy(asc(tags.slug));
}

/** The tags with these slugs that exist, in alphabetical order, whether or not posts have them. */
export async function getTags(slugs: string[], now = new Date(), db = database()): Promise<Tag[]> {
  return db
    .select({ ...countColumns(now), descriptionHtml: tags.descriptionHtml })
    .from(tags)
    .where(inArray(tags.slug, slugs))
    .orderBy(asc(tags.slug));
}

/** Public counts for the tags of a post, in the order given. */
export async function countTags(
  refs: TagRef[],
  now = new Date(),
  db = database(),
): Promise<TagCount[]> {
  if (refs.length === 0) return [];
  const ids = refs.map((ref) => ref.id);
  const counted = await db.select(countColumns(now)).from(tags).where(inArray(tags.id, ids));
  const byId = new Map(counted.map((tag) => [tag.id, tag]));
  return refs.flatMap((ref) => byId.get(ref.id) ?? []);
}

/** That the post of a tagging has another tag too. The outer column is written out: see posts/columns. */
export const alsoTagged = (tag: TagCount) =>
  sql`exists (select 1 from post_tags other where other.post_id = "post_tags"."post_id" and other.tag_id = ${tag.id})`;

/**
 * A query for the ids of the posts that have all of these tags. The rarest tag leads, the others are
 * probed post by post.
 */
export function taggedIds(tagged: TagCount[], now: Date, db: Database) {
  const { where } = inAllOf(tagged, now);
  return db.select({ id: postTags.postId }).from(postTags).where(where).$dynamic();
}

function inAllOf(tagged: TagCount[], now: Date) {
  const [rarest, ...others] = [...tagged].sort((a, b) => a.count - b.count);
  if (rarest === undefined) throw new Error('A tag archive needs a tag.');
  const where = and(eq(postTags.tagId, rarest.id), isListedTagging(now), ...others.map(alsoTagged));
  return { rarest, others, where };
}

/** A page of the posts that have all of these tags, newest first. */
export async function listTagged(
  tagged: TagCount[],
  number: number,
  now = new Date(),
  db = database(),
): Promise<CountedPage> {
  const { rarest, others, where } = inAllOf(tagged, now);
  const ids = taggedIds(tagged, now, db)
    .orderBy(desc(postTags.listedAt), desc(postTags.postId))
    .limit(pageSize + 1)
    .offset((number - 1) * pageSize);
  const [rows, total]: [PostRow[], Total] = await Promise.all([
    db
      .select(listColumns)
      .from(posts)
      .where(inArray(posts.id, ids))
      .orderBy(desc(posts.listedAt), desc(posts.id)),
    others.length === 0 ? { count: rarest.count, isMore: false } : countTaggings(where, db),
  ]);
  return { ...toPage(rows.map(toPost), number), total };
}

async function countTaggings(where: SQL | undefined, db: Database): Promise<Total> {
  const counted = db
    .select({ postId: postTags.postId })
    .from(postTags)
    .where(where)
    .limit(mostCounted + 1)
    .as('counted');
  return toTotal(await db.$count(counted));
}

/** How many of a tag's newest posts are looked at for related tags. */
const relatedSample = 1000;

/** The tags that stand most often beside these on their newest 1,000 posts, with their totals. */
export async function listRelatedTags(
  tagged: TagCount[],
  limit = 10,
  now = new Date(),
  db = database(),
): Promise<TagCount[]> {
  const [rarest, ...others] = [...tagged].sort((a, b) => a.count - b.count);
  if (rarest === undefined) return [];
  const sample = db
    .select({ postId: postTags.postId })
    .from(postTags)
    .where(and(eq(postTags.tagId, rarest.id), isListedTagging(now), ...others.map(alsoTagged)))
    .orderBy(desc(postTags.listedAt), desc(postTags.postId))
    .limit(relatedSample)
    .as('sample');
  const beside = db
    .select({ tagId: postTags.tagId, together: sql<number>`count(*)`.as('together') })
    .from(postTags)
    .innerJoin(sample, eq(sample.postId, postTags.postId))
    .where(
      notInArray(
        postTags.tagId,
        tagged.map((tag) => tag.id),
      ),
    )
    .groupBy(postTags.tagId)
    .as('beside');
  return db
    .select(countColumns(now))
    .from(beside)
    .innerJoin(tags, eq(tags.id, beside.tagId))
    .orderBy(desc(beside.together), asc(tags.slug))
    .limit(limit);
}

/** The slug of the tag that once had this name, if it is public now; null when there is none. */
export async function findRenamedTag(
  name: string,
  now = new Date(),
  db = database(),
): Promise<string | null> {
  const [row] = await db
    .select({ slug: tags.slug, count: publicCount(now) })
    .from(tagFormerNames)
    .innerJoin(tags, eq(tags.id, tagFormerNames.tagId))
    .where(eq(tagFormerNames.name, name));
  return row !== undefined && row.count > 0 ? row.slug : null;
}

const newestTaggings = 400;

/**
 * What the site is on about (contract section 2): of the 30 tags most frequent in the newest 400
 * taggings, the five most over-represented against their share of the whole archive.
 */
export async function listTrendingTags(now = new Date(), db = database()): Promise<TagCount[]> {
  const newest = db
    .select({ tagId: postTags.tagId })
    .from(posts)
    .innerJoin(postTags, eq(postTags.postId, posts.id))
    .where(isListed(now))
    .orderBy(desc(posts.listedAt), desc(posts.id), asc(postTags.position))
    .limit(newestTaggings)
    .as('newest');
  const frequent = db
    .select({ tagId: newest.tagId, recent: sql<number>`count(*)::int`.as('recent') })
    .from(newest)
    .groupBy(newest.tagId)
    .as('frequent');
  const pool = await db
    .select({ ...countColumns(now), recent: frequent.recent })
    .from(frequent)
    .innerJoin(tags, eq(tags.id, frequent.tagId))
    .orderBy(desc(frequent.recent), asc(tags.slug))
    .limit(30);
  // Every tag's share has the same denominator, so recent / count orders them as the shares do.
  return pool
    .filter((tag) => tag.count > 0)
    .sort(
      (a, b) =>
        b.recent / b.count - a.recent / a.count ||
        b.recent - a.recent ||
        (a.slug < b.slug ? -1 : 1),
    )
    .slice(0, 5)
    .map(({ recent: _, ...tag }) => tag);
}
