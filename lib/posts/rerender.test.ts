import { afterEach, describe, expect, test } from 'vitest';
import { cacheInvalidations, posts, series, tags } from '../db/schema';
import { saveSettings } from '../settings/write';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { rerenderPosts } from './rerender';
import { rerenderDescriptions } from './rerender-descriptions';
import { rerenderStep } from './rerender-step';
import { createPost } from './write';

const { db } = testDatabase();

afterEach(async () => {
  for (const table of [posts, series, tags]) await db().delete(table);
});

describe('rendering again', () => {
  test('takes the posts of an older renderer, or all', async () => {
    const options = { onProgress: () => {} };
    await createPost(buildPost('note', { body: 'One.' }), db());
    expect(await rerenderPosts({ ...options, all: false }, db())).toBe(0);
    await db().update(posts).set({ rendererVersion: 0, html: '' });
    expect(await rerenderPosts({ ...options, all: false }, db())).toBe(1);
    expect(await db().select({ html: posts.html }).from(posts)).toEqual([{ html: '<p>One.</p>' }]);
    expect(await rerenderPosts({ ...options, all: true }, db())).toBe(1);
  });

  test('goes step by step, each from where the last one ended', async () => {
    for (const body of ['"One."', '"Two."']) await createPost(buildPost('note', { body }), db());
    await saveSettings({ typography: false }, db());
    const [first, second] = await db().select({ id: posts.id }).from(posts).orderBy(posts.id);
    expect(await rerenderStep(first?.id ?? 0, db())).toEqual({ after: null, done: 2, total: 2 });
    const html = () => db().select({ html: posts.html }).from(posts).orderBy(posts.id);
    expect(await html()).toEqual([{ html: '<p>“One.”</p>' }, { html: '<p>"Two."</p>' }]);
    expect(await rerenderStep(0, db())).toMatchObject({ after: null });
    expect(await html()).toEqual([{ html: '<p>"One."</p>' }, { html: '<p>"Two."</p>' }]);
    expect(await rerenderStep(second?.id ?? 0, db())).toEqual({ after: null, done: 2, total: 2 });
    await saveSettings({ typography: true }, db());
  });

  test('takes the descriptions of tags and series whose text comes out differently', async () => {
    await db()
      .insert(tags)
      .values([
        { slug: 'old', name: 'old', description: 'An *old* tag.', descriptionHtml: '<b>Old</b>' },
        { slug: 'new', name: 'new', description: 'New.', descriptionHtml: '<p>New.</p>' },
        { slug: 'none', name: 'none' },
      ]);
    await db()
      .insert(series)
      .values([
        { slug: 'one', title: 'One', summary: 'See [it](https://old.example.org/a/).' },
        { slug: 'two', title: 'Two', summaryHtml: '<p>Without a source.</p>' },
      ]);
    await saveSettings({ ownHosts: ['old.example.org'] }, db());
    await db().delete(cacheInvalidations);
    expect(await rerenderDescriptions(db())).toBe(2);
    const described = await db()
      .select({ slug: tags.slug, html: tags.descriptionHtml })
      .from(tags)
      .orderBy(tags.slug);
    expect(described).toEqual([
      { slug: 'new', html: '<p>New.</p>' },
      { slug: 'none', html: '' },
      { slug: 'old', html: '<p>An <em>old</em> tag.</p>' },
    ]);
    const summaries = await db()
      .select({ html: series.summaryHtml })
      .from(series)
      .orderBy(series.slug);
    expect(summaries.map(({ html }) => html)).toEqual([
      '<p>See <a href="/a/">it</a>.</p>',
      '<p>Without a source.</p>',
    ]);
    expect(await db().$count(cacheInvalidations)).toBe(1);
    expect(await rerenderDescriptions(db())).toBe(0);
  });
});
