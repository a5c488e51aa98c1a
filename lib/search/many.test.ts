// More than can be counted: the newest months are looked at, and that is said.
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
/** Postgres makes something of beginnings of words only where it knows a hundred words. */
const others = Array.from({ length: 150 }, (_, index) => `grain${index}`).join(' ');

beforeAll(async () => {
  for (const year of years)
    for (let index = 0; index < 10; index += 1)
      await createPost(
        buildPost('note', {
          slug: `n-${year}-${index}`,
          body: `${index < 5 ? 'Barley and oats.' : 'Barley.'} ${year < 2023 ? 'Rye.' : ''} ${others}`,
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

test('the newest months, as many as it takes', async () => {
  const { total, since, facets, ids } = await run('q=barley&sort=date', 15);
  expect(total).toEqual({ count: 15, isMore: true });
  expect(since).toEqual({ year: 2024, month: 6 });
  expect(facets.years).toEqual([
    { year: 2024, count: 5 },
    { year: 2025, count: 10 },
  ]);
  expect(facets.tags).toEqual([expect.objectContaining({ slug: 'first', count: 1 })]);
  expect(ids).toHaveLength(15);
});

test('up to a day, the newest before it', async () => {
  const { total, since, facets } = await run('q=barley+to:2023', 15);
  expect({ total, since }).toEqual({
    total: { count: 15, isMore: true },
    since: { year: 2022, month: 6 },
  });
  expect(facets.years).toEqual([
    { year: 2022, count: 5 },
    { year: 2023, count: 10 },
  ]);
});

test('of a year of too many its newest months', async () => {
  const { total, since, facets } = await run('q=barley&year=2021', 5);
  expect({ total, since }).toEqual({
    total: { count: 4, isMore: true },
    since: { year: 2021, month: 7 },
  });
  expect(facets.months.map(({ month }) => month)).toEqual([7, 8, 9, 10]);
});

test.each([
  { name: 'what few have is looked for in all years', params: 'q=oats', most: 25, count: 25 },
  { name: 'what only older ones have', params: 'q=rye', most: 10, count: 20 },
  { name: 'a filter reaches what is older', params: 'q=barley&year=2021', most: 15, count: 10 },
  { name: 'just as many as are looked at', params: 'q=barley', most: 50, count: 50 },
  { name: 'a month of it is counted', params: 'q=barley&year=2021&month=3', most: 0, count: 1 },
  { name: 'days reach it too', params: 'q=barley+to:2021', most: 15, count: 10 },
  { name: 'all from a day on are looked at', params: 'q=barley+from:2022', most: 15, count: 40 },
])('$name', async ({ params, most, count }) => {
  const { total, since } = await run(params, most);
  expect({ total, since }).toEqual({ total: { count, isMore: false }, since: null });
});

test('nothing asked for: the numbers alone', async () => {
  const { total, since, ids } = await run('', 12);
  expect({ total, since, ids }).toEqual({
    total: { count: 12, isMore: true },
    since: { year: 2024, month: 9 },
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
