import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { posts, series, settings, tags } from '../db/schema';
import { createPost } from '../posts/write';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { addSamplesOnce, samplePosts } from './add';

const { db } = testDatabase();

afterEach(async () => {
  for (const table of [posts, series, tags]) await db().delete(table);
  await db().delete(settings).where(eq(settings.key, 'samples'));
});

const count = () => db().$count(posts);

describe('the samples of a new site', () => {
  test('are added once, also when several processes want to', async () => {
    const added = await Promise.all([addSamplesOnce(db()), addSamplesOnce(db())]);
    expect(added.sort()).toEqual([false, true]);
    expect(await count()).toBe(samplePosts.length);
  });

  test('do not come back when all posts are deleted', async () => {
    await addSamplesOnce(db());
    await db().delete(posts);
    expect(await addSamplesOnce(db())).toBe(false);
    expect(await count()).toBe(0);
  });

  test('come with the next start after one that failed', async () => {
    await db().insert(series).values({ slug: 'keeping-a-book', title: 'In the way' });
    await expect(addSamplesOnce(db())).rejects.toThrow();
    expect(await count()).toBe(0);
    await db().delete(series);
    expect(await addSamplesOnce(db())).toBe(true);
  });

  test('are never added to a site that had posts', async () => {
    await createPost(buildPost('note'), db());
    expect(await addSamplesOnce(db())).toBe(false);
    await db().delete(posts);
    expect(await addSamplesOnce(db())).toBe(false);
    expect(await count()).toBe(0);
  });
});
