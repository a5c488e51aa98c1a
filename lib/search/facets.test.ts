// The numbers beside a search agree with plain SQL over the posts themselves, whatever is combined.
import { type SQL, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { postKinds } from '../posts/kinds';
import { createPost } from '../posts/write';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { repeatableChoice } from '../testing/random';
import { searches } from '../testing/search';
import type { Facets } from './facets';
import { narrowed, parseSearch, type SearchQuery, toParams } from './query';

const { db } = testDatabase();
const now = new Date('2026-06-01T12:00:00Z');
const { find } = searches(db, now);

const words = ['brindle', 'calico', 'sorrel', 'dapple', 'roan'];
const tagNames = ['bay', 'chestnut', 'grey', 'piebald', 'skewbald', 'palomino', 'dun'];
const types = ['release', 'til', 'tool'];
const postCount = 240;
const combinations = 200;

beforeAll(async () => {
  const { one, some, chance } = repeatableChoice(7);
  for (let index = 0; index < postCount; index += 1) {
    const day = new Date(
      Date.UTC(one([2023, 2024, 2025, 2026, 2027]), one([0, 1, 4, 11]), 1 + (index % 28), 9),
    );
    const kind = one(postKinds);
    const text = ['Horse', ...some(words)].join(' ');
    const { id } = await createPost(
      {
        ...buildPost(kind),
        ...(kind === 'beat' ? { beatType: one(types), commentary: text } : { body: text }),
        slug: `horse-${index}`,
        publishedAt: day,
        tags: some(tagNames),
        status: chance(0.1) ? 'draft' : 'published',
      },
      db(),
    );
    if (chance(0.05)) await db().execute(sql`update posts set deleted_at = now() where id = ${id}`);
  }
});

/** Some filters of all there are. */
function randomSearch({ one, some, chance }: ReturnType<typeof repeatableChoice>): SearchQuery {
  const params = new URLSearchParams();
  const text = chance(0.6)
    ? [one(words), ...(chance(0.3) ? [`-${one(words)}`] : []), ...(chance(0.2) ? ['horse'] : [])]
    : [];
  if (chance(0.2)) text.push('from:2024-02-15');
  if (chance(0.2)) text.push('to:2025-12-10');
  params.set('q', text.join(' '));
  if (chance(0.4)) params.set('type', chance(0.3) ? `beat:${one(types)}` : one(postKinds));
  for (const tag of some(tagNames).slice(0, chance(0.5) ? 2 : 0)) params.append('tag', tag);
  if (chance(0.3)) params.append('exclude.tag', one(tagNames));
  if (chance(0.4)) params.set('year', one(['2023', '2024', '2025', '2027']));
  if (chance(0.3)) params.set('month', one(['1', '2', '5', '12']));
  return parseSearch(params).query;
}

/** What a post has to meet, in words that search itself does not use. */
function plainCondition({
  text,
  kind,
  beatType,
  tags,
  excludedTags,
  year,
  month,
}: SearchQuery): SQL {
  const hasTag = (slug: string) =>
    sql`exists (select from post_tags pt join tags t on t.id = pt.tag_id where pt.post_id = p.id and t.slug = ${slug})`;
  const conditions = [
    sql`p.status = 'published' and p.deleted_at is null and p.published_at <= ${now.toISOString()}`,
    ...(kind === null ? [] : [sql`p.kind = ${kind}`]),
    ...(beatType === null ? [] : [sql`p.beat_type = ${beatType}`]),
    ...(year === null ? [] : [sql`date_part('year', p.published_on) = ${year}`]),
    ...(month === null ? [] : [sql`date_part('month', p.published_on) = ${month}`]),
    ...tags.map(hasTag),
    ...excludedTags.map((slug) => sql`not ${hasTag(slug)}`),
    ...text
      .split(' ')
      .filter(Boolean)
      .map((word) => {
        if (word.startsWith('from:')) return sql`p.published_on >= ${word.slice(5)}::date`;
        if (word.startsWith('to:')) return sql`p.published_on <= ${word.slice(3)}::date`;
        const holds = sql`p.plain_text ilike ${`%${word.replace('-', '')}%`}`;
        return word.startsWith('-') ? sql`not ${holds}` : holds;
      }),
  ];
  return sql.join(conditions, sql` and `);
}

type Counted = { name: string; count: number };

async function countPlainly(query: SearchQuery) {
  const where = plainCondition(query);
  const by = (name: SQL, from = sql`posts p`): Promise<Counted[]> =>
    db().execute<Counted>(
      sql`select ${name} as name, count(*)::int as count from ${from} where ${where} group by 1 order by 1`,
    );
  return {
    kinds: await by(sql`p.kind || ' ' || coalesce(p.beat_type, '')`),
    years: await by(sql`date_part('year', p.published_on)::text`),
    months: await by(sql`lpad(date_part('month', p.published_on)::text, 2, '0')`),
    tags: (
      await by(
        sql`t.slug`,
        sql`posts p join post_tags pt on pt.post_id = p.id join tags t on t.id = pt.tag_id`,
      )
    ).filter(({ name }) => !query.tags.includes(name)),
  };
}

const sorted = (counts: Counted[]) => [...counts].sort((a, b) => (a.name < b.name ? -1 : 1));

const inPlainForm = ({ kinds, years, months, tags }: Facets) => ({
  kinds: sorted(
    kinds.map(({ kind, beatType, count }) => ({ name: `${kind} ${beatType ?? ''}`, count })),
  ),
  years: years.map(({ year, count }) => ({ name: String(year), count })),
  months: months.map(({ month, count }) => ({ name: String(month).padStart(2, '0'), count })),
  tags: sorted(tags.map(({ slug, count }) => ({ name: slug, count }))),
});

test(`over ${combinations} combinations of filters`, async () => {
  const choice = repeatableChoice(2026);
  let found = 0;
  for (let index = 0; index < combinations; index += 1) {
    const query = randomSearch(choice);
    const params = toParams(query).toString();
    const { facets, total } = await find(params);
    const plain = await countPlainly(query);
    const months = query.year === null ? [] : plain.months;
    expect({ params, ...inPlainForm(facets) }).toEqual({ params, ...plain, months });
    const sum = plain.kinds.reduce((all, { count }) => all + count, 0);
    expect({ params, total }).toEqual({ params, total: { count: sum, isMore: false } });
    if (sum > 0) found += 1;
  }
  // The combinations are such as find something.
  expect(found).toBeGreaterThan(combinations / 3);
}, 120_000);

test('each number is what a search gives that asks for it besides', async () => {
  const { query } = parseSearch(new URLSearchParams('q=horse&year=2024&exclude.tag=bay'));
  const { facets } = await find(toParams(query).toString());
  const totalOf = async (change: Partial<SearchQuery>) =>
    (await find(toParams(narrowed(query, change)).toString())).total.count;
  for (const { kind, beatType, count } of facets.kinds)
    expect(await totalOf({ kind, beatType })).toBe(count);
  for (const { month, count } of facets.months) expect(await totalOf({ month })).toBe(count);
  for (const { slug, count } of facets.tags) expect(await totalOf({ tags: [slug] })).toBe(count);
  expect(facets.tags.length).toBe(tagNames.length - 1);
});

test('pages hold every post once, in the one order', async () => {
  for (const params of ['q=horse', 'q=horse&sort=date', 'q=brindle+horse']) {
    const { total } = await find(params);
    const ids: number[] = [];
    for (let page = 1; page <= Math.ceil(total.count / 30); page += 1)
      ids.push(...(await find(`${params}&page=${page}`)).results.map(({ post }) => post.id));
    expect(new Set(ids).size).toBe(total.count);
    expect(ids.length).toBe(total.count);
  }
});
