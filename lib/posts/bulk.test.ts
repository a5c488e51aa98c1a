// Many posts changed at once: which are, which are not and why, and that it can be taken back.
import { eq, inArray } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { collectTouched } from '../db/page-changes';
import { people, postEdits, postFormerAddresses, posts } from '../db/schema';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { changePosts, emptyBin } from './bulk';
import { binPost, publishDuePosts, updatePost } from './change';
import { createPost } from './write';

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
});

const make = async (over = {}) =>
  (await createPost(buildPost('note', { authorId: author.id, ...over }), db(), now)).id;
const draft = (over = {}) => make({ status: 'draft', ...over });
const soon = new Date(now.getTime() + 3_600_000);

const rowOf = async (id: number) => (await db().select().from(posts).where(eq(posts.id, id)))[0];

async function statuses(ids: number[]) {
  const rows = await db()
    .select({ id: posts.id, status: posts.status, deletedAt: posts.deletedAt })
    .from(posts)
    .where(inArray(posts.id, ids));
  return ids.map((id) => {
    const row = rows.find((one) => one.id === id);
    return row === undefined ? 'gone' : row.deletedAt ? 'binned' : row.status;
  });
}

describe('a change of many', () => {
  test('publishes drafts and what waits, as last typed, and says why not of the others', async () => {
    const [plain, typed, waiting] = [
      await draft(),
      await draft(),
      await make({ publishedAt: soon }),
    ];
    const empty = await draft();
    await db()
      .insert(postEdits)
      .values([
        copyOf(typed, { kind: 'note', body: 'Typed last' }),
        copyOf(empty, { kind: 'note', body: '  ' }),
      ]);
    const live = await make();
    const binned = await draft();
    await binPost(binned, db(), { now });
    const ids = [plain, typed, waiting, empty, live, binned, 999_999];
    const chosen = ids.map((id) => ({ id }));
    const { done, skipped } = await changePosts(chosen, 'publish', author, db(), now);
    expect(done.map(({ id }) => id)).toEqual([plain, typed, waiting]);
    expect(skipped.map(({ id, reason }) => [id, reason])).toEqual([
      [empty, expect.stringContaining('must not be empty')],
      [live, 'is published already'],
      [binned, 'is in the bin'],
      [999_999, 'is not there any more'],
    ]);
    expect(await statuses(ids)).toEqual([
      ...['published', 'published', 'published', 'draft', 'published', 'binned', 'gone'],
    ]);
    expect((await rowOf(typed))?.plainText).toBe('Typed last');
  });

  test.each([
    { change: 'unpublish' as const, after: 'draft', again: 'is a draft already' },
    { change: 'bin' as const, after: 'binned', again: 'is in the bin' },
  ])('$change, once', async ({ change, after, again }) => {
    const ids = [await make(), await make({ publishedAt: soon })];
    const chosen = ids.map((id) => ({ id }));
    expect((await changePosts(chosen, change, author, db(), now)).skipped).toEqual([]);
    expect(await statuses(ids)).toEqual([after, after]);
    const { done, skipped } = await changePosts(chosen, change, author, db(), now);
    expect(done).toEqual([]);
    expect(skipped.map(({ reason }) => reason)).toEqual([again, again]);
  });

  test.each(['restore', 'delete'] as const)('%s is for the bin alone', async (change) => {
    const [kept, binned] = [await make(), await make()];
    await binPost(binned, db(), { now });
    const chosen = [{ id: kept }, { id: binned }];
    const { done, skipped } = await changePosts(chosen, change, author, db(), now);
    expect(done.map(({ id }) => id)).toEqual([binned]);
    expect(skipped.map(({ reason }) => reason)).toEqual(['is not in the bin']);
    expect(await statuses([binned])).toEqual([change === 'delete' ? 'gone' : 'published']);
  });

  test('leaves the posts of others to their owners', async () => {
    const theirs = await make({ authorId: owner.id });
    const nobodys = await make({ authorId: null });
    const chosen = [{ id: theirs }, { id: nobodys }];
    for (const change of ['publish', 'unpublish', 'bin', 'restore', 'delete'] as const) {
      const { done, skipped } = await changePosts(chosen, change, author, db(), now);
      expect(done).toEqual([]);
      expect(skipped.map(({ reason }) => reason)).toEqual([
        'belongs to somebody else',
        'belongs to somebody else',
      ]);
    }
    const { done } = await changePosts(chosen, 'bin', owner, db(), now);
    expect(done).toHaveLength(2);
  });

  test('is one change: all pages are touched, a post that comes twice is changed once', async () => {
    const [one, two] = [await make(), await make()];
    const chosen = [{ id: two }, { id: one }, { id: two }];
    const { result, touched } = await collectTouched(() =>
      changePosts(chosen, 'bin', owner, db(), now),
    );
    expect(result.done.map(({ id, version }) => [id, version])).toEqual([
      [one, 2],
      [two, 2],
    ]);
    expect(touched).toEqual(expect.arrayContaining(['stream', `post:${one}`, `post:${two}`]));
  });

  test('that fails on one post changes none', async () => {
    const [one, two] = [await draft(), await draft()];
    // Not to be rendered: a body of a form that there is not.
    await db().execute('alter table posts drop constraint posts_format_known');
    await db().execute(`update posts set body_format = 'nonsense' where id = ${two}`);
    const change = changePosts([{ id: one }, { id: two }], 'publish', owner, db(), now);
    await expect(change).rejects.toThrow();
    expect(await statuses([one, two])).toEqual(['draft', 'draft']);
  });
});

