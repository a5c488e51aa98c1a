// What changing a series does to it and its posts, where its former addresses lead, and what it
// tells the pages.
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { collectTouched } from '../db/page-changes';
import { posts, postVersions, redirects, series } from '../db/schema';
import { binPost } from '../posts/change';
import { createPost } from '../posts/write';
import { resolveMissing } from '../redirects/resolve';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { findPostsFor, getEditedSeries, listAllSeries } from './author-queries';
import { seriesInput } from './input';
import { listSeries } from './queries';
import {
  createSeries,
  deleteSeries,
  moveToSeries,
  restoreSeries,
  type SavedSeries,
  updateSeries,
} from './write';

const { db } = testDatabase();

beforeEach(async () => {
  await db().delete(posts);
  await db().delete(series);
  await db().delete(redirects);
});

const fields = (over = {}) =>
  seriesInput.parse({ title: 'On knots', summary: 'Of *rope*.', ...over });

function idOf(saved: SavedSeries): number {
  if (saved.status !== 'saved') throw new Error(saved.status);
  return saved.id;
}

const create = async (over = {}) => idOf(await createSeries(fields(over), db()));
const createNote = async (slug: string, over = {}) =>
  (await createPost(buildPost('note', { slug, body: `On ${slug}.`, ...over }), db(), now)).id;

describe('what a form may say', () => {
  test.each([
    { title: 'Using LLMs', slug: '', is: 'using-llms' },
    { title: '日本語', slug: '', is: 'a-series' },
    { title: 'Page', slug: '', is: 'page-series' },
    { title: 'X', slug: ' Some_Slug ', is: 'some_slug' },
  ])('“$title” at “$slug” is at $is', ({ title, slug, is }) => {
    expect(seriesInput.parse({ title, slug }).slug).toBe(is);
  });

  test.each([
    { title: ' ', field: 'title' },
    { title: 'X', slug: 'a/b', field: 'slug' },
    { title: 'X', slug: 'page', field: 'slug' },
    { title: 'X', slug: 'x'.repeat(65), field: 'slug' },
  ])('%j is refused', ({ field, ...input }) => {
    expect(seriesInput.safeParse(input).error?.issues[0]?.path).toEqual([field]);
  });
});

describe('making and changing', () => {
  test('a series is empty at first, and no reader meets it', async () => {
    const id = await create();
    expect(await listAllSeries(db())).toEqual([
      { id, slug: 'on-knots', title: 'On knots', postCount: 0 },
    ]);
    expect(await listSeries(now, db())).toEqual([]);
    expect(await getEditedSeries(id, db())).toMatchObject({
      summaryHtml: '<p>Of <em>rope</em>.</p>',
    });
  });

  test('two series have two addresses', async () => {
    const id = await create();
    expect(await createSeries(fields(), db())).toEqual({ status: 'taken', by: 'On knots' });
    const other = await create({ slug: 'other' });
    expect(await updateSeries(other, fields(), db())).toEqual({ status: 'taken', by: 'On knots' });
    expect(await updateSeries(id, fields({ title: 'Same' }), db())).toMatchObject({ id });
  });

  test('former addresses lead to it in one hop, for ever', async () => {
    const id = await create();
    await moveToSeries([await createNote('a')], id, db(), { now });
    await updateSeries(id, fields({ slug: 'second' }), db());
    await updateSeries(id, fields({ slug: 'third' }), db());
    for (const former of ['/series/on-knots/', '/series/second/', '/series/second/page/2/'])
      expect(await resolveMissing(former, '', now, db())).toBe('/series/third/');
    await updateSeries(id, fields({ slug: 'on-knots' }), db());
    expect(await resolveMissing('/series/third/', '', now, db())).toBe('/series/on-knots/');
    expect((await getEditedSeries(id, db()))?.formerSlugs).toEqual(['second', 'third']);
  });

  test('a series without public posts is led to by nothing', async () => {
    const id = await create();
    await updateSeries(id, fields({ slug: 'second' }), db());
    expect(await resolveMissing('/series/on-knots/', '', now, db())).toBeNull();
  });

  test('an address that led elsewhere is its own from now on', async () => {
    const id = await create();
    await updateSeries(id, fields({ slug: 'second' }), db());
    await db().insert(redirects).values({ path: '/series/third', target: '/about/' });
    const other = await create();
    await moveToSeries([await createNote('a')], other, db(), { now });
    await updateSeries(other, fields({ slug: 'third' }), db());
    expect(await db().select().from(redirects)).toEqual([]);
    expect(await resolveMissing('/series/on-knots/', '', now, db())).toBe('/series/third/');
  });

  test('tells the pages that show or link it', async () => {
    const id = await create();
    const { touched } = await collectTouched(() =>
      updateSeries(id, fields({ slug: 'second' }), db()),
    );
    expect(touched.sort()).toEqual(
      [
        `series:${id}`,
        `series-links:${id}`,
        'series-index',
        'path:/series/second',
        'redirects',
      ].sort(),
    );
  });
});

