import { beforeAll, describe, expect, test } from 'vitest';
import { createPost } from '../posts/write';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { getTags, listRelatedTags, listTagged, listTags, listTrendingTags } from './queries';

const { db } = testDatabase();

beforeAll(async () => {
  const make = (tags: string[], day: number, count = 1) =>
    Promise.all(
      Array.from({ length: count }, () =>
        createPost(
          buildPost('note', { tags, publishedAt: new Date(Date.UTC(2025, 0, day)) }),
          db(),
          now,
        ),
      ),
    );
  await make(['old', 'everywhere'], 1, 6);
  await make(['new', 'everywhere'], 200, 4);
  await make(['new', 'rare', 'everywhere'], 201, 2);
  await createPost(buildPost('note', { tags: ['hidden'], status: 'draft' }), db(), now);
});

const tagsOf = (...slugs: string[]) => getTags(slugs, now, db());

test('the index has every tag that a public post has, in alphabetical order', async () => {
  expect((await listTags(now, db())).map((tag) => [tag.slug, tag.count])).toEqual([
    ['everywhere', 12],
    ['new', 6],
    ['old', 6],
    ['rare', 2],
  ]);
});

describe('archives', () => {
  test.each([
    { slugs: ['everywhere'], total: 12 },
    { slugs: ['everywhere', 'new'], total: 6 },
    { slugs: ['everywhere', 'new', 'rare'], total: 2 },
    { slugs: ['old', 'new'], total: 0 },
  ])('$slugs has $total posts', async ({ slugs, total }) => {
    const page = await listTagged(await tagsOf(...slugs), 1, now, db());
    expect(page.total).toEqual({ count: total, isMore: false });
    expect(page.posts).toHaveLength(total);
    for (const post of page.posts)
      for (const slug of slugs) expect(post.tags.map((tag) => tag.slug)).toContain(slug);
  });
});

test('related are the tags that stand beside, the most frequent first', async () => {
  const related = await listRelatedTags(await tagsOf('new'), 10, now, db());
  expect(related.map((tag) => [tag.slug, tag.count])).toEqual([
    ['everywhere', 12],
    ['rare', 2],
  ]);
});

test('in fashion is what the newest posts have more of than the archive', async () => {
  // 26 newest taggings: rare 2 of 2, new 6 of 6, old 6 of 6, everywhere 12 of 12: the same share,
  // so the more frequent comes first and the name decides.
  expect((await listTrendingTags(now, db())).map((tag) => tag.slug)).toEqual([
    'everywhere',
    'new',
    'old',
    'rare',
  ]);
});

test('in fashion, with more than 400 taggings', async () => {
  for (let index = 0; index < 210; index += 1)
    await createPost(
      buildPost('beat', {
        tags: ['fresh', 'everywhere'],
        publishedAt: new Date(Date.UTC(2025, 9, 1, 0, index)),
      }),
      db(),
      now,
    );
  // The newest 400 taggings are those of 200 beats: of fresh 200 of 210, of everywhere 200 of 222.
  const trending = await listTrendingTags(now, db());
  expect(trending.map((tag) => [tag.slug, tag.count])).toEqual([
    ['fresh', 210],
    ['everywhere', 222],
  ]);
});
