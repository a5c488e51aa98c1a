// More than can be counted: whole years from the newest on are looked at, and that is said.
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { createPost } from '../posts/write';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { getSearchPage } from './queries';
import { parseSearch } from './query';
import { countFound, findPage, planSearch } from './run';

const { db } = testDatabase();
const now = new Date('2026-06-01T12:00:00Z');
/** Ten a year. */
const years = [2021, 2022, 2023, 2024, 2025];

beforeAll(async () => {
  for (const year of years)
    for (let index = 0; index < 10; index += 1)
      await createPost(
        buildPost('note', {
          slug: `n-${year}-${index}`,
          body: index < 5 ? 'Barley and oats.' : 'Barley.',
          publishedAt: new Date(Date.UTC(year, index, 3)),
          tags: index === 0 ? ['first'] : [],
        }),
        db(),
      );
  await db().execute(sql`analyze post_search`);
});

async function run(params: string, most: number) {
  const plan = await planSearch(parseSearch(new URLSearchParams(params)).query, now, db(), most);
  return { since: plan.since, ids: await findPage(plan, db()), ...(await countFound(plan, db())) };
}

test('whole years, as many as it takes', async () => {
  const { total, since, facets, ids } = await run('q=barley&sort=date', 15);
  expect(total).toEqual({ count: 15, isMore: true });
  expect(since).toBe(2024);
  expect(facets.years).toEqual([
    { year: 2024, count: 10 },
    { year: 2025, count: 10 },
  ]);
  expect(facets.tags).toEqual([expect.objectContaining({ slug: 'first', count: 2 })]);
  expect(ids).toHaveLength(20);
});

test.each([
  { name: 'what few have is looked for in all years', params: 'q=oats', most: 25, count: 25 },
  { name: 'a filter reaches what is older', params: 'q=barley&year=2021', most: 15, count: 10 },
  { name: 'a year of too many is counted', params: 'q=barley&year=2021', most: 5, count: 10 },
  { name: 'days reach it too', params: 'q=barley+to:2021', most: 15, count: 10 },
])('$name', async ({ params, most, count }) => {
  const { total, since } = await run(params, most);
  expect({ total, since }).toEqual({ total: { count, isMore: false }, since: null });
});

test('nothing asked for: the numbers alone', async () => {
  const { total, since, ids } = await run('', 12);
  expect({ total, since, ids }).toEqual({
    total: { count: 12, isMore: true },
    since: 2024,
    ids: [],
  });
});

test('one that takes too long is given up, and the next one is answered', async () => {
  const { query } = parseSearch(new URLSearchParams('q=barley'));
  await db().transaction(async (tx) => {
    await tx.execute(sql`lock table post_search in access exclusive mode`);
    expect(await getSearchPage(query, now, db(), 100)).toBeNull();
  });
  expect((await getSearchPage(query, now, db()))?.total.count).toBe(50);
});
