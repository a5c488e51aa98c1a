// Whatever is written is found as it is now: search is kept by the database, in the same transaction.
import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { posts, settings, tags } from '../db/schema';
import type { PostInput } from '../posts/input';
import { attachTags, createPost } from '../posts/write';
import { mergeTags } from '../tags/merge';
import { renameTag } from '../tags/rename';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { searches } from '../testing/search';
import { searchOnce } from './write-once';

const { db } = testDatabase();
const now = new Date('2026-06-01T12:00:00Z');
const { find, slugs } = searches(db, now);

const add = async (...inputs: PostInput[]) => {
  for (const input of inputs) await createPost(input, db());
};

const on = (day: string) => new Date(`${day}T12:00:00Z`);

describe('what is written later is found at once', () => {
  test('a new text, a new state, a new time', async () => {
    const { id } = await createPost(
      buildPost('note', { slug: 'fresh', body: 'Quince.', publishedAt: on('2026-02-01') }),
      db(),
    );
    const change = (columns: Partial<typeof posts.$inferInsert>) =>
      db().update(posts).set(columns).where(eq(posts.id, id));
    expect(await slugs('q=quince')).toEqual(['fresh']);
    await change({ plainText: 'Medlar.' });
    expect(await slugs('q=quince')).toEqual([]);
    expect(await slugs('q=medlar')).toEqual(['fresh']);
    await change({ status: 'draft' });
    expect(await slugs('q=medlar')).toEqual([]);
    await change({ status: 'published' });
    expect(await slugs('q=medlar')).toEqual(['fresh']);
    await change({ publishedAt: on('2026-08-01') });
    expect(await slugs('q=medlar')).toEqual([]);
    await db().delete(posts).where(eq(posts.id, id));
  });

  test('tags: renamed, merged', async () => {
    await add(
      buildPost('note', {
        slug: 'one',
        body: 'A.',
        tags: ['pomology'],
        publishedAt: on('2026-02-02'),
      }),
      buildPost('note', {
        slug: 'two',
        body: 'B.',
        tags: ['fruit'],
        publishedAt: on('2026-02-03'),
      }),
    );
    const idOf = async (slug: string) =>
      (await db().select().from(tags).where(eq(tags.slug, slug)))[0]?.id ?? 0;
    await renameTag(await idOf('pomology'), { name: 'fruitology' }, db());
    expect(await slugs('q=pomology')).toEqual([]);
    expect(await slugs('q=fruitology')).toEqual(['one']);
    expect(await slugs('tag=fruitology')).toEqual(['one']);
    await mergeTags([await idOf('fruitology')], await idOf('fruit'), db());
    expect(await slugs('q=fruitology')).toEqual([]);
    expect(await slugs('tag=fruit')).toEqual(['two', 'one']);
    expect((await find('q="fruit"')).total.count).toBe(2);
  });

  test('another language: words are taken as that has them', async () => {
    await add(
      buildPost('note', { slug: 'orchard', body: 'Pruning.', publishedAt: on('2024-05-01') }),
    );
    await db().insert(settings).values({ key: 'language', value: 'de' });
    await add(
      buildPost('note', { slug: 'german', body: 'Viele Häuser.', publishedAt: on('2026-02-04') }),
    );
    expect(await slugs('q="Haus"')).toEqual(['german']);
    expect(await slugs('q="pruning"')).toEqual([]);
    await db().delete(settings).where(eq(settings.key, 'language'));
    // As rendering again does it.
    await db()
      .update(posts)
      .set({ plainText: sql`${posts.plainText}` });
    expect(await slugs('q="Haus"')).toEqual([]);
    expect(await slugs('q="pruning"')).toEqual(['orchard']);
  });
});

describe('hostile texts', () => {
  test.each([
    `' or 1=1; --`,
    `'); drop table posts; --`,
    `a & | ! ( ) <-> :* 'b' \\`,
    `'\\'':*A`,
    '"""" "" -"" --"',
    '<script>alert(1)</script>',
    '\ud800\udfff \u202e \u0000 \ufeff',
    'x'.repeat(10_000),
    '"'.repeat(10_000),
    'or '.repeat(3000),
    '-a '.repeat(3000),
    '日'.repeat(10_000),
    '𝒳'.repeat(10_000),
    'from:9999-12-31 to:0001-01-01',
    '%_%',
    '/k:entry /t:1 /',
    `'/y:2024'`,
  ])('%s', async (text) => {
    const params = new URLSearchParams({ q: text, tag: text, type: text, year: text });
    expect((await find(`${params}`)).results).toEqual([]);
    expect((await find(`${new URLSearchParams({ q: text })}`)).total.isMore).toBe(false);
  });
});

test('posts that are written with their tags are learnt of once, at the end, and as ever afterwards', async () => {
  const input = buildPost('note', { body: 'Serviceberry.', publishedAt: on('2026-02-04') });
  const { id } = await createPost({ ...input, slug: 'together' }, db());
  await db().transaction((tx) =>
    searchOnce(tx, async () => {
      await tx.update(posts).set({ plainText: 'Mespilus.' }).where(eq(posts.id, id));
      await attachTags([{ postId: id, names: ['amelanchier'] }], tx);
      const [{ found } = { found: null }] = await tx.execute<{ found: boolean }>(
        sql`select document @@ 'mespilus'::tsquery as found from post_search where post_id = ${id}`,
      );
      expect(found).toBe(false);
      return { ids: [id], result: undefined };
    }),
  );
  expect(await slugs('q=mespilus')).toEqual(['together']);
  expect(await slugs('tag=amelanchier')).toEqual(['together']);
  await db().update(posts).set({ plainText: 'Cotoneaster.' }).where(eq(posts.id, id));
  expect(await slugs('q=cotoneaster')).toEqual(['together']);
});
