// Chance itself is tested against its distribution: with 99.9 % of what an even draw gives within
// the bound, and three attempts, an even draw fails once in a thousand million runs.
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { posts } from '../db/schema';
import { getTagsByAnyName } from '../tags/by-any-name';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { findRandomPost } from './random';
import { createPost } from './write';

const { db } = testDatabase();
const candidates = 10;
const draws = 300;

beforeAll(async () => {
  for (let index = 0; index < candidates; index += 1) {
    const tags = index < 5 ? ['every', 'half'] : ['every'];
    await createPost(buildPost('note', { slug: `live-${index}`, tags }), db(), now);
    // Gaps of different width: a draw by the nearest id would favour what stands after a wide one.
    await db().execute(sql`select setval('posts_id_seq', nextval('posts_id_seq') + ${index})`);
  }
  const hidden = { slug: 'draft', status: 'draft' as const, tags: ['every', 'hidden'] };
  await createPost(buildPost('note', hidden), db(), now);
  const later = { slug: 'later', publishedAt: new Date('2126-01-01T00:00:00Z'), tags: ['every'] };
  await createPost(buildPost('note', later), db(), now);
});

/** Pearson's χ² of draws that should fall on each slug alike. */
async function unevenness(slugs: string[], draw: () => Promise<string | undefined>) {
  const counts = new Map(slugs.map((slug) => [slug, 0]));
  for (let index = 0; index < draws; index += 1) {
    const slug = (await draw()) ?? 'nothing';
    expect(slugs).toContain(slug);
    counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  const even = draws / slugs.length;
  return [...counts.values()].reduce((sum, count) => sum + (count - even) ** 2 / even, 0);
}

/** What 99.9 % of even draws stay below, by degrees of freedom. */
const bound = { 4: 18.47, 9: 27.88 };

const live = Array.from({ length: candidates }, (_, index) => `live-${index}`);

async function drawOf(names: string[], count?: number) {
  const tags = (await getTagsByAnyName(names, now, db())) ?? [];
  expect(tags).toHaveLength(names.length);
  // A tag that is said to be on many posts is not listed but guessed at.
  const counted = tags.map((tag) => (count === undefined ? tag : { ...tag, count }));
  return async () => (await findRandomPost(counted, now, db()))?.slug;
}

describe('every public post is as likely as any other', () => {
  test.each([
    { of: 'all', names: [], slugs: live, limit: bound[9] },
    { of: 'a tag', names: ['every'], slugs: live, limit: bound[9] },
    { of: 'a tag on many posts', names: ['every'], count: 6000, slugs: live, limit: bound[9] },
    { of: 'two tags', names: ['every', 'half'], slugs: live.slice(0, 5), limit: bound[4] },
    {
      of: 'two tags on many posts',
      names: ['every', 'half'],
      count: 6000,
      slugs: live.slice(0, 5),
      limit: bound[4],
    },
  ])('of $of', { retry: 2 }, async ({ names, count, slugs, limit }) => {
    expect(await unevenness(slugs, await drawOf(names, count))).toBeLessThan(limit);
  });
});

test('a post among a thousand times as many ids is found', async () => {
  await db().execute(sql`select setval('posts_id_seq', nextval('posts_id_seq') + 2000000)`);
  await createPost(buildPost('note', { slug: 'far', tags: ['far'] }), db(), now);
  const slug = (await findRandomPost([], now, db()))?.slug;
  expect([...live, 'far']).toContain(slug);
  expect(await (await drawOf(['far'], 6000))()).toBe('far');
});

test('a name that only hidden posts have means no tag', async () => {
  expect(await getTagsByAnyName(['hidden'], now, db())).toBeNull();
  expect(await getTagsByAnyName(['every', 'nothing'], now, db())).toBeNull();
});

test('where nothing is public there is nothing', async () => {
  const past = new Date('1990-01-01T00:00:00Z');
  expect(await findRandomPost([], past, db())).toBeNull();
  await db().delete(posts);
  expect(await findRandomPost([], now, db())).toBeNull();
});
