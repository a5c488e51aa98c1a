// What merging and deleting tags does to posts, counts, addresses and pages.
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { collectTouched } from '../db/page-changes';
import { posts, tagChanges, tagFormerNames, tags } from '../db/schema';
import { postKinds } from '../posts/kinds';
import { createPost } from '../posts/write';
import { resolveMissing } from '../redirects/resolve';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { miscounted, tagged, tagId, tagsOf } from '../testing/tags';
import { deleteTag } from './delete';
import { followTags } from './former-names';
import { mergeTags } from './merge';
import { renameTag } from './rename';

const { db } = testDatabase();

beforeEach(async () => {
  await db().delete(posts);
  await db().delete(tags);
  await db().delete(tagChanges);
});

const idOf = (slug: string) => tagId(slug, db());
const merge = async (from: string[], into: string) =>
  mergeTags(await Promise.all(from.map(idOf)), await idOf(into), db(), { now });
const leadsTo = (path: string) => resolveMissing(path, '', now, db());

describe('on a post', () => {
  test.each([
    { had: ['from'], has: ['into'] },
    { had: ['x', 'from', 'y'], has: ['x', 'into', 'y'] },
    { had: ['from', 'x', 'into'], has: ['into', 'x'] },
    { had: ['into', 'x', 'from'], has: ['into', 'x'] },
    { had: ['x', 'into'], has: ['x', 'into'] },
    { had: ['x'], has: ['x'] },
    { had: ['x', 'also', 'from', 'y', 'into'], has: ['x', 'into', 'y'] },
    { had: ['also', 'x', 'from'], has: ['into', 'x'] },
  ])('with $had, merging leaves $has', async ({ had, has }) => {
    await tagged(['from', 'also', 'into'], db());
    const post = await tagged(had, db());
    await merge(['from', 'also'], 'into');
    expect(await tagsOf(post, db())).toEqual(has);
    expect(await miscounted(db())).toEqual([]);
  });
});

test('posts of every kind and state move, and are counted', async () => {
  const made = [];
  for (const kind of postKinds)
    for (const status of ['published', 'draft'] as const)
      made.push((await createPost(buildPost(kind, { tags: ['from'], status }), db(), now)).id);
  await tagged(['into'], db());
  expect(await merge(['from'], 'into')).toMatchObject({ status: 'merged', posts: made.length });
  for (const id of made) expect(await tagsOf(id, db())).toEqual(['into']);
  const [into] = await db().select().from(tags).where(eq(tags.slug, 'into'));
  expect(into?.publishedCount).toBe(postKinds.length + 1);
  expect(await db().$count(tags, eq(tags.slug, 'from'))).toBe(0);
});

describe('names', () => {
  test('of merged tags, former ones too, lead on in one hop through chains of merges', async () => {
    await tagged(['a', 'b', 'c', 'beside'], db());
    await renameTag(await idOf('a'), { name: 'a2' }, db(), { now });
    await merge(['a2'], 'b');
    await merge(['b'], 'c');
    for (const old of ['a', 'a2', 'b']) {
      expect(await leadsTo(`/tags/${old}/`)).toBe('/tags/c/');
      expect(await leadsTo(`/tags/${old}+beside/`)).toBe('/tags/beside+c/');
    }
    expect(await leadsTo('/tags/a+b/')).toBe('/tags/c/');
  });

  test('that versions of posts hold as ids are followed', async () => {
    await tagged(['a', 'b', 'c', 'd'], db());
    const ids = await Promise.all(['d', 'a', 'b', 'c'].map(idOf));
    await merge(['a'], 'b');
    await merge(['b'], 'c');
    await deleteTag(ids[0] ?? 0, 1, db(), { now });
    expect((await followTags(ids, db())).map((tag) => tag.slug)).toEqual(['c']);
  });
});

test.each([
  { from: 'On one.', into: '', kept: 'On one.' },
  { from: 'On one.', into: 'On both.', kept: 'On both.' },
])('of the descriptions “$from” and “$into” stays “$kept”', async ({ from, into, kept }) => {
  await tagged(['from', 'into'], db());
  await db().update(tags).set({ description: from }).where(eq(tags.slug, 'from'));
  await db().update(tags).set({ description: into }).where(eq(tags.slug, 'into'));
  await merge(['from'], 'into');
  const [tag] = await db().select().from(tags);
  expect(tag?.description).toBe(kept);
});

test('what is not there, or is the same, is not merged', async () => {
  await tagged(['a'], db());
  const id = await idOf('a');
  expect(await mergeTags([999_999], id, db(), { now })).toEqual({ status: 'missing' });
  expect(await mergeTags([id], 999_999, db(), { now })).toEqual({ status: 'missing' });
  expect(await mergeTags([id], id, db(), { now })).toEqual({ status: 'missing' });
  expect(await db().$count(tagChanges)).toBe(0);
});

test('a merge touches the posts that move, and the tags that stand beside either', async () => {
  await tagged(['from', 'x'], db(), { publishedAt: new Date('2026-01-15T09:00:00Z') });
  await tagged(['into', 'y'], db(), { publishedAt: new Date('2026-01-16T09:00:00Z') });
  await tagged(['z'], db(), { publishedAt: new Date('2026-01-17T09:00:00Z') });
  const [from, into] = [await idOf('from'), await idOf('into')];
  const beside = [`tag:${await idOf('x')}`, `tag:${await idOf('y')}`];
  const { touched } = await collectTouched(() => merge(['from'], 'into'));
  expect(touched.sort()).toEqual(
    [
      ...['tag-index', 'redirects', 'trending', 'any-tag-name', `tag-name:${from}`, `tag:${from}`],
      ...['everything', 'search', 'sitemap', 'sitemap-tags'],
      ...[`tag:${into}`, ...beside, 'stream', 'kind:note', 'day:2026-01-15', 'month:2026-1'],
    ].sort(),
  );
});

describe('deleting', () => {
  test('takes the tag from its posts, with the names that led to it', async () => {
    const post = await tagged(['x', 'going', 'y'], db());
    await renameTag(await idOf('going'), { name: 'gone' }, db(), { now });
    expect(await deleteTag(await idOf('gone'), 1, db(), { now })).toMatchObject({
      status: 'deleted',
      posts: 1,
    });
    expect(await tagsOf(post, db())).toEqual(['x', 'y']);
    expect(await db().$count(tagFormerNames)).toBe(0);
    expect(await leadsTo('/tags/going/')).toBeNull();
  });

  test('is refused where more posts have the tag than the author knows of', async () => {
    await tagged(['a'], db());
    await tagged(['a'], db(), { status: 'draft' });
    expect(await deleteTag(await idOf('a'), 1, db(), { now })).toEqual({
      status: 'in-use',
      posts: 2,
    });
    expect(await deleteTag(999_999, 0, db(), { now })).toEqual({ status: 'missing' });
  });
});
