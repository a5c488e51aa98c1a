// Tagging many posts at a time.
import { inArray, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { type TagAction, tags } from '../db/schema';
import { touchedByTags } from '../posts/touched-tags';
import { keepFirstVersions, keepNextVersions } from '../posts/versions-of-many';
import { listTagsBeside, postsTagged, publicOnes, readShownPosts } from './affected';
import { type ChangeOptions, recordChange, type Tagging } from './changes';
import { holdTags } from './former-names';
import { attachTag, detachTag, lockPosts } from './taggings';
import { ensureTags, findTags } from './write';

/** Tags by name as written. */
export type TagsOfPosts = { add?: string[]; remove?: string[] };

/** How many posts have other tags now, and the records by which that can be taken back. */
export type Retagged = { posts: number; changeIds: number[] };

/**
 * Gives posts tags, behind those they have, and takes tags from them. Each post that changes has a
 * new version, so that who is editing it hears of it; posts in the bin stay as they are. A name
 * that no tag has is made one when it is added and ignored when it is taken away.
 */
export async function changeTagsOfPosts(
  postIds: number[],
  { add = [], remove = [] }: TagsOfPosts,
  db: Database,
  options: ChangeOptions = {},
): Promise<Retagged> {
  const { now = new Date(), personId = null } = options;
  return changePages(db, async (tx, touch): Promise<Retagged> => {
    const ids = await withoutBin(await lockPosts(postIds, 'change', tx), tx);
    if (ids.length === 0) return { posts: 0, changeIds: [] };
    await holdTags(tx);
    const removed = idsIn(await findTags(remove, tx));
    const added = idsIn(await ensureTags(add, tx));
    const toChange = await thoseThatChange(ids, { added, removed }, tx);
    await keepFirstVersions(toChange, tx);
    const changes = [
      ...(await each(removed, 'detach', (tagId) => detachTag(tagId, toChange, tx))),
      ...(await each(added, 'attach', (tagId) => attachTag(tagId, toChange, tx))),
    ];
    if (changes.length === 0) return { posts: 0, changeIds: [] };
    await keepNextVersions(toChange, { reason: 'saved', personId, at: now }, tx);
    const tagIds = changes.map(({ tagId }) => tagId);
    touch(await touchRetagged({ postIds: toChange, tagIds }, now, tx));
    const changeIds = await record(changes, { now, personId }, tx);
    return { posts: toChange.length, changeIds };
  });
}

const idsIn = (found: Map<string, number>) => [...new Set(found.values())];

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

async function withoutBin(postIds: number[], tx: Database): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    select id from posts where id = any(${sql.param(postIds)}::int[]) and deleted_at is null`);
  return rows.map((row) => row.id);
}

/** Posts that lack one of the tags to be added, or have one of those to be removed. */
async function thoseThatChange(
  postIds: number[],
  { added, removed }: { added: number[]; removed: number[] },
  tx: Database,
): Promise<number[]> {
  const count = (tagIds: number[]) => sql`(select count(*) from post_tags
    where post_id = id and tag_id = any(${sql.param(tagIds)}::int[]))`;
  const rows = await tx.execute<{ id: number }>(sql`
    select id from unnest(${sql.param(postIds)}::int[]) as id
    where ${count(removed)} > 0 or ${count(added)} < ${added.length}`);
  return rows.map((row) => row.id);
}

type Change = { action: TagAction; tagId: number; taggings: Tagging[] };

/** One change for each tag that changes anything. */
async function each(
  tagIds: number[],
  action: TagAction,
  change: (tagId: number) => Promise<Tagging[]>,
): Promise<Change[]> {
  const changes: Change[] = [];
  for (const tagId of tagIds) {
    const taggings = await change(tagId);
    if (taggings.length > 0) changes.push({ action, tagId, taggings });
  }
  return changes;
}

/** @returns the ids of the records */
async function record(changes: Change[], options: ChangeOptions, tx: Database): Promise<number[]> {
  const tagIds = changes.map(({ tagId }) => tagId);
  const rows = await tx.select().from(tags).where(inArray(tags.id, tagIds));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ids: number[] = [];
  for (const { action, tagId, taggings } of changes) {
    const tag = byId.get(tagId);
    if (tag === undefined) throw new Error(`Tag ${tagId} went while posts were tagged.`);
    ids.push(await recordChange({ action, tag, taggings }, options, tx));
  }
  return ids;
}
