import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { posts } from '../db/schema';
import { countTags } from '../tags/queries';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { getNeighbours, getPost } from './page-queries';
import { listKind, listMonth, listStream } from './queries';
import { listRelatedPosts } from './related';
import { createPost } from './write';

const { db } = testDatabase();

afterEach(async () => {
  await db().delete(posts);
});

const at = (text: string) => new Date(text);

describe('the stream', () => {
  test('all posts stand on exactly one page, newest first', async () => {
    for (let index = 0; index < 75; index += 1)
      await createPost(
        buildPost(index % 3 === 0 ? 'beat' : 'note', {
          publishedAt: at(`2026-01-01T00:${String(index % 60).padStart(2, '0')}:00Z`),
        }),
        db(),
        now,
      );
    const pages = [];
    for (let number = 1; ; number += 1) {
      const page = await listStream(number, now, db());
      pages.push(page);
      if (!page.hasNext) break;
    }
    // Of three posts two weigh 1 and one 0.2: thirteen such runs and a note make 29.6.
    expect(pages[0]?.posts.length).toBe(40);
    expect(pages[1]?.posts.length).toBe(30);
    const all = pages.flatMap((page) => page.posts);
    expect(new Set(all.map((post) => post.id)).size).toBe(75);
    const times = all.map((post) => post.publishedAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  test('of one instant, the later id comes first, on every page alike', async () => {
    for (let index = 0; index < 40; index += 1) await createPost(buildPost('note'), db(), now);
    const first = await listStream(1, now, db());
    const second = await listStream(2, now, db());
    const ids = [...first.posts, ...second.posts].map((post) => post.id);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect(new Set(ids).size).toBe(40);
  });
});

describe('lists', () => {
  test('a month is told from its first day on', async () => {
    for (const day of [
      '2026-01-31T23:59:59Z',
      '2026-01-01T00:00:00Z',
      '2025-12-31T23:59:59Z',
      '2026-02-01T00:00:00Z',
    ])
      await createPost(
        buildPost('note', { publishedAt: at(day) }),
        db(),
        at('2026-03-01T00:00:00Z'),
      );
    const page = await listMonth({ from: '2026-01-01', before: '2026-02-01' }, 1, now, db());
    expect(page.posts.map((post) => post.publishedOn)).toEqual(['2026-01-01', '2026-01-31']);
    expect(page.total).toEqual({ count: 2, isMore: false });
  });

  test('entries come without their bodies, other kinds in full', async () => {
    await createPost(buildPost('entry', { body: 'First.\n\nHidden.' }), db(), now);
    const { posts: entries } = await listKind('entry', 1, now, db());
    expect(entries[0]).toMatchObject({
      html: '',
      excerptHtml: '<p>First.</p>',
      hasMore: true,
      wordCount: 2,
    });
    await createPost(buildPost('note', { body: 'First.\n\nShown.' }), db(), now);
    const { posts: notes } = await listKind('note', 1, now, db());
    expect(notes[0]?.html).toContain('Shown.');
  });

  test('tags come in the order of attaching', async () => {
    await createPost(buildPost('note', { tags: ['zebra', 'C++', 'apple', 'zebra'] }), db(), now);
    const { posts: notes } = await listKind('note', 1, now, db());
    expect(notes[0]?.tags.map((tag) => [tag.slug, tag.name])).toEqual([
      ['zebra', 'zebra'],
      ['cpp', 'C++'],
      ['apple', 'apple'],
    ]);
  });
});

describe('one post', () => {
  test('is found in any case of its slug', async () => {
    await createPost(buildPost('note', { slug: 'webStandards' }), db(), now);
    expect((await getPost('2026-01-15', 'WEBstandards', now, db()))?.slug).toBe('webStandards');
    expect(await getPost('2026-01-16', 'webStandards', now, db())).toBeNull();
  });

  test('its neighbours are those of its kind', async () => {
    const times = [
      '2026-01-01T00:00:00Z',
      '2026-01-02T00:00:00Z',
      '2026-01-02T00:00:00Z',
      '2026-01-03T00:00:00Z',
    ];
    for (const [index, time] of times.entries())
      await createPost(
        buildPost('entry', { slug: `entry-${index}`, publishedAt: at(time) }),
        db(),
        now,
      );
    await createPost(buildPost('note', { publishedAt: at('2026-01-02T00:00:00Z') }), db(), now);
    const neighbours = async (day: string, slug: string) => {
      const post = await getPost(day, slug, now, db());
      if (post === null) throw new Error('No post.');
      const { previous, next } = await getNeighbours(post, now, db());
      return [previous?.slug, next?.slug];
    };
    expect(await neighbours('2026-01-01', 'entry-0')).toEqual([undefined, 'entry-1']);
    expect(await neighbours('2026-01-02', 'entry-1')).toEqual(['entry-0', 'entry-2']);
    expect(await neighbours('2026-01-02', 'entry-2')).toEqual(['entry-1', 'entry-3']);
    expect(await neighbours('2026-01-03', 'entry-3')).toEqual(['entry-2', undefined]);
  });

  test('related are those that share its rarer tags', async () => {
    const make = (slug: string, tags: string[]) =>
      createPost(buildPost('note', { slug, tags }), db(), now);
    for (let index = 0; index < 8; index += 1) await make(`common-${index}`, ['common']);
    await make('rare', ['rare']);
    await make('both', ['rare', 'common']);
    const { id } = await make('asked', ['common', 'rare']);
    const post = await getPost('2026-01-15', 'asked', now, db());
    const counted = await countTags(post?.tags ?? [], now, db());
    const related = await listRelatedPosts(id, counted, 3, now, db());
    expect(related.map((link) => link.slug)).toEqual(['both', 'rare', 'common-7']);
  });
});

describe('creating', () => {
  test('a second post of a day with the same slug gets a number', async () => {
    const slugs = [];
    for (const title of ['Same title', 'Same title', 'same TITLE'])
      slugs.push((await createPost(buildPost('entry', { title }), db(), now)).slug);
    expect(slugs).toEqual(['same-title', 'same-title-2', 'same-title-3']);
  });

  test('short ids count up for each kind', async () => {
    const numbers = [];
    for (const kind of ['entry', 'note', 'entry', 'note'] as const)
      numbers.push((await createPost(buildPost(kind), db(), now)).number);
    expect(numbers).toEqual([1, 1, 2, 2]);
  });

  test('two at a time get different slugs and numbers', async () => {
    const made = await Promise.all(
      Array.from({ length: 4 }, () => createPost(buildPost('note'), db(), now)),
    );
    expect(new Set(made.map((post) => post.number)).size).toBe(4);
    expect(new Set(made.map((post) => post.slug)).size).toBe(4);
  });

  test.each([
    { given: 'published' as const, publishedAt: '2026-03-01T00:00:00Z', becomes: 'scheduled' },
    { given: 'scheduled' as const, publishedAt: '2026-01-01T00:00:00Z', becomes: 'published' },
    { given: 'draft' as const, publishedAt: '2026-01-01T00:00:00Z', becomes: 'draft' },
  ])('$given at $publishedAt becomes $becomes', async ({ given, publishedAt, becomes }) => {
    const { id } = await createPost(
      buildPost('note', { status: given, publishedAt: at(publishedAt) }),
      db(),
      now,
    );
    const [row] = await db().select({ status: posts.status }).from(posts).where(eq(posts.id, id));
    expect(row?.status).toBe(becomes);
  });

  test('an untitled note is named by its day, in typographic quotes what was typed in straight ones', async () => {
    await createPost(buildPost('note', { slug: 'untitled' }), db(), now);
    expect((await getPost('2026-01-15', 'untitled', now, db()))?.displayTitle).toBe(
      'Note on 15th January 2026',
    );
    await createPost(buildPost('entry', { slug: 'quoted', title: `"It's" here` }), db(), now);
    expect((await getPost('2026-01-15', 'quoted', now, db()))?.displayTitle).toBe('“It’s” here');
  });
});
