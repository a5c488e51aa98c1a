// The life of stored pages while something waits for its time.
import { beforeEach, expect, test } from 'vitest';
import { posts } from '../db/schema';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { binPost, unpublishPost } from './change';
import { lifeUntilNextDue, touchedWhenDue } from './next-due';
import { createPost } from './write';

const { db } = testDatabase();

beforeEach(async () => {
  await db().delete(posts);
});

const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const createAt = async (publishedAt: Date, slug = 'kept') =>
  (await createPost(buildPost('note', { publishedAt, slug, tags: ['a'] }), db(), now)).id;
const life = () => lifeUntilNextDue(900, now, db());

test('a page’s life ends when the next post is due, or by itself before', async () => {
  expect(await life()).toBe(900);
  await createAt(inSeconds(3600));
  expect(await life()).toBe(900);
  await createAt(inSeconds(60.2), 'sooner');
  expect(await life()).toBe(61);
});

test('neither what is public nor what was taken back is waited for', async () => {
  await createAt(inSeconds(-60));
  await unpublishPost(await createAt(inSeconds(60), 'taken-back'), db(), { now });
  await binPost(await createAt(inSeconds(60), 'binned'), db(), { now });
  expect(await life()).toBe(900);
});

test('the pages on which a scheduled post will be are told, its own among them', async () => {
  const publishedAt = inSeconds(60);
  const id = await createAt(publishedAt);
  const touched = await touchedWhenDue({ id, status: 'scheduled', publishedAt }, db());
  expect(touched).toEqual(expect.arrayContaining([`post:${id}`, 'stream', 'kind:note']));
  expect(await touchedWhenDue({ id, status: 'draft', publishedAt }, db())).toEqual([]);
});
