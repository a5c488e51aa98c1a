// What a search finds, on a real Postgres.
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { posts } from '../db/schema';
import type { PostInput } from '../posts/input';
import { createPost } from '../posts/write';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { searches } from '../testing/search';
import { parseSearch } from './query';
import { takeInWords } from './words';

const { db } = testDatabase();
const now = new Date('2026-06-01T12:00:00Z');

const { find, slugs } = searches(db, now);

const add = async (...inputs: PostInput[]) => {
  for (const input of inputs) await createPost(input, db());
};

const on = (day: string) => new Date(`${day}T12:00:00Z`);

beforeAll(async () => {
  await add(
    buildPost('entry', {
      slug: 'orchard',
      title: 'The orchard in winter',
      body: 'Pruning apple trees, and running from the wasps of Überlingen.',
      tags: ['garden', 'C++'],
      publishedAt: on('2024-05-01'),
    }),
    buildPost('entry', {
      slug: 'kitchen',
      title: 'Kitchen notes',
      body: 'What an orchard gives: apple pie, and a crust that runs.',
      tags: ['cooking'],
      publishedAt: on('2025-03-02'),
    }),
    buildPost('entry', {
      slug: 'long',
      title: 'A long walk',
      body: `${'One more step. '.repeat(700)} Then a pangolin.`,
      publishedAt: on('2010-03-02'),
    }),
    buildPost('note', {
      slug: 'tagged-orchard',
      body: 'Nothing but a basket.',
      tags: ['orchard'],
      publishedAt: on('2025-04-01'),
    }),
    buildPost('blogmark', {
      slug: 'node',
      linkTitle: 'Streams in Node.js 22',
      linkUrl: 'https://streams.example.net/x',
      body: 'Backpressure without --experimental-flags.',
      publishedAt: on('2025-12-31'),
    }),
    buildPost('quotation', {
      slug: 'quoted',
      body: 'Simplicity is prerequisite for reliability.',
      source: 'Edsger Dijkstra',
      publishedAt: on('2026-01-01'),
    }),
    buildPost('beat', {
      slug: 'released',
      title: 'basket-weaver 1.2',
      commentary: 'adds wicker',
      publishedAt: on('2026-01-02'),
    }),
    buildPost('note', {
      slug: 'japanese',
      body: '日本語の全文検索について書いた。',
      publishedAt: on('2026-01-03'),
    }),
    buildPost('note', { slug: 'korean', body: '한국어 검색', publishedAt: on('2026-01-04') }),
    buildPost('entry', {
      slug: 'to-be',
      title: 'To be or not to be',
      body: 'A question.',
      publishedAt: on('2026-01-05'),
    }),
    buildPost('entry', { slug: 'hidden', title: 'Hidden orchard', status: 'draft' }),
    buildPost('entry', {
      slug: 'to-come',
      title: 'Orchard to come',
      publishedAt: on('2026-07-01'),
    }),
    buildPost('entry', { slug: 'binned', title: 'Binned orchard', publishedAt: on('2026-01-06') }),
  );
  await db().update(posts).set({ deletedAt: now }).where(eq(posts.slug, 'binned'));
  await takeInWords(db());
});

describe('words', () => {
  test.each([
    {
      name: 'title before tag before text; nothing hidden',
      q: 'orchard',
      found: ['orchard', 'tagged-orchard', 'kitchen'],
    },
    { name: 'another form of a word', q: 'runs apples', found: ['kitchen', 'orchard'] },
    { name: 'accents folded', q: 'uberlingen', found: ['orchard'] },
    { name: 'accents typed', q: 'ÜBERLINGEN', found: ['orchard'] },
    { name: 'the beginning of the last word', q: 'pruning orch', found: ['orchard'] },
    { name: 'more than the stem of the last word', q: 'simplicit', found: ['quoted'] },
    { name: 'only the last word may be begun', q: 'orch pruning', found: [] },
    { name: 'a phrase', q: '"apple pie"', found: ['kitchen'] },
    { name: 'a phrase in another order', q: '"pie apple"', found: [] },
    { name: 'an exclusion', q: 'orchard -pie', found: ['orchard', 'tagged-orchard'] },
    { name: 'nothing but an exclusion', q: '-orchard type', found: [] },
    { name: 'either', q: 'dijkstra or wicker', found: ['quoted', 'released'] },
    {
      name: 'a small word among others',
      q: 'the orchard in',
      found: ['orchard', 'tagged-orchard', 'kitchen'],
    },
    { name: 'a title of small words', q: 'to be or not to be', found: ['to-be'] },
    { name: 'a name with a dot', q: 'node.js', found: ['node'] },
    { name: 'half of it', q: 'node', found: ['node'] },
    { name: 'an option', q: '--experimental-flags', found: ['node'] },
    { name: 'a number', q: '1.2', found: ['released'] },
    { name: 'where a link leads', q: 'streams.example.net', found: ['node'] },
    { name: 'who said it', q: 'dijkstra', found: ['quoted'] },
    { name: 'a tag by its name', q: 'c++ winter', found: ['orchard'] },
    { name: 'Japanese', q: '全文検索', found: ['japanese'] },
    { name: 'two signs of it', q: '日本', found: ['japanese'] },
    { name: 'one sign of it', q: '語', found: ['japanese'] },
    { name: 'signs that are not neighbours', q: '日検', found: [] },
    { name: 'Korean', q: '국어', found: ['korean'] },
    { name: 'punctuation alone', q: '+++', found: [] },
  ])('$name: $q', async ({ q, found }) => {
    expect(await slugs(`q=${encodeURIComponent(q)}`)).toEqual(found);
  });

  test.each([
    { q: 'from:2025-12-31 to:2026-01-01', found: ['quoted', 'node'] },
    { q: 'to:2024', found: ['orchard', 'long'] },
    { q: 'from:2026-01-04', found: ['to-be', 'korean'] },
    { q: 'orchard from:2025', found: ['tagged-orchard', 'kitchen'] },
    { q: 'from:2026-02 to:2026-01', found: [] },
  ])('days, both included: $q', async ({ q, found }) => {
    expect(await slugs(`q=${encodeURIComponent(q)}`)).toEqual(found);
  });

  test('newest first where that is asked for', async () => {
    expect(await slugs('q=orchard&sort=date')).toEqual(['tagged-orchard', 'kitchen', 'orchard']);
  });
});

