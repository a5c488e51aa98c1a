// Tagging many posts at a time.
import { inArray, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { posts, type TagAction, tags } from '../db/schema';
import { touchedByTags } from '../posts/touched-tags';
import { listTagsBeside, postsTagged, publicOnes, readShownPosts } from './affected';
import { type ChangeOptions, recordChange, type Tagging } from './changes';
import { holdTags } from './former-names';
import { ensureTags, findTags } from './write';

/** Tags by name as written. */
export type TagsOfPosts = { add?: string[]; remove?: string[] };

/** How many posts have other tags now, and the records by which that can be taken back. */
export type Retagged = { posts: number; changeIds: number[] };

/**
 * Gives posts tags, at the end of those they have, and takes tags from them. Each post that
 * changes has a new version, so that who is editing it hears of it; posts in the bin stay as they
 * are. A name that no tag has is made one when it is added and ignored when it is taken away.
 */
export async function changeTagsOfPosts(
  postIds: number[],
  { add = [], remove = [] }: TagsOfPosts,
  db: Database,
  options: ChangeOptions = {},
): Promise<Retagged> {
  const { now = new Date() } = options;
  return changePages(db, async (tx, touch): Promise<Retagged> => {
    const ids = await lockPosts(postIds, tx);
    if (ids.length === 0) return { posts: 0, changeIds: [] };
    await holdTags(tx);
    const removed = [...new Set((await findTags(remove, tx)).values())];
    const added = [...new Set((await ensureTags(add, tx)).values())];
    const changes = [
      ...(await each('detach', removed, (id) => detach(ids, id, tx))),
      ...(await each('attach', added, (id) => attach(ids, id, tx))),
    ];
    const changed = [
      ...new Set(changes.flatMap(({ taggings }) => taggings.map(([postId]) => postId))),
    ];
    if (changed.length === 0) return { posts: 0, changeIds: [] };
    await tx
      .update(posts)
      .set({ version: sql`${posts.version} + 1` })
      .where(inArray(posts.id, changed));
    const tagIds = changes.map(({ tagId }) => tagId);
    touch(await touchRetagged({ postIds: changed, tagIds }, now, tx));
    const rows = await tx.select().from(tags).where(inArray(tags.id, tagIds));
    const byId = new Map(rows.map((row) => [row.id, row]));
    const changeIds: number[] = [];
    for (const { action, tagId, taggings } of changes) {
      const tag = byId.get(tagId);
      if (tag === undefined) throw new Error(`Tag ${tagId} went while posts were tagged.`);
      changeIds.push(await recordChange({ action, tag, taggings }, { ...options, now }, tx));
    }
    return { posts: changed.length, changeIds };
  });
}

/** What a change of which tags posts have touches, told after it. */
export async function touchRetagged(
  { postIds, tagIds }: { postIds: number[]; tagIds: number[] },
  now: Date,
  tx: Database,
): Promise<string[]> {
  const ids = publicOnes(postIds, now);
  const shown = await readShownPosts(ids, now, tx);
  if (shown?.count === 0) return [];
  const beside = shown && (await listTagsBeside(sql`${ids} union ${postsTagged(tagIds, now)}`, tx));
  return touchedByTags({ tagIds, renamedIds: [], postIds, posts: shown, besideIds: beside });
}

/** Locks posts that are not in the bin, in the order that everybody keeps. @returns their ids */
async function lockPosts(postIds: number[], tx: Database): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    select id from posts where id = any(${sql.param(postIds)}::int[]) and deleted_at is null
    order by id for update`);
  return rows.map((row) => row.id);
}

type Change = { action: TagAction; tagId: number; taggings: Tagging[] };

/** One change for each tag that changes anything. */
async function each(
  action: TagAction,
  tagIds: number[],
  change: (tagId: number) => Promise<Tagging[]>,
): Promise<Change[]> {
  const changes: Change[] = [];
  for (const tagId of tagIds) {
    const taggings = await change(tagId);
    if (taggings.length > 0) changes.push({ action, tagId, taggings });
  }
  return changes;
}

/** Takes a tag from posts. @returns the taggings that went */
export async function detach(postIds: number[], tagId: number, tx: Database): Promise<Tagging[]> {
  return readTaggings(
    await tx.execute<Row>(sql`
      delete from post_tags
      where tag_id = ${tagId} and post_id = any(${sql.param(postIds)}::int[])
      returning post_id, position`),
  );
}

/** Gives a tag to those of these posts that do not have it. @returns the taggings that came */
async function attach(postIds: number[], tagId: number, tx: Database): Promise<Tagging[]> {
  return readTaggings(
    await tx.execute<Row>(sql`
      insert into post_tags (post_id, tag_id, position)
      select id, ${tagId}, (select coalesce(max(position) + 1, 0) from post_tags where post_id = id)
      from unnest(${sql.param(postIds)}::int[]) as id
      on conflict do nothing returning post_id, position`),
  );
}

type Row = { post_id: number; position: number };

const readTaggings = (rows: Iterable<Row>): Tagging[] =>
  [...rows].map(({ post_id, position }) => [post_id, position, null]);
