// The filters of the author's list as its address says them.
import { describe, expect, test } from 'vitest';
import {
  type AuthorFilter,
  filterQuery,
  filterWords,
  isNarrowed,
  parseFilter,
  parsePlace,
  placeQuery,
} from './author-filter';

const nothing: AuthorFilter = {
  status: null,
  kind: null,
  tag: null,
  author: 'all',
  text: '',
  search: '',
  isRemoved: false,
  sort: 'changed',
};

describe('a query as a filter', () => {
  test.each([
    { name: 'nothing', query: {}, filter: {} },
    { name: 'a status', query: { status: 'draft' }, filter: { status: 'draft' } },
    {
      name: 'what waits, by its time',
      query: { status: 'scheduled' },
      filter: { status: 'scheduled', sort: 'published' },
    },
    { name: 'a kind', query: { kind: 'blogmark' }, filter: { kind: 'blogmark' } },
    { name: 'a tag as written', query: { tag: ' C++ ' }, filter: { tag: 'cpp' } },
    { name: 'text', query: { q: '  some words ' }, filter: { text: 'some words' } },
    {
      name: 'a search of readers, in its one form',
      query: { search: 'year=2024&q=+python&page=3&sort=date&nonsense=1' },
      filter: { search: 'q=python&year=2024' },
    },
    { name: 'what was removed', query: { removed: 'yes' }, filter: { isRemoved: true } },
    { name: 'a sort', query: { sort: 'title' }, filter: { sort: 'title' } },
    { name: 'the first of several', query: { kind: ['note', 'beat'] }, filter: { kind: 'note' } },
    {
      name: 'nonsense as nothing',
      query: { status: 'gone', kind: 'x', tag: '///', author: 'you', sort: '1', q: '\0' },
      filter: {},
    },
  ])('$name', ({ query, filter }) => {
    expect(parseFilter(query, 'owner')).toEqual({ ...nothing, ...filter });
  });

  test('authors see their own first, and may ask for all', () => {
    expect(parseFilter({}, 'author').author).toBe('mine');
    expect(parseFilter({ author: 'all' }, 'author').author).toBe('all');
  });
});

test.each([
  {},
  { status: 'draft' as const, kind: 'note' as const, tag: 'cpp', text: 'a b' },
  { search: 'q=full+text&tag=ai' },
  { status: 'scheduled' as const, sort: 'title' as const, isRemoved: true },
  { author: 'mine' as const, sort: 'published' as const },
])('a filter comes back from its query: %o', (over) => {
  const filter = { ...nothing, ...over };
  for (const role of ['owner', 'author'] as const) {
    const query = filterQuery(filter, role);
    const given = Object.fromEntries(
      Object.entries(query).map(([key, value]) => [key, value ?? undefined]),
    );
    expect(parseFilter(given, role)).toEqual(filter);
  }
});

test('a filter is narrowed by anything but its status', () => {
  expect(isNarrowed({ ...nothing, status: 'draft' }, 'owner')).toBe(false);
  expect(isNarrowed({ ...nothing, text: 'a' }, 'owner')).toBe(true);
  expect(isNarrowed({ ...nothing, author: 'mine' }, 'author')).toBe(false);
  expect(isNarrowed({ ...nothing, author: 'mine' }, 'owner')).toBe(true);
});

test.each([
  { text: 'two words', words: ['two', 'words'] },
  { text: 'https://www.example.org/a?b=c', words: ['example.org/a?b=c'] },
  { text: 'http://localhost:3000/2026/Jan/5/a-slug/', words: ['a-slug'] },
  { text: '/2026/Jan/5/a-slug', words: ['a-slug'] },
  { text: '& - %', words: [] },
  { text: '日本', words: ['日本'] },
  { text: '1 2 3 4 5 6 7 8 9', words: ['1', '2', '3', '4', '5', '6', '7', '8'] },
])('the words of $text', ({ text, words }) => {
  expect(filterWords(text)).toEqual(words);
});

describe('a place', () => {
  test.each([
    { side: 'after' as const, key: '2026-01-05T10:00:00.123456Z', id: 12 },
    { side: 'before' as const, key: ' a title with a . in it', id: 3 },
    { side: 'after' as const, key: '', id: 1 },
  ])('comes back from its query: $key', (place) => {
    expect(parsePlace(placeQuery(place))).toEqual(place);
  });

  test.each([{}, { after: 'x' }, { after: '99999999999.a' }, { before: `1.${'a'.repeat(81)}` }])(
    'that none can be is none: %o',
    (query) => {
      expect(parsePlace(query)).toBeNull();
    },
  );
});
