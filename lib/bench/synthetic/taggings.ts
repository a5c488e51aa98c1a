// The tags of made-up posts: 20,000, a few on a great many posts, most on a few; and one that has
// as many posts as the largest tag of a real archive of 17,000.
import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { chance } from './chance';
import { type Batch, tagCountOf } from './posts';
import { zipfRankSql } from './zipf';

const tagCount = 20_000;
const wantedPosts = 2000;

/** The tag with 2,000 posts, spread over all years; with half of all where that is fewer. */
export const twoThousandSlug = 'two-thousand';

/** Ids follow ranks: 1 is the commonest, the last the one with 2,000 posts. */
const twoThousandId = tagCount + 1;

export async function insertTags(tx: Database): Promise<void> {
  await tx.execute(sql`
    insert into tags (id, slug, name) overriding system value
    select i, 'subject-' || i, 'Subject ' || i from generate_series(1, ${tagCount}::int) as i
    union all select ${twoThousandId}::int, ${twoThousandSlug}, 'Two thousand'`);
  await tx.execute(
    sql`select setval(pg_get_serial_sequence('tags', 'id'), ${twoThousandId}::bigint)`,
  );
}

/** Tags a batch of posts; fills in what the triggers of taggings would. */
export async function insertTaggingBatch({ from, to, count }: Batch, tx: Database): Promise<void> {
  const inAll = Math.min(wantedPosts, Math.floor(count / 2));
  // The post is one of exactly `inAll` evenly spread ones.
  const hasTwoThousand = sql`(id::bigint * ${inAll}::int) / ${count}::int > ((id::bigint - 1) * ${inAll}::int) / ${count}::int`;
  await tx.execute(sql`
    with wanted as (
      select id, listed_at, ${tagCountOf} as tags from posts
      where id between ${from}::int and ${to}::int
    ), drawn as (
      select id, listed_at, draw, ${zipfRankSql(chance(sql`id::bigint * 16 + draw`, 21), tagCount)} as tag_id
      from wanted cross join lateral generate_series(1, tags) as draw
      union all
      select id, listed_at, 0, ${twoThousandId}::int from wanted where ${hasTwoThousand}
    ), once as (
      select distinct on (id, tag_id) id, listed_at, tag_id, draw from drawn order by id, tag_id, draw
    )
    insert into post_tags (post_id, tag_id, position, listed_at, is_published)
    select id, tag_id, row_number() over (partition by id order by draw) - 1, listed_at, true
    from once order by id, draw`);
}

/** Counts once at the end what the trigger would have counted batch by batch. */
export async function settleTagCounts(tx: Database): Promise<void> {
  await tx.execute(sql`
    update tags set published_count = counted.posts
    from (select tag_id, count(*)::int as posts from post_tags where is_published group by tag_id) as counted
    where counted.tag_id = tags.id`);
}
