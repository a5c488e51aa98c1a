// Which posts an author sees in the dashboard, in which order and under which filter.
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../auth/actor';
import { people, postEdits, posts } from '../db/schema';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { type ListQuery, type Place, parseFilter } from './author-filter';
import { countByStatus, listMatchingIds, listPostsForAuthor } from './author-queries';
import { binPost } from './change';
import type { PostInput } from './input';
import { createPost } from './write';

const { db } = testDatabase();
const ids = new Map<string, number>();
const actors: Record<Role, { id: number; role: Role }> = {
  owner: { id: 0, role: 'owner' },
  author: { id: 0, role: 'author' },
};

const at = (day: number) => new Date(Date.UTC(2026, 0, day, 9));

async function make(name: string, input: PostInput, updatedAt: Date) {
  const { id } = await createPost({ slug: name, ...input }, db(), now);
  await db().update(posts).set({ updatedAt }).where(eq(posts.id, id));
  ids.set(name, id);
}

const typing = (name: string, values: Record<string, string>, savedAt: Date) => ({
  postId: ids.get(name) ?? 0,
  baseVersion: 1,
  editor: '5b6e2cf4-51f3-4be2-8d07-5f3f7b3c0a11',
  sequence: 1,
  values,
  savedAt,
});

beforeAll(async () => {
  for (const role of ['owner', 'author'] as const) {
    const [row] = await db()
      .insert(people)
      .values({ name: role, slug: role, email: `${role}@example.org`, role })
      .returning({ id: people.id });
    actors[role].id = row?.id ?? 0;
  }
  const mine = { authorId: actors.author.id };
  const theirs = { authorId: actors.owner.id };
  const soon = new Date(now.getTime() + 3_600_000);
  const later = new Date(now.getTime() + 7_200_000);
  const draft = { status: 'draft' as const };
  await make('live', buildPost('entry', { ...mine, title: 'Zebra', tags: ['a'] }), at(20));
  await make('other', buildPost('entry', { ...theirs, title: 'Apple’s pie' }), at(21));
  await make('link', buildPost('blogmark', { ...theirs, linkTitle: 'Mole', tags: ['a'] }), at(19));
  await make('edited', buildPost('note', { ...theirs, body: 'Words of a note.' }), at(5));
  await make('draft', buildPost('note', { ...mine, ...draft, body: 'Half a thought' }), at(10));
  await make('newer', buildPost('entry', { ...mine, ...draft, title: 'Begun' }), at(11));
  await make('secret', buildPost('entry', { ...theirs, ...draft, title: 'Secret' }), at(12));
  await make('soon', buildPost('note', { ...mine, publishedAt: soon }), at(2));
  await make('later', buildPost('note', { ...theirs, publishedAt: later }), at(3));
  await make('binned', buildPost('note', { ...theirs, title: 'Thrown away' }), at(4));
  await binPost(ids.get('binned') ?? 0, db(), { now });
  await db()
    .insert(postEdits)
    .values([
      typing('edited', { title: '', body: 'Words rewritten' }, at(30)),
      typing('draft', { title: 'A title while typing', body: 'More of it' }, at(29)),
    ]);
});

type Asked = { query?: ListQuery; role?: Role; place?: Place | null; size?: number };

async function ask({ query = {}, role = 'owner', place = null, size }: Asked) {
  const filter = parseFilter(query, role);
  return listPostsForAuthor({ filter, place, size }, actors[role], now, db());
}

const nameOf = ({ id }: { id: number }) => [...ids].find(([, known]) => known === id)?.[0];

/** Names of everything that a page shows, groups first. */
async function shown(asked: Asked) {
  const page = await ask(asked);
  return [...page.groups.flatMap(({ posts }) => posts), ...page.posts].map(nameOf);
}

describe('an owner sees', () => {
  test('what waits by its time, drafts and changes by the last typing, then the last changed', async () => {
    const page = await ask({});
    expect(page.groups.map((group) => [group.status, group.posts.map(nameOf)])).toEqual([
      ['scheduled', ['soon', 'later']],
      ['draft', ['draft', 'secret', 'newer']],
      ['changed', ['edited']],
    ]);
    expect(page.posts.map(nameOf)).toEqual(['other', 'live', 'link']);
  });

  test.each([
    { query: { status: 'draft' }, names: ['draft', 'secret', 'newer'] },
    { query: { status: 'draft', sort: 'title' }, names: ['newer', 'draft', 'secret'] },
    { query: { status: 'scheduled' }, names: ['soon', 'later'] },
    { query: { status: 'scheduled', sort: 'changed' }, names: ['later', 'soon'] },
    { query: { status: 'changed' }, names: ['edited'] },
    { query: { status: 'live' }, names: ['other', 'live', 'link', 'edited'] },
    { query: { status: 'live', sort: 'title' }, names: ['other', 'link', 'edited', 'live'] },
    { query: { status: 'binned' }, names: ['binned'] },
    { query: { kind: 'entry' }, names: ['secret', 'newer', 'other', 'live'] },
    { query: { kind: 'blogmark', status: 'live' }, names: ['link'] },
    { query: { tag: 'a' }, names: ['live', 'link'] },
    { query: { tag: 'nowhere' }, names: [] },
    { query: { author: 'mine', status: 'live' }, names: ['other', 'link', 'edited'] },
    { query: { q: 'zeb' }, names: ['live'] },
    { query: { q: 'PIE apple’s' }, names: ['other'] },
    { query: { q: "apple's pie" }, names: ['other'] },
    { query: { q: 'ol' }, names: [] },
    { query: { q: 'mo' }, names: ['draft', 'link'] },
    { query: { q: 'https://example.org/linked' }, names: ['link'] },
    { query: { q: '/2026/Jan/15/live/' }, names: ['live'] },
    { query: { q: 'words of' }, names: ['edited'] },
    { query: { q: 'while typing' }, names: ['draft'] },
    { query: { q: '50% off_\\' }, names: [] },
    { query: { q: 'zebra', tag: 'a', kind: 'entry', status: 'live' }, names: ['live'] },
    { query: { removed: 'yes' }, names: [] },
  ])('for $query: $names', async ({ query, names }) => {
    expect(await shown({ query })).toEqual(names);
  });
});

