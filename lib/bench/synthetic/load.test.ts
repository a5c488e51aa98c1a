import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { getTags, listTagged } from '../../tags/queries';
import { testDatabase } from '../../testing/database';
import { loadPosts, twoThousandSlug } from './load';
import { zipfRank, zipfRankSql } from './zipf';

const { db } = testDatabase();
const count = 5000;

beforeAll(() => loadPosts(count, db()));

const one = async (query: ReturnType<typeof sql>) => (await db().execute(query))[0];

describe('made-up posts', () => {
  test('kinds in the proportions of an archive', async () => {
    const kinds = await one(sql`select count(*)::int as posts,
      round(avg((kind = 'entry')::int), 1)::float8 as entries,
      round(avg((kind = 'blogmark')::int), 1)::float8 as blogmarks from posts`);
    expect(kinds).toEqual({ posts: count, entries: 0.2, blogmarks: 0.5 });
  });

  test('more and more posts a day over 24 years, all of them public', async () => {
    const dates = await one(sql`select
      extract(year from age(max(published_at), min(published_at)))::int between 23 and 24 as years,
      count(*) filter (where published_at > now() - interval '12 years')
        > 2.5 * count(*) filter (where published_at < now() - interval '12 years') as grows,
      count(*) filter (where listed_at is null or listed_at > now())::int as hidden from posts`);
    expect(dates).toEqual({ years: true, grows: true, hidden: 0 });
  });

  test('bodies of real sizes', async () => {
    const sizes = await one(sql`select
      (percentile_disc(0.5) within group (order by length(html)) filter (where kind = 'entry'))
        between 1000 and 2000 as entry,
      (avg(length(html)) filter (where kind = 'entry')) between 2000 and 4500 as entries,
      (avg(length(html)) filter (where kind = 'blogmark')) between 200 and 500 as blogmarks
      from posts`);
    expect(sizes).toEqual({ entry: true, entries: true, blogmarks: true });
  });

  test('one tag has exactly 2,000 posts, and its archive shows them', async () => {
    const tagged = await getTags([twoThousandSlug], new Date(), db());
    const page = await listTagged(tagged, 1, new Date(), db());
    expect(page).toMatchObject({ total: { count: 2000 }, hasNext: true });
    expect(page.posts).toHaveLength(30);
  });

  test('what triggers keep is as triggers would have kept it', async () => {
    const wrong = await one(sql`select
      (select count(*)::int from tags
        left join (select tag_id, count(*) as posts from post_tags group by tag_id) as counted
          on counted.tag_id = tags.id
        where published_count <> coalesce(posts, 0)) as counts,
      (select count(*)::int from post_tags join posts on posts.id = post_id
        where post_tags.listed_at is distinct from posts.listed_at or not is_published) as copies,
      (select count(*)::int from pg_trigger where tgenabled = 'D') as disabled`);
    expect(wrong).toEqual({ counts: 0, copies: 0, disabled: 0 });
  });

  test('the next post and tag get ids of their own', async () => {
    const next = await one(sql`select nextval(pg_get_serial_sequence('posts', 'id'))::int as post`);
    expect(next).toEqual({ post: count + 1 });
  });

  test('Postgres draws tags as the formula says', async () => {
    const shares = [0, 0.1, 0.37, 0.5, 0.9, 0.999];
    for (const share of shares)
      expect(await one(sql`select ${zipfRankSql(sql`${share}::float8`, 20_000)} as rank`)).toEqual({
        rank: zipfRank(share, 20_000),
      });
  });
});
