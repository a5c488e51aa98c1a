// Reads which pages a change of tags reaches, for posts/touched-tags.ts.
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { streamReach } from '../posts/appearance';
import { type ShownPosts, touchedByTags } from '../posts/touched-tags';
import { isListed, isListedTagging } from '../posts/visibility';

/** Beyond this many posts it costs less to render pages again than to find out which. */
const maxPosts = 10_000;
/** Beyond this many tags it costs less to name all tag pages at once. */
const maxBeside = 2000;

const integers = (ids: number[]) => sql`${sql.param(ids)}::int[]`;

/** The ids of the public posts that have one of these tags. */
export const postsTagged = (tagIds: number[], now: Date): SQL =>
  sql`select distinct post_id as id from post_tags
    where tag_id = any(${integers(tagIds)}) and ${isListedTagging(now)}`;

/** The ids of those of these posts that are public. */
export const publicOnes = (postIds: number[], now: Date): SQL =>
  sql`select id from posts
    where id = any(${integers(postIds)}) and ${isListed(now)}`;

/** Where posts are shown; null when they are too many to look at. */
export async function readShownPosts(
  ids: SQL,
  now: Date,
  tx: Database,
): Promise<ShownPosts | null> {
  const [shown] = await tx.execute<ShownPosts>(sql`
    with chosen as materialized (
      select id from (${ids}) as wanted limit ${maxPosts + 1}
    ), shown as materialized (
      select published_on, kind, beat_type, series_id, listed_at
      from posts join chosen using (id) where (select count(*) from chosen) <= ${maxPosts}
    ), beyond_stream as (
      select listed_at as at from posts where ${isListed(now)}
      order by listed_at desc offset ${streamReach} limit 1
    )
    select (select count(*)::int from chosen) as count,
      coalesce(array_agg(distinct published_on::text), '{}') as days,
      coalesce(array_agg(distinct kind), '{}') as kinds,
      coalesce(array_agg(distinct beat_type) filter (where beat_type is not null), '{}')
        as "beatTypes",
      coalesce(array_agg(distinct series_id) filter (where series_id is not null), '{}')
        as "seriesIds",
      coalesce(max(listed_at) >= coalesce((select at from beyond_stream), '-infinity'), false)
        as "isInStream"
    from shown`);
  if (shown === undefined) throw new Error('An aggregate gave no row.');
  return shown.count > maxPosts ? null : shown;
}

/** Every tag of posts; null when these are too many, or none. Their pages show the posts. */
export async function listTagsBeside(ids: SQL, tx: Database): Promise<number[] | null> {
  const rows = await tx.execute<{ id: number }>(sql`
    with chosen as materialized (
      select id from (${ids}) as wanted limit ${maxPosts + 1}
    )
    select distinct tag_id as id from post_tags join chosen on chosen.id = post_id
    where (select count(*) from chosen) <= ${maxPosts} limit ${maxBeside + 1}`);
  const [chosen] = rows;
  if (chosen === undefined || rows.length > maxBeside) return null;
  return rows.map((row) => row.id);
}

/** What a change of the names of tags touches, told before or after it. */
export async function touchNamed(tagIds: number[], now: Date, tx: Database): Promise<string[]> {
  const ids = postsTagged(tagIds, now);
  const posts = await readShownPosts(ids, now, tx);
  const besideIds = posts && (await listTagsBeside(ids, tx));
  return touchedByTags({ tagIds, renamedIds: tagIds, postIds: [], posts, besideIds });
}