describe('an author sees', () => {
  test.each([
    { name: 'own posts', query: {}, names: ['soon', 'draft', 'newer', 'live'] },
    {
      name: 'of others what readers see',
      query: { author: 'all' },
      names: ['soon', 'draft', 'newer', 'other', 'live', 'link', 'edited'],
    },
    { name: 'own drafts', query: { author: 'all', status: 'draft' }, names: ['draft', 'newer'] },
    { name: 'own waiting ones', query: { author: 'all', status: 'scheduled' }, names: ['soon'] },
    { name: 'nobody else’s changes', query: { author: 'all', status: 'changed' }, names: [] },
    { name: 'nobody else’s bin', query: { author: 'all', status: 'binned' }, names: [] },
    { name: 'no other draft by its words', query: { author: 'all', q: 'secret' }, names: [] },
    { name: 'no unsaved words of others', query: { author: 'all', q: 'rewritten' }, names: [] },
  ])('$name', async ({ query, names }) => {
    expect(await shown({ query, role: 'author' })).toEqual(names);
  });

  test('the posts of others without any right or hint of changes', async () => {
    const page = await ask({ query: { author: 'all' }, role: 'author' });
    const edited = page.posts.find((post) => nameOf(post) === 'edited');
    expect(edited).toMatchObject({
      canEdit: false,
      canPublish: false,
      canDelete: false,
      hasChanges: false,
      isMine: false,
    });
    expect(edited?.changedAt).toEqual(at(5));
    const own = page.posts.find((post) => nameOf(post) === 'live');
    expect(own).toMatchObject({ canEdit: true, canDelete: true, isMine: true });
  });
});

test('a draft is called by what was typed last, a note by its words', async () => {
  const { groups, posts: rest } = await ask({});
  const all = [...groups.flatMap((group) => group.posts), ...rest];
  const titles = new Map(all.map((post) => [nameOf(post), post.title]));
  expect(titles.get('draft')).toBe('A title while typing');
  expect(titles.get('edited')).toBe('Words of a note.');
  expect(titles.get('other')).toBe('Apple’s pie');
});

test('an empty draft is called untitled', async () => {
  await make('empty', buildPost('note', { status: 'draft', body: 'x' }), at(1));
  await db()
    .update(posts)
    .set({ plainText: '', displayTitle: '', body: '' })
    .where(eq(posts.slug, 'empty'));
  const { posts: drafts } = await ask({ query: { status: 'draft' } });
  expect(drafts.at(-1)).toMatchObject({ title: 'Untitled note', isUntitled: true });
  await db().delete(posts).where(eq(posts.slug, 'empty'));
});

describe.each(['changed', 'published', 'title'] as const)('pages by %s', (sort) => {
  test.each([{ status: 'live' }, { status: 'draft' }])(
    'of $status lead on and back',
    async (state) => {
      const query = { ...state, sort };
      const all = await shown({ query });
      const forwards: unknown[] = [];
      let place: Place | null = null;
      let last: Place | null = null;
      do {
        const page = await ask({ query, place, size: 2 });
        forwards.push(...page.posts.map(nameOf));
        last = page.previous;
        place = page.next;
      } while (place);
      expect(forwards).toEqual(all);
      const before = await ask({ query, place: last, size: 10 });
      expect([...before.posts.map(nameOf), ...forwards.slice(before.posts.length)]).toEqual(all);
      expect(before.previous).toBeNull();
      expect(before.next).not.toBeNull();
    },
  );
});

test('a place of another order is the beginning', async () => {
  const place = { side: 'after' as const, key: 'not a time', id: 1 };
  expect((await ask({ query: { status: 'live' }, place })).posts).toHaveLength(4);
});

test('posts are found however many stand between them', async () => {
  // More than a walk looks at, all newer than what is asked for.
  await db().execute(sql`
    insert into posts (kind, number, slug, status, published_at, published_on, updated_at, body,
      renderer_version, display_title, html, excerpt_html, has_more, plain_text, word_count)
    select 'note', 1000 + i, 'crowd-' || i, 'published', ${at(15).toISOString()}::timestamptz,
      '2026-01-15', ${at(31).toISOString()}::timestamptz + i * interval '1 second', 'x', 1, 'Crowd', '', '', false, 'x', 1
    from generate_series(1, 2100) as i`);
  expect(await shown({ query: { q: 'zebra' } })).toEqual(['live']);
  expect(await shown({ query: { tag: 'a' } })).toEqual(['live', 'link']);
  const query = parseFilter({ q: 'crowd' }, 'owner');
  expect(await listMatchingIds(query, 5000, actors.owner, now, db())).toHaveLength(2100);
  await db().delete(posts).where(sql`${posts.slug} like 'crowd-%'`);
});

test('states are counted, for authors their own', async () => {
  const counts = async (role: Role) =>
    Object.fromEntries(
      Object.entries(await countByStatus(actors[role], now, db())).map(([status, { count }]) => [
        status,
        count,
      ]),
    );
  expect(await counts('owner')).toEqual({ draft: 3, scheduled: 2, changed: 1, live: 4, binned: 1 });
  expect(await counts('author')).toEqual({
    draft: 2,
    scheduled: 1,
    changed: 0,
    live: 4,
    binned: 0,
  });
});