describe('taking a change back', () => {
  test.each([
    { change: 'bin' as const, back: 'restore' as const },
    { change: 'unpublish' as const, back: 'republish' as const },
  ])('after $change everything is as before', async ({ change, back }) => {
    const ids = [await make(), await make({ publishedAt: soon })];
    const read = () =>
      db()
        .select({
          id: posts.id,
          status: posts.status,
          at: posts.publishedAt,
          on: posts.publishedOn,
          slug: posts.slug,
          listedAt: posts.listedAt,
        })
        .from(posts)
        .orderBy(posts.id);
    const before = await read();
    const { done } = await changePosts(
      ids.map((id) => ({ id })),
      change,
      author,
      db(),
      now,
    );
    expect(await read()).not.toEqual(before);
    expect((await changePosts(done, back, author, db(), now)).skipped).toEqual([]);
    expect(await read()).toEqual(before);
  });

  test('a publication of what was scheduled: it waits for its time again', async () => {
    const [waiting, plain] = [await make({ publishedAt: soon, slug: 'waiting' }), await draft()];
    const chosen = [{ id: waiting }, { id: plain }];
    const published = await changePosts(chosen, 'publish', author, db(), now);
    expect(published.done.map(({ scheduledFor }) => scheduledFor)).toEqual([soon, null]);
    expect(await statuses([waiting, plain])).toEqual(['published', 'published']);
    const { done, skipped } = await changePosts(published.done, 'unpublish', author, db(), now);
    expect(skipped).toEqual([]);
    expect(done.map(({ schedule }) => schedule)).toEqual(['kept', undefined]);
    expect(await statuses([waiting, plain])).toEqual(['scheduled', 'draft']);
    expect(await publishDuePosts(db(), soon)).toEqual([waiting]);
    expect(await rowOf(waiting)).toMatchObject({ publishedAt: soon, slug: 'waiting' });
  });

  test('a publication of what was scheduled for a time that has passed leaves a draft', async () => {
    const id = await make({ publishedAt: soon });
    const published = await changePosts([{ id }], 'publish', author, db(), now);
    const { done } = await changePosts(published.done, 'unpublish', author, db(), soon);
    expect(done).toMatchObject([{ id, schedule: 'missed' }]);
    expect(await statuses([id])).toEqual(['draft']);
    expect(await publishDuePosts(db(), soon)).toEqual([]);
  });

  test('a publication of what was scheduled and changed since changes nothing', async () => {
    const id = await make({ publishedAt: soon });
    const { done } = await changePosts([{ id }], 'publish', author, db(), now);
    await changePosts([{ id }], 'unpublish', author, db(), now);
    const { skipped } = await changePosts(done, 'unpublish', author, db(), now);
    expect(skipped).toMatchObject([{ id, reason: 'was changed in the meantime' }]);
    expect(await statuses([id])).toEqual(['draft']);
  });

  test('after its time a scheduled post counts as published, and its address is kept', async () => {
    const id = await make({ publishedAt: soon, slug: 'former' });
    const { done } = await changePosts([{ id }], 'unpublish', author, db(), now);
    await changePosts(done, 'republish', author, db(), soon);
    expect(await rowOf(id)).toMatchObject({ status: 'published', firstPublishedAt: soon });
    const moved = buildPost('note', { slug: 'moved', publishedAt: soon });
    await updatePost(id, moved, db(), { now: soon });
    expect(await db().$count(postFormerAddresses, eq(postFormerAddresses.slug, 'former'))).toBe(1);
  });

  test('leaves alone what was changed since', async () => {
    const id = await make();
    const { done } = await changePosts([{ id }], 'unpublish', author, db(), now);
    await changePosts([{ id }], 'publish', author, db(), now);
    await changePosts([{ id }], 'unpublish', author, db(), now);
    const { skipped } = await changePosts(done, 'republish', author, db(), now);
    expect(skipped).toMatchObject([{ id, reason: 'was changed in the meantime' }]);
  });
});

test('the bin is emptied of what one may delete', async () => {
  const [mine, theirs, kept] = [await make(), await make({ authorId: owner.id }), await make()];
  for (const id of [mine, theirs]) await binPost(id, db(), { now });
  expect(await emptyBin(author, db())).toBe(1);
  expect(await statuses([mine, theirs, kept])).toEqual(['gone', 'binned', 'published']);
  expect(await emptyBin(owner, db())).toBe(1);
  expect(await statuses([theirs, kept])).toEqual(['gone', 'published']);
});

const copyOf = (postId: number, values: Record<string, string>) => ({
  postId,
  baseVersion: 1,
  editor: '5b6e2cf4-51f3-4be2-8d07-5f3f7b3c0a11',
  sequence: 1,
  values: { bodyFormat: 'markdown', ...values },
});
