import { expect, test } from 'vitest';
import { parseSearch } from './query';
import { nameIgnored, titleOfSearch } from './titles';

const tag = (slug: string, name: string) => ({ id: 1, slug, name });

test.each([
  { params: '', title: 'Search' },
  { params: 'sort=date', title: 'Search' },
  { params: 'q=full+text', title: '“full text” in posts' },
  { params: 'q=x&type=blogmark', title: '“x” in links' },
  { params: 'q=x&type=beat:til', title: '“x” in TILs' },
  { params: 'type=beat', title: 'Beats' },
  { params: 'type=note&year=2024', title: 'Notes in 2024' },
  { params: 'year=2024&month=5', title: 'Posts in May 2024' },
  { params: 'month=5', title: 'Posts in May of any year' },
  { params: 'tag=cpp&tag=gone', title: 'Posts tagged C++, gone' },
  { params: 'q=x&exclude.tag=cpp', title: '“x” in posts without C++' },
])('$params: $title', ({ params, title }) => {
  const { query } = parseSearch(new URLSearchParams(params));
  const tags = [tag('cpp', 'C++')];
  expect(titleOfSearch({ query, tags, excludedTags: tags, locale: 'en' })).toBe(title);
});

test('what was left out is named', () => {
  expect(nameIgnored([])).toBe('');
  expect(nameIgnored(['year', 'other'])).toBe('the year, a part that means nothing here');
});