describe('filters', () => {
  test.each([
    { params: 'type=beat:release', found: ['released'] },
    { params: 'type=beat:til', found: [] },
    { params: 'type=quotation', found: ['quoted'] },
    { params: 'tag=cpp', found: ['orchard'] },
    { params: 'tag=cpp&tag=garden', found: ['orchard'] },
    { params: 'tag=cpp&tag=cooking', found: [] },
    { params: 'tag=nothing', found: [] },
    { params: 'q=orchard&exclude.tag=garden', found: ['tagged-orchard', 'kitchen'] },
    { params: 'exclude.tag=nothing&year=2024', found: ['orchard'] },
    { params: 'year=2025&month=12', found: ['node'] },
    { params: 'month=5', found: ['orchard'] },
    { params: 'year=1999', found: [] },
    { params: '', found: [] },
  ])('$params', async ({ params, found }) => {
    expect(await slugs(params)).toEqual(found);
  });

  test('nothing asked for: everything is counted', async () => {
    const { total, facets } = await find('');
    expect(total).toEqual({ count: 10, isMore: false });
    expect(facets.years).toEqual([
      { year: 2010, count: 1 },
      { year: 2024, count: 1 },
      { year: 2025, count: 3 },
      { year: 2026, count: 5 },
    ]);
    expect(facets.tags).toContainEqual(
      expect.objectContaining({ slug: 'cpp', name: 'C++', count: 1 }),
    );
  });
});

describe('what was found is shown', () => {
  const marked = (pieces: { text: string; isMatch: boolean }[]) =>
    pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text);

  test('with the words marked, in every form', async () => {
    const [kitchen] = (await find('q=runs+apples')).results;
    expect(marked(kitchen?.snippet ?? [])).toEqual(['apple', 'runs']);
    const [orchard] = (await find('q=uberlingen+the+orch')).results;
    expect(marked(orchard?.title ?? [])).toEqual(['The', 'orchard']);
    expect(marked(orchard?.snippet ?? [])).toContain('Überlingen');
    const [japanese] = (await find(`q=${encodeURIComponent('検索')}`)).results;
    expect(marked(japanese?.snippet ?? [])).toEqual(['検索']);
  });

  test('from far on in a long text, where the word stands there alone', async () => {
    const [long] = (await find('q=pangolins')).results;
    expect(marked(long?.snippet ?? [])).toEqual(['pangolin']);
  });

  test('with tags that may be meant', async () => {
    expect((await find('q=orch')).tagsLike.map(({ slug }) => slug)).toEqual(['orchard']);
    expect((await find('q=orch&tag=orchard')).tagsLike).toEqual([]);
  });
});

describe('another spelling', () => {
  test.each([
    { params: 'q=orchrad', becomes: 'q=orchard' },
    { params: 'q=aple+piie', becomes: 'q=apple+pie' },
    { params: 'q=dijsktra', becomes: 'q=dijkstra' },
    { params: 'q=%22aplpe+pie%22+-wasps', becomes: 'q=%22apple+pie%22+-wasps' },
    { params: 'q=orchrad&year=2025', becomes: 'q=orchard&year=2025' },
    {
      params: 'q=Ordhard&type=entry&exclude.tag=cooking',
      becomes: 'q=orchard&type=entry&exclude.tag=cooking',
    },
  ])('$params becomes $becomes', async ({ params, becomes }) => {
    const { suggestion } = await find(params);
    expect(suggestion?.query).toEqual(parseSearch(new URLSearchParams(becomes)).query);
    expect(suggestion?.count).toBe((await find(becomes)).total.count);
  });

  test.each([
    'q=orchrad&year=1999',
    'q=xyzzyqwert',
    'q=orchrad&type=beat',
    'q=hiden+orchardd+draft',
  ])('%s has none that finds anything', async (params) => {
    expect((await find(params)).suggestion).toBeNull();
  });
});
