// What changing a post does to it, and what it tells the pages.
import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { changePages, collectTouched } from '../db/page-changes';
import { postFormerAddresses, posts, redirects } from '../db/schema';
import { resolveMissing } from '../redirects/resolve';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import {
  binPost,
  deletePost,
  publishDuePosts,
  publishPost,
  restorePost,
  unpublishPost,
  updatePost,
} from './change';
import { getPost } from './page-queries';
import { createPost } from './write';

const { db } = testDatabase();
const day = '2026-01-15';

beforeEach(async () => {
  await db().delete(posts);
  await db().delete(redirects);
});

const note = (over = {}) => buildPost('note', { slug: 'kept', body: 'First.', ...over });
const create = async (over = {}) => (await createPost(note(over), db(), now)).id;
const shown = async (slug = 'kept', on = day, at = now) =>
  (await getPost(on, slug, at, db()))?.html;

describe('updating', () => {
  test('shows the new text, in a new version', async () => {
    const id = await create();
    const changed = await updatePost(id, note({ body: 'Second.' }), db(), { now, version: 1 });
    expect(changed).toMatchObject({ status: 'changed', version: 2, slug: 'kept' });
    expect(await shown()).toContain('Second.');
  });

  test('is refused to who saw an older version, and changes nothing', async () => {
    const id = await create();
    await updatePost(id, note({ body: 'Second.' }), db(), { now });
    const refused = await updatePost(id, note({ body: 'Third.' }), db(), { now, version: 1 });
    expect(refused).toEqual({ status: 'conflict', version: 2 });
    expect(await shown()).toContain('Second.');
  });

  test('tells what is not there', async () => {
    expect(await updatePost(999_999, note(), db(), { now })).toEqual({ status: 'missing' });
  });

  test('refuses another kind once published, and what its kind needs', async () => {
    const id = await create();
    await expect(updatePost(id, buildPost('entry'), db(), { now })).rejects.toThrow('stays that');
    await expect(updatePost(id, note({ body: ' ' }), db(), { now })).rejects.toThrow();
  });

  test('changes the tags and their order', async () => {
    const id = await create({ tags: ['a', 'b'] });
    await updatePost(id, note({ tags: ['c', 'a'] }), db(), { now });
    const post = await getPost(day, 'kept', now, db());
    expect(post?.tags.map((tag) => tag.slug)).toEqual(['c', 'a']);
  });

  test('that moves a post leaves its address leading to it, and back again', async () => {
    const id = await create();
    const moved = note({ slug: 'moved', publishedAt: new Date('2026-01-10T09:00:00Z') });
    await updatePost(id, moved, db(), { now });
    expect(await resolveMissing('/2026/Jan/15/kept/', '', now, db())).toBe('/2026/Jan/10/moved/');
    await updatePost(id, note(), db(), { now });
    expect(await resolveMissing('/2026/Jan/10/moved/', '', now, db())).toBe('/2026/Jan/15/kept/');
    expect(await db().$count(postFormerAddresses)).toBe(1);
  });

  test('gives way to a post that has the address', async () => {
    await create({ slug: 'taken' });
    const id = await create();
    const changed = await updatePost(id, note({ slug: 'taken' }), db(), { now });
    expect(changed).toMatchObject({ slug: 'taken-2' });
  });

  test('takes the address of a redirect', async () => {
    await db().insert(redirects).values({ path: '/2026/Jan/15/new', target: '/elsewhere/' });
    const id = await create();
    await updatePost(id, note({ slug: 'new' }), db(), { now });
    expect(await db().$count(redirects)).toBe(0);
  });

  test('of a draft touches no page', async () => {
    const id = await create({ status: 'draft' });
    const { touched } = await collectTouched(() =>
      updatePost(id, note({ status: 'draft', body: 'Second.' }), db(), { now }),
    );
    expect(touched).toEqual([]);
  });
});

describe('a draft', () => {
  test('is published now, or at a time to come', async () => {
    const id = await create({ status: 'draft' });
    await publishPost(id, db(), { now });
    const [row] = await db().select().from(posts).where(eq(posts.id, id));
    expect(row).toMatchObject({ status: 'published', publishedAt: now, firstPublishedAt: now });
    const later = new Date(now.getTime() + 3_600_000);
    const other = await create({ status: 'draft', slug: 'later' });
    await publishPost(other, db(), { now, at: later });
    const [waiting] = await db().select().from(posts).where(eq(posts.id, other));
    expect(waiting).toMatchObject({ status: 'scheduled', firstPublishedAt: null });
  });

  test('keeps a redirect at its address until its time comes', async () => {
    await db().insert(redirects).values({ path: '/2026/Jan/15/kept', target: '/elsewhere/' });
    await create({ status: 'draft' });
    expect(await db().$count(redirects)).toBe(1);
  });
});

describe('a public post', () => {
  test.each([
    { name: 'unpublished', hide: unpublishPost, back: publishPost },
    { name: 'binned', hide: binPost, back: restorePost },
  ])('$name is gone, and comes back', async ({ hide, back }) => {
    const id = await create();
    const { touched } = await collectTouched(() => hide(id, db(), { now }));
    expect(touched).toContain(`post:${id}`);
    expect(await shown()).toBeUndefined();
    await back(id, db(), { now: new Date('2026-01-15T23:00:00Z') });
    expect(await shown('kept', day, new Date('2026-01-16T00:00:00Z'))).toContain('First.');
  });

  test('is deleted for good only from the bin', async () => {
    const id = await create();
    expect(await deletePost(id, db())).toBe(false);
    await binPost(id, db(), { now });
    expect(await deletePost(id, db())).toBe(true);
    expect(await restorePost(id, db(), { now })).toEqual({ status: 'missing' });
  });
});

describe('a scheduled post', () => {
  const due = new Date(now.getTime() + 60_000);

  test('is turned at its time, once, and touches its pages', async () => {
    const id = await create({ publishedAt: due });
    expect(await publishDuePosts(db(), now)).toEqual([]);
    const { result, touched } = await collectTouched(() => publishDuePosts(db(), due));
    expect(result).toEqual([id]);
    expect(touched).toContain('stream');
    expect(await publishDuePosts(db(), due)).toEqual([]);
  });

  test('is turned by one of two who look at a time', async () => {
    await create({ publishedAt: due });
    const turned = await Promise.all([publishDuePosts(db(), due), publishDuePosts(db(), due)]);
    expect(turned.flat()).toHaveLength(1);
  });
});

describe('a change of pages', () => {
  test('that fails leaves neither rows nor invalidations', async () => {
    const count = async () =>
      (
        await db().execute<{ last: number }>(
          sql`select coalesce(max(sequence), 0)::int as last from cache_invalidations`,
        )
      )[0];
    const before = await count();
    const failing = changePages(db(), async (tx, touch) => {
      await tx.insert(redirects).values({ path: '/x', target: '/y/' });
      touch(['redirects']);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await db().$count(redirects)).toBe(0);
    expect(await count()).toEqual(before);
  });

  test('is a transaction of its own: nobody could know of it inside another', async () => {
    const nested = db().transaction((tx) => changePages(tx, async () => undefined));
    await expect(nested).rejects.toThrow('transaction of its own');
  });
});
