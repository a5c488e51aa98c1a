import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { collectTouched } from '../db/page-changes';
import { posts, tagChanges, tags } from '../db/schema';
import { binPost } from '../posts/change';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { miscounted, tagged, tagId, tagsOf } from '../testing/tags';
import { changeTagsOfPosts } from './bulk';

const { db } = testDatabase();

beforeEach(async () => {
  await db().delete(posts);
  await db().delete(tags);
  await db().delete(tagChanges);
});

test('adds behind and takes away, a tag at a time, and counts what changed', async () => {
  const one = await tagged(['a', 'b'], db());
  const two = await tagged(['b', 'new'], db());
  const three = await tagged(['c'], db());
  const { posts: changed, changeIds } = await changeTagsOfPosts(
    [one, two],
    { add: ['New'], remove: ['b', 'nothing'] },
    db(),
    { now },
  );
  expect(changed).toBe(2);
  expect(await tagsOf(one, db())).toEqual(['a', 'new']);
  expect(await tagsOf(two, db())).toEqual(['new']);
  expect(await tagsOf(three, db())).toEqual(['c']);
  expect(await miscounted(db())).toEqual([]);
  expect(changeIds).toHaveLength(2);
});

test('is heard of by who is editing, and only there', async () => {
  const one = await tagged(['a'], db());
  const two = await tagged(['b'], db());
  await changeTagsOfPosts([one, two], { add: ['b'] }, db(), { now });
  const versions = await db().select({ id: posts.id, version: posts.version }).from(posts);
  expect(new Map(versions.map(({ id, version }) => [id, version]))).toEqual(
    new Map([
      [one, 2],
      [two, 1],
    ]),
  );
});

test('leaves the bin alone, and makes no tag for nothing', async () => {
  const one = await tagged(['a'], db());
  await binPost(one, db(), { now });
  expect(await changeTagsOfPosts([one, 999_999], { add: ['fresh'] }, db(), { now })).toEqual({
    posts: 0,
    changeIds: [],
  });
  expect(await db().$count(tags, eq(tags.slug, 'fresh'))).toBe(0);
});

test('touches the pages of these posts, the lists that show them and the tags beside', async () => {
  const one = await tagged(['a', 'beside'], db(), {
    publishedAt: new Date('2026-01-15T09:00:00Z'),
  });
  const draft = await tagged(['other'], db(), { status: 'draft' });
  const { touched } = await collectTouched(() =>
    changeTagsOfPosts([one, draft], { remove: ['a'] }, db(), { now }),
  );
  expect(touched.sort()).toEqual(
    [
      ...['tag-index', 'trending', 'stream', 'kind:note', 'day:2026-01-15', 'month:2026-1'],
      ...['everything', 'search', 'sitemap', 'sitemap-tags'],
      ...[`post:${one}`, `tag:${await tagId('a', db())}`, `tag:${await tagId('beside', db())}`],
    ].sort(),
  );
});

test('of drafts touches no page', async () => {
  const draft = await tagged(['other'], db(), { status: 'draft' });
  const { touched } = await collectTouched(() =>
    changeTagsOfPosts([draft], { add: ['fresh'] }, db(), { now }),
  );
  expect(touched).toEqual([]);
});
