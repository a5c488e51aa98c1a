import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { cacheInvalidations, posts, tags } from '../db/schema';
import { binPost, unpublishPost, updatePost } from '../posts/change';
import { createPost } from '../posts/write';
import { renameTag } from '../tags/rename';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { listMonthParts, listMonthPosts, listTagPages, listTagParts } from './queries';

const { db } = testDatabase();
const now = new Date('2026-03-01T12:00:00Z');
const january = buildPost('entry', {
  slug: 'january',
  tags: ['bread', 'rye'],
  publishedAt: new Date('2026-01-15T09:30:00Z'),
});
const ids = { january: 0, december: 0 };

beforeAll(async () => {
  const create = async (input: Parameters<typeof createPost>[0]) =>
    (await createPost(input, db(), now)).id;
  ids.january = await create(january);
  ids.december = await create(
    buildPost('note', {
      slug: 'december',
      tags: ['bread'],
      publishedAt: new Date('2025-12-31T23:00:00Z'),
    }),
  );
  await create(buildPost('note', { slug: 'draft', status: 'draft', tags: ['hidden'] }));
  await create(buildPost('note', { slug: 'later', publishedAt: new Date('2026-05-01T00:00:00Z') }));
});

const months = async () =>
  new Map((await listMonthParts(now, db())).map(({ part, changedAt }) => [part.of, changedAt]));
const tagPages = async () =>
  new Map((await listTagPages(1, now, db())).map(({ slug, changedAt }) => [slug, changedAt]));

/** What is dated later after some work than it was before. */
async function changesOf(
  read: () => Promise<Map<string, Date | null>>,
  work: () => Promise<unknown>,
) {
  const before = await read();
  await work();
  const after = await read();
  const moved = [...after].filter(
    ([key, at]) => (at?.getTime() ?? 0) > (before.get(key)?.getTime() ?? 0),
  );
  return moved.map(([key]) => key);
}

describe('the index', () => {
  test('lists months with public posts, the newest first', async () => {
    expect([...(await months()).keys()]).toEqual(['2026-01', '2025-12']);
  });

  test('lists months and tags in pieces of one file each', async () => {
    expect((await listMonthParts(now, db())).map(({ part }) => part.number)).toEqual([1, 1]);
    expect((await listTagParts(now, db())).map(({ part }) => part)).toEqual([
      { of: 'tags', number: 1 },
    ]);
  });
});

describe('a part', () => {
  test('holds the public posts of its month alone', async () => {
    const slugs = async (of: string, number = 1) =>
      (await listMonthPosts({ of, number }, now, db())).map((post) => post.slug);
    expect(await slugs('2026-01')).toEqual(['january']);
    expect(await slugs('2025-12')).toEqual(['december']);
    expect(await slugs('2026-05')).toEqual([]);
    expect(await slugs('2026-01', 2)).toEqual([]);
  });

  test('says of a post that was scheduled when it came', async () => {
    const may = new Date('2026-05-02T00:00:00Z');
    const [post] = await listMonthPosts({ of: '2026-05', number: 1 }, may, db());
    expect(post?.changedAt.toISOString()).toBe('2026-05-01T00:00:00.000Z');
  });

  test('of tags holds those that public posts have', async () => {
    expect([...(await tagPages()).keys()]).toEqual(['bread', 'rye']);
  });
});

describe('what a write changes is said to have changed', () => {
  test('an edit: its month and its tags', async () => {
    const edit = () => updatePost(ids.january, { ...january, body: 'Other words.' }, db());
    expect(await changesOf(months, edit)).toEqual(['2026-01']);
    expect(await changesOf(tagPages, edit)).toEqual(['bread', 'rye']);
  });

  test('a post that moves: both months', async () => {
    const move = (publishedAt: string) => () =>
      updatePost(ids.january, { ...january, publishedAt: new Date(publishedAt) }, db());
    expect(await changesOf(months, move('2025-12-01T00:00:00Z'))).toEqual(['2025-12']);
    expect(await changesOf(months, move('2026-01-15T09:30:00Z'))).toEqual(['2026-01', '2025-12']);
  });

  test('a tag under another name: its page', async () => {
    const [tag] = await db().select({ id: tags.id }).from(tags).where(eq(tags.slug, 'rye'));
    const rename = () => renameTag(tag?.id ?? 0, { name: 'Rye bread' }, db());
    const moved = await changesOf(tagPages, rename);
    expect(moved).toContain('rye-bread');
    expect(await changesOf(months, async () => {})).toEqual([]);
  });

  test('what goes: the month that is left, and the tag', async () => {
    await createPost(
      buildPost('note', { slug: 'stays', publishedAt: new Date('2025-12-02T00:00:00Z') }),
      db(),
      now,
    );
    expect(await changesOf(months, () => unpublishPost(ids.december, db()))).toEqual(['2025-12']);
    expect(await changesOf(tagPages, () => binPost(ids.january, db()))).toEqual([]);
    expect([...(await tagPages()).keys()]).toEqual([]);
  });

  test('where nothing was kept, the newest post says it', async () => {
    await db().delete(cacheInvalidations);
    const [stays] = await db().select().from(posts).where(eq(posts.slug, 'stays'));
    expect((await months()).get('2025-12')).toEqual(stays?.publishedAt);
  });
});
