// What a preview shows: the page as it would be, and of other posts only what is public.
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { posts, series, tags } from '../db/schema';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { formOf } from '../testing/editor';
import { buildPost } from '../testing/factories';
import { binPost } from './change';
import { getPost } from './page-queries';
import { getPreview, getPreviewByKey } from './preview';
import { renewPreviewKey, revokePreviewKey } from './preview-keys';
import { createPost } from './write';

const { db } = testDatabase();

beforeEach(async () => {
  await db().delete(posts);
  await db().delete(series);
  await db().delete(tags);
});

const create = async (over = {}) => (await createPost(buildPost('note', over), db(), now)).id;
const preview = (values: Record<string, string>, postId: number | null = null) =>
  getPreview({ postId, kind: 'note', values: formOf(values) }, now, db());

describe('the preview of a form', () => {
  test('is of today while no time is decided', async () => {
    const { post } = await preview({ body: 'Text.' });
    expect(post).toMatchObject({ publishedAt: now, publishedOn: '2026-02-01' });
    expect(post.displayTitle).toBe('Note on 1st February 2026');
  });

  test('shows what can be read of a form that is half filled in', async () => {
    const { post } = await preview({ publishedAt: 'tomorr', lang: '?', slug: 'a b', tags: '+++' });
    expect(post).toMatchObject({ publishedAt: now, lang: null, tags: [], html: '' });
    const values = formOf({ linkUrl: 'javascript:alert(1)', linkTitle: 'T' }, 'blogmark');
    const blogmark = await getPreview({ postId: null, kind: 'blogmark', values }, now, db());
    expect(blogmark.post).toMatchObject({ linkUrl: '', linkTitle: 'T' });
  });

  test('counts the post among those of its tags, once', async () => {
    const id = await create({ slug: 'kept', tags: ['Known'] });
    const counts = async (postId: number | null) =>
      (await preview({ body: 'x', tags: 'known\nUnknown' }, postId)).around.tags.map(
        ({ name, count }) => [name, count],
      );
    expect(await counts(null)).toEqual([
      ['Known', 2],
      ['Unknown', 1],
    ]);
    expect(await counts(id)).toEqual([
      ['Known', 1],
      ['Unknown', 1],
    ]);
  });

  test('stands in its series where its time puts it', async () => {
    const [row] = await db()
      .insert(series)
      .values({ slug: 's', title: 'S' })
      .returning({ id: series.id });
    const seriesId = row?.id ?? 0;
    await create({ slug: 'first', seriesId, publishedAt: new Date('2026-01-01T00:00:00Z') });
    await create({ slug: 'last', seriesId, publishedAt: new Date('2026-01-20T00:00:00Z') });
    const values = { body: 'x', slug: 'mine', seriesId: `${seriesId}` };
    const { around } = await preview({ ...values, publishedAt: '2026-01-10T10:00' });
    expect(around.series?.posts.map((post) => post.slug)).toEqual(['first', 'mine', 'last']);
  });

  test('of years ahead tells nothing of what waits before it', async () => {
    await create({ slug: 'public', title: 'Public' });
    await create({
      slug: 'waiting',
      title: 'Waiting',
      publishedAt: new Date('2026-03-01T00:00:00Z'),
    });
    const { around } = await preview({ body: 'x', publishedAt: '2027-01-01T10:00' });
    expect(around.neighbours.previous?.slug).toBe('public');
  });

  test('stores nothing', async () => {
    await preview({ body: 'x', tags: 'new' });
    expect(await db().$count(posts)).toBe(0);
    expect(await db().$count(tags)).toBe(0);
  });
});

describe('a key', () => {
  test('opens the saved draft where nothing is typed, until it is taken away', async () => {
    const id = await create({ status: 'draft', body: 'Saved.' });
    const key = await renewPreviewKey(id, db());
    expect(key).toMatch(/^[\w-]{22}$/);
    expect((await getPreviewByKey(key ?? '', now, db()))?.post.html).toContain('Saved.');
    await revokePreviewKey(id, db());
    expect(await getPreviewByKey(key ?? '', now, db())).toBeNull();
  });

  test('opens nothing while its post is in the bin', async () => {
    const id = await create({ status: 'draft' });
    const key = await renewPreviewKey(id, db());
    await binPost(id, db(), { now });
    expect(await getPreviewByKey(key ?? '', now, db())).toBeNull();
  });

  test('makes a draft no more public, and is no change of the post', async () => {
    const id = await create({ status: 'draft', slug: 'kept' });
    await renewPreviewKey(id, db());
    expect(await getPost('2026-01-15', 'kept', now, db())).toBeNull();
    const [row] = await db().select().from(posts).where(eq(posts.id, id));
    expect(row?.version).toBe(1);
  });

  test('there is none for a post that is not there', async () => {
    expect(await renewPreviewKey(999_999, db())).toBeNull();
    expect(await revokePreviewKey(999_999, db())).toBe(false);
  });
});
