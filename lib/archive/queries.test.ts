import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { createPost } from '../posts/write';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { countDays, listYears, nearestDays, summariseYear, titlesPerMonth } from './queries';

const { db } = testDatabase();

beforeAll(async () => {
  const days = ['2003-12-31', '2004-02-29', '2004-02-29', '2004-12-31', '2010-06-01'];
  for (const day of days)
    await createPost(buildPost('note', { publishedAt: new Date(`${day}T10:00:00Z`) }), db(), now);
  await createPost(
    buildPost('entry', { title: 'Leap', publishedAt: new Date('2004-02-29T08:00:00Z') }),
    db(),
    now,
  );
  await createPost(
    buildPost('note', { status: 'draft', publishedAt: new Date('2007-01-01T00:00:00Z') }),
    db(),
    now,
  );
  await createPost(buildPost('note', { publishedAt: new Date('2030-01-01T00:00:00Z') }), db(), now);
});

test('years are those with public posts', async () => {
  expect(await listYears(now, db())).toEqual([2003, 2004, 2010]);
});

test('days of a month are counted by kind', async () => {
  expect(await countDays(2004, 2, now, db())).toEqual([
    { day: '2004-02-29', counts: { note: 2, entry: 1 } },
  ]);
  expect(await countDays(2007, 1, now, db())).toEqual([]);
});

test('a year tells its months and the titles of their entries', async () => {
  const months = await summariseYear(2004, now, db());
  expect(
    months.map(({ month, counts, entries }) => [
      month,
      counts,
      entries.map((entry) => entry.displayTitle),
    ]),
  ).toEqual([
    [2, { note: 2, entry: 1 }, ['Leap']],
    [12, { note: 1 }, []],
  ]);
});

test.each([
  { from: '2004-02-29', before: '2004-03-01', earlier: '2003-12-31', later: '2004-12-31' },
  { from: '2004-01-01', before: '2005-01-01', earlier: '2003-12-31', later: '2010-06-01' },
  { from: '2003-12-31', before: '2004-01-01', earlier: null, later: '2004-02-29' },
  { from: '2010-06-01', before: '2010-06-02', earlier: '2004-12-31', later: null },
  { from: '2007-01-01', before: '2007-01-01', earlier: '2004-12-31', later: '2010-06-01' },
])('around $from lie $earlier and $later', async ({ from, before, earlier, later }) => {
  expect(await nearestDays({ from, before }, now, db())).toEqual({ earlier, later });
});

test('a year tells of a busy month the first titles, and how many entries it has', async () => {
  await db().execute(sql`
    insert into posts (kind, number, slug, status, published_at, published_on, title, body,
      renderer_version, display_title, html, excerpt_html, has_more, plain_text, word_count)
    select 'entry', 1000 + i, 'busy-' || i, 'published',
      timestamptz '2011-02-01T00:00Z' + i * interval '1 minute', '2011-02-01', 'Busy', 'Text',
      1, 'Busy', '', '', false, '', 1
    from generate_series(1, ${titlesPerMonth + 9}::int) as i`);
  const [february] = await summariseYear(2011, now, db());
  expect(february).toMatchObject({ month: 2, counts: { entry: titlesPerMonth + 9 } });
  expect(february?.entries).toHaveLength(titlesPerMonth);
  expect(february?.entries.at(-1)?.slug).toBe(`busy-${titlesPerMonth}`);
});
