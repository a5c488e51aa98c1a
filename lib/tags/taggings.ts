// Tags on many posts at a time. A tagging is told with its place among the tags of its post.
import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { postTags } from '../db/schema';
import type { Tagging } from './changes';

type Row = { post_id: number; position: number };

const toTaggings = (rows: Iterable<Row>): Tagging[] =>
  [...rows].map(({ post_id, position }) => [post_id, position, null]);

const integers = (numbers: number[]) => sql`${sql.param(numbers)}::int[]`;

/** The ids of the posts of taggings, each once. */
export const postsOf = (taggings: Iterable<Tagging>): number[] => [
  ...new Set([...taggings].map(([postId]) => postId)),
];

/** Every tagging with a tag. */
export async function listTaggings(tagId: number, tx: Database): Promise<Tagging[]> {
  return toTaggings(
    await tx
      .select({ post_id: postTags.postId, position: postTags.position })
      .from(postTags)
      .where(eq(postTags.tagId, tagId))
      .orderBy(postTags.postId),
  );
}

/** Those of some posts that have a tag. */
export async function postsHaving(
  tagId: number,
  postIds: number[],
  tx: Database,
): Promise<number[]> {
  const rows = await tx
    .select({ id: postTags.postId })
    .from(postTags)
    .where(and(eq(postTags.tagId, tagId), inPosts(postIds)));
  return rows.map((row) => row.id);
}

const inPosts = (postIds: number[]) => sql`${postTags.postId} = any(${integers(postIds)})`;

/** Takes a tag from posts. @returns the taggings that went */
export async function detachTag(
  tagId: number,
  postIds: number[],
  tx: Database,
): Promise<Tagging[]> {
  return toTaggings(
    await tx
      .delete(postTags)
      .where(and(eq(postTags.tagId, tagId), inPosts(postIds)))
      .returning({ post_id: postTags.postId, position: postTags.position }),
  );
}

/** Gives posts a tag behind those they have. @returns the taggings that came */
export async function attachTag(
  tagId: number,
  postIds: number[],
  tx: Database,
): Promise<Tagging[]> {
  return toTaggings(
    await tx.execute<Row>(sql`
      insert into post_tags (post_id, tag_id, position)
      select id, ${tagId}, (select coalesce(max(position) + 1, 0) from post_tags where post_id = id)
      from unnest(${integers(postIds)}) as id
      on conflict do nothing returning post_id, position`),
  );
}

/**
 * Gives posts a tag back in the places where it was, in front of what stands there now; posts that
 * are gone, or have it, are passed over.
 */
export async function restoreTaggings(
  tagId: number,
  taggings: Tagging[],
  tx: Database,
): Promise<void> {
  await tx.execute(sql`
    insert into post_tags (post_id, tag_id, position)
    select post_id, ${tagId}, position
    from unnest(
      ${integers(postsOf(taggings))}, ${integers(taggings.map(([, position]) => position))}
    ) as kept (post_id, position)
    where exists (select from posts where id = post_id)
    on conflict do nothing`);
  await spreadOut(postsOf(taggings), [tagId], tx);
}

/**
 * Where two tags of a post have one place, gives each its own; those named go first, in their
 * order.
 */
export async function spreadOut(postIds: number[], first: number[], tx: Database): Promise<void> {
  await tx.execute(sql`
    with crowded as (
      select post_id from post_tags where post_id = any(${integers(postIds)})
      group by post_id having count(distinct position) < count(*)
    ), spread as (
      select post_id, tag_id, row_number() over (partition by post_id order by
        position, coalesce(array_position(${integers(first)}, tag_id), ${first.length + 1}), tag_id) - 1 as place
      from post_tags join crowded using (post_id)
    )
    update post_tags set position = spread.place from spread
    where post_tags.post_id = spread.post_id and post_tags.tag_id = spread.tag_id`);
}

/**
 * Locks posts in the order that everybody keeps, before tags are held. Against deletion alone, or
 * against every change.
 * @returns the ids of those that are there
 */
export async function lockPosts(
  postIds: number[],
  against: 'deletion' | 'change',
  tx: Database,
): Promise<number[]> {
  const strength = against === 'change' ? sql`update` : sql`key share`;
  const rows = await tx.execute<{ id: number }>(sql`
    select id from posts where id = any(${integers(postIds)}) order by id for ${strength}`);
  return rows.map((row) => row.id);
}