describe('its posts', () => {
  test('stand by date, drafts last, without the bin', async () => {
    const id = await create();
    const later = await createNote('later', { publishedAt: new Date('2026-01-20T00:00:00Z') });
    const draft = await createNote('draft', { status: 'draft' });
    const earlier = await createNote('earlier');
    const binned = await createNote('binned');
    expect(await moveToSeries([draft, later, earlier, binned], id, db(), { now })).toBe(4);
    expect(await moveToSeries([earlier], id, db(), { now })).toBe(0);
    await binPost(binned, db());
    const edited = await getEditedSeries(id, db());
    expect(edited?.posts.map((post) => post.id)).toEqual([earlier, later, draft]);
    expect((await listSeries(now, db()))[0]?.posts.map((post) => post.id)).toEqual([
      earlier,
      later,
    ]);
  });

  test('keep a version of having been moved', async () => {
    const id = await create();
    const post = await createNote('a');
    await moveToSeries([post], id, db(), { now });
    const versions = await db().select().from(postVersions).where(eq(postVersions.postId, post));
    expect(versions.map(({ fields }) => fields.seriesId)).toEqual([null, id]);
  });

  test('are found by words of their titles, but for those that are in it', async () => {
    const id = await create();
    const other = await create({ title: 'Other' });
    const [one = 0, two = 0] = [await createNote('bowline'), await createNote('bowline-two')];
    await createNote('elsewhere');
    await moveToSeries([one], other, db(), { now });
    const found = await findPostsFor({ text: ' BOWLine, ', seriesId: id }, db());
    expect(found.map((post) => [post.id, post.seriesTitle]).sort()).toEqual(
      [
        [one, 'Other'],
        [two, null],
      ].sort(),
    );
    expect(await findPostsFor({ text: 'bowline', seriesId: other }, db())).toHaveLength(1);
    expect(await findPostsFor({ text: '%_ ', seriesId: id }, db())).toEqual([]);
  });
});

describe('deleting', () => {
  test('leaves the posts, and can be taken back', async () => {
    const id = await create();
    const [one = 0, two = 0] = [await createNote('a'), await createNote('b')];
    await moveToSeries([one, two], id, db(), { now });
    await updateSeries(id, fields({ slug: 'second' }), db());
    const deleted = await deleteSeries(id, db(), { now });
    expect(await listAllSeries(db())).toEqual([]);
    expect(await db().$count(posts)).toBe(2);
    expect(await resolveMissing('/series/on-knots/', '', now, db())).toBeNull();

    const elsewhere = await create({ title: 'Elsewhere' });
    await moveToSeries([two], elsewhere, db(), { now });
    if (deleted === null) throw new Error('There was a series.');
    const back = idOf(await restoreSeries(deleted, db(), { now }));
    const edited = await getEditedSeries(back, db());
    expect(edited).toMatchObject({ slug: 'second', formerSlugs: ['on-knots'] });
    expect(edited?.posts.map((post) => post.id)).toEqual([one]);
    expect(await restoreSeries(deleted, db(), { now })).toMatchObject({ status: 'taken' });
  });

  test('is taken back without a former address that another series has by now', async () => {
    const first = await create({ slug: 'former' });
    await updateSeries(first, fields({ slug: 'a' }), db());
    const deleted = await deleteSeries(first, db(), { now });
    if (deleted === null) throw new Error('There was a series.');
    const other = await create({ slug: 'former' });
    await restoreSeries(deleted, db(), { now });
    expect(await updateSeries(other, fields({ slug: 'b' }), db())).toMatchObject({
      status: 'saved',
    });
  });

  test('of what is gone does nothing', async () => {
    expect(await deleteSeries(999, db())).toBeNull();
    expect(await updateSeries(999, fields(), db())).toEqual({ status: 'missing' });
  });
});
