// What the home of the dashboard is told.
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cachePurges, people, postEdits, posts } from '../db/schema';
import { createPost } from '../posts/write';
import { addSamplePosts } from '../samples/add';
import { listCommonTags, listTagsSince } from '../tags/most-used';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { countLastMonths } from './months';
import { listTroubles } from './troubles';
import { isUnwritten, listNext, listToContinue } from './writing';

const { db } = testDatabase();
const owner = { id: 0, role: 'owner' as const };
const author = { id: 0, role: 'author' as const };

beforeAll(async () => {
  for (const actor of [owner, author]) {
    const [row] = await db()
      .insert(people)
      .values({ name: actor.role, slug: actor.role, role: actor.role })
      .returning({ id: people.id });
    actor.id = row?.id ?? 0;
  }
});

beforeEach(async () => {
  await db().delete(posts);
  await db().delete(cachePurges);
});

const day = (number: number) => new Date(Date.UTC(2026, 0, number, 9));

async function make(title: string, changedAt: Date, over = {}) {
  const input = buildPost('entry', { title, authorId: author.id, ...over });
  const { id } = await createPost(input, db(), now);
  await db().update(posts).set({ updatedAt: changedAt }).where(eq(posts.id, id));
  return id;
}

const draft = { status: 'draft' };
const type = (postId: number, savedAt: Date) =>
  db()
    .insert(postEdits)
    .values({
      postId,
      baseVersion: 1,
      editor: '5b6e2cf4-51f3-4be2-8d07-5f3f7b3c0a11',
      sequence: 1,
      values: { title: 'Typed' },
      savedAt,
    });

test('writing goes on where words are unsaved, then with the last drafts', async () => {
  await make('Old draft', day(3), draft);
  await make('New draft', day(20), draft);
  await type(await make('Typed draft', day(1), draft), day(10));
  await type(await make('Live', day(2)), day(12));
  await type(await make('Theirs', day(2), { authorId: owner.id }), day(13));
  const titles = async (actor: typeof owner | typeof author) =>
    (await listToContinue(actor, now, db())).map(({ title }) => title);
  expect(await titles(author)).toEqual(['Live', 'Typed', 'New draft', 'Old draft']);
  expect(await titles(owner)).toEqual(['Theirs', 'Live', 'Typed', 'New draft', 'Old draft']);
});

test('what is next stands in the order in which it goes live', async () => {
  const at = (hours: number) => ({ publishedAt: new Date(now.getTime() + hours * 3_600_000) });
  await make('Later', day(1), at(5));
  await make('Sooner', day(2), at(2));
  expect((await listNext(author, now, db())).map(({ title }) => title)).toEqual([
    'Sooner',
    'Later',
  ]);
});

test('a site is unwritten until somebody writes', async () => {
  expect(await isUnwritten(db())).toEqual({ hasSamples: false });
  await addSamplePosts(db(), now);
  expect(await isUnwritten(db())).toEqual({ hasSamples: true });
  await make('First', day(1), draft);
  expect(await isUnwritten(db())).toBeNull();
});

test('months are counted by kind, empty ones too, and only what is public', async () => {
  await make('In this month', day(31), { publishedAt: new Date('2026-02-01T08:00:00Z') });
  await make('In the last', day(15));
  await createPost(buildPost('note'), db(), now);
  await make('Long ago', day(1), { publishedAt: new Date('2024-01-15T08:00:00Z') });
  await make('Not yet', day(1), { publishedAt: new Date('2026-02-03T08:00:00Z') });
  await make('A draft', day(1), draft);
  expect(await countLastMonths(3, 'UTC', now, db())).toEqual([
    { year: 2025, month: 12, counts: {} },
    { year: 2026, month: 1, counts: { entry: 1, note: 1 } },
    { year: 2026, month: 2, counts: { entry: 1 } },
  ]);
  // In Honolulu it is still January.
  const there = await countLastMonths(
    1,
    'Pacific/Honolulu',
    new Date('2026-02-01T05:00:00Z'),
    db(),
  );
  expect(there.map(({ month }) => month)).toEqual([1]);
});

test('tags are counted over all time and since a day', async () => {
  const tagged = (tags: string[], year: number) =>
    make('Tagged', day(1), { tags, publishedAt: new Date(Date.UTC(year, 0, 2)) });
  await tagged(['old', 'both'], 2020);
  await tagged(['old'], 2021);
  await tagged(['both', 'new'], 2026);
  await make('Hidden', day(1), { ...draft, tags: ['secret'] });
  const named = (tags: { slug: string; count: number }[]) =>
    tags.filter(({ count }) => count > 0).map(({ slug, count }) => `${slug} ${count}`);
  expect(named(await listCommonTags(3, db()))).toEqual(['both 2', 'old 2', 'new 1']);
  const since = await listTagsSince(new Date('2026-01-01T00:00:00Z'), 5, now, db());
  expect(named(since)).toEqual(['both 1', 'new 1']);
});

describe('troubles', () => {
  const ask = (actor: typeof owner | typeof author, targets = ['proxy']) =>
    listTroubles({ actor, targets }, now, db());

  test('there are none on a sound site', async () => {
    await make('Sound', day(1));
    expect(await ask(owner)).toEqual([]);
  });

  test('are told to owners; authors hear of their own posts', async () => {
    const stale = await make('Stale', day(1), { authorId: owner.id });
    await db().update(posts).set({ rendererVersion: 0 }).where(eq(posts.id, stale));
    for (const authorId of [author.id, owner.id])
      await make('Cut', day(1), { authorId, body: '<script>x</script>Kept.' });
    const late = await make('Late', day(1), { publishedAt: day(2) });
    await db().update(posts).set({ status: 'scheduled' }).where(eq(posts.id, late));
    const since = new Date('2026-01-31T00:00:00Z');
    await db()
      .insert(cachePurges)
      .values([
        { target: 'proxy', through: 1, failingSince: since, failure: 'answered 503' },
        { target: 'former proxy', through: 1, failingSince: since, failure: 'answered 503' },
      ]);
    expect(await ask(owner)).toEqual([
      { what: 'purge', target: 'proxy', since, failure: 'answered 503' },
      { what: 'overdue', posts: { count: 1, isMore: false } },
      { what: 'stale', posts: { count: 1, isMore: false } },
      { what: 'removed', posts: { count: 2, isMore: false } },
    ]);
    expect(await ask(author)).toEqual([{ what: 'removed', posts: { count: 1, isMore: false } }]);
  });
});
