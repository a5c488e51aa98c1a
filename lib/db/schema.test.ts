// What the database itself refuses, and what it keeps true whoever writes.
import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { createPost } from '../posts/write';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { posts, postTags, tags } from './schema';

const { db } = testDatabase();

const rendered = sql`1, '', '', '', false, '', 0`;
const renderedColumns = sql.raw(
  'renderer_version, display_title, html, excerpt_html, has_more, plain_text, word_count',
);

/** Inserts a bare row; a kind's columns are given as SQL. */
const insert = (columns: string, values: string, status = 'published') =>
  db().execute(
    sql`insert into posts (kind, number, slug, status, published_at, published_on, ${sql.raw(columns)}, ${renderedColumns})
        values (${sql.raw(values.split('|')[0] ?? '')}, (select coalesce(max(number), 0) + 1 from posts), 'p' || (select count(*) from posts), ${status}, now(), '2026-01-01', ${sql.raw(values.split('|')[1] ?? '')}, ${rendered})`,
  );

const constraintOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && 'constraint_name' in cause ? cause.constraint_name : error;
};

describe('a row that lacks what its kind needs', () => {
  test.each([
    { columns: 'title, body', values: "'entry'|null, 'text'", constraint: 'posts_entry_needs' },
    { columns: 'title, body', values: "'entry'|'Title', '  '", constraint: 'posts_entry_needs' },
    {
      columns: 'link_url, link_title',
      values: "'blogmark'|null, 'Title'",
      constraint: 'posts_blogmark_needs',
    },
    {
      columns: 'link_url, link_title',
      values: "'blogmark'|'https://a/', ''",
      constraint: 'posts_blogmark_needs',
    },
    {
      columns: 'body, source',
      values: "'quotation'|'text', null",
      constraint: 'posts_quotation_needs',
    },
    {
      columns: 'body, source',
      values: "'quotation'|null, 'source'",
      constraint: 'posts_quotation_needs',
    },
    { columns: 'body', values: "'note'|null", constraint: 'posts_note_needs' },
    {
      columns: 'beat_type, title, link_url',
      values: "'beat'|null, 't', 'u'",
      constraint: 'posts_beat_needs',
    },
    {
      columns: 'beat_type, title, link_url',
      values: "'beat'|'til', 't', null",
      constraint: 'posts_beat_needs',
    },
    { columns: 'body', values: "'poem'|'text'", constraint: 'posts_kind_known' },
  ])('$columns: $values', async ({ columns, values, constraint }) => {
    expect(await constraintOf(insert(columns, values))).toBe(constraint);
  });

  test('a draft may be empty but not lack the field', async () => {
    expect(await constraintOf(insert('title, body', "'entry'|'', ''", 'draft'))).toBeNull();
    expect(await constraintOf(insert('title, body', "'entry'|null, ''", 'draft'))).toBe(
      'posts_entry_needs',
    );
  });

  test('what is not a draft has a date', async () => {
    const { id } = await createPost(buildPost('note'), db(), now);
    const undate = db().update(posts).set({ publishedOn: null }).where(eq(posts.id, id));
    expect(await constraintOf(undate)).toBe('posts_dated');
  });

  test('one address, one post, whatever the case', async () => {
    await createPost(buildPost('note', { slug: 'same' }), db(), now);
    const { id } = await createPost(buildPost('note', { slug: 'other' }), db(), now);
    const clash = db().update(posts).set({ slug: 'SAME' }).where(eq(posts.id, id));
    expect(await constraintOf(clash)).toBe('posts_address');
  });
});

describe('what triggers keep', () => {
  beforeEach(async () => {
    await db().delete(posts);
    await db().delete(tags);
  });

  const counts = async () =>
    Object.fromEntries(
      (await db().select().from(tags)).map((tag) => [tag.slug, tag.publishedCount]),
    );

  test('the count of a tag is that of its published posts', async () => {
    const one = await createPost(buildPost('note', { tags: ['a', 'b'] }), db(), now);
    await createPost(buildPost('entry', { tags: ['b'] }), db(), now);
    await createPost(buildPost('note', { tags: ['b'], status: 'draft' }), db(), now);
    const later = new Date('2026-03-01T00:00:00Z');
    const scheduled = await createPost(
      buildPost('note', { tags: ['b'], publishedAt: later }),
      db(),
      now,
    );
    expect(await counts()).toEqual({ a: 1, b: 2 });

    await db().update(posts).set({ deletedAt: now }).where(eq(posts.id, one.id));
    expect(await counts()).toEqual({ a: 0, b: 1 });
    await db().update(posts).set({ deletedAt: null }).where(eq(posts.id, one.id));
    await db().update(posts).set({ status: 'published' }).where(eq(posts.id, scheduled.id));
    expect(await counts()).toEqual({ a: 1, b: 3 });
    await db().update(posts).set({ status: 'draft' }).where(eq(posts.id, one.id));
    expect(await counts()).toEqual({ a: 0, b: 2 });
    await db().delete(posts);
    expect(await counts()).toEqual({ a: 0, b: 0 });
  });

  test('taggings follow the time of their post', async () => {
    const { id } = await createPost(buildPost('note', { tags: ['a'] }), db(), now);
    const moved = new Date('2025-12-24T00:00:00Z');
    await db().update(posts).set({ publishedAt: moved }).where(eq(posts.id, id));
    expect(await db().select({ at: postTags.listedAt }).from(postTags)).toEqual([{ at: moved }]);
    await db().update(posts).set({ status: 'draft' }).where(eq(posts.id, id));
    expect(await db().select({ at: postTags.listedAt }).from(postTags)).toEqual([{ at: null }]);
  });

  test('invalidations are numbered in the order of their commits', async () => {
    const expire = async (tag: string) => {
      const [row] = await db().execute<{ number: number }>(
        sql`select expire_cache_tags(array[${tag}])::int as number`,
      );
      return row?.number ?? 0;
    };
    const first = await expire('x');
    expect(await expire('y')).toBe(first + 1);
    expect(await expire('x')).toBe(first + 2);
  });
});
