import { expect, test } from 'vitest';
import { internalSearchPath, searchOfInternalPath } from './internal-path';
import { emptySearch, maxTextLength, parseSearch, searchPath, toParams } from './query';

const canonical = [
  { address: '/search/', query: {} },
  { address: '/search/?q=python', query: { text: 'python', sort: 'relevance' } },
  { address: '/search/?q=full+text', query: { text: 'full text', sort: 'relevance' } },
  {
    address: '/search/?q=%22full+text%22+-mysql+or+a%2Fb%3Fc%23d',
    query: { text: '"full text" -mysql or a/b?c#d', sort: 'relevance' },
  },
  { address: '/search/?q=%E6%97%A5%E6%9C%AC', query: { text: '日本', sort: 'relevance' } },
  { address: '/search/?q=from%3A2024-01-01', query: { text: 'from:2024-01-01' } },
  { address: '/search/?q=%2B%2B', query: { text: '++' } },
  { address: '/search/?type=entry', query: { kind: 'entry' } },
  { address: '/search/?type=beat%3Atil_update', query: { kind: 'beat', beatType: 'til_update' } },
  { address: '/search/?tag=ai&tag=python', query: { tags: ['ai', 'python'] } },
  {
    address: '/search/?tag=ai&exclude.tag=caf%C3%A9&exclude.tag=llms',
    query: { tags: ['ai'], excludedTags: ['café', 'llms'] },
  },
  { address: '/search/?year=2024&month=5', query: { year: 2024, month: 5 } },
  { address: '/search/?year=0099', query: { year: 99 } },
  { address: '/search/?q=python&sort=date', query: { text: 'python', sort: 'date' } },
  { address: '/search/?q=python&page=2', query: { text: 'python', sort: 'relevance', page: 2 } },
  {
    address: '/search/?q=x&type=note&tag=a&exclude.tag=b&year=2024&month=12&sort=date&page=200',
    query: {
      text: 'x',
      kind: 'note',
      tags: ['a'],
      excludedTags: ['b'],
      year: 2024,
      month: 12,
      sort: 'date',
      page: 200,
    },
  },
] as const;

const paramsOf = (address: string) => new URL(address, 'http://this.site').searchParams;

test.each(canonical)('$address is understood, and written so', ({ address, query }) => {
  const parsed = parseSearch(paramsOf(address));
  expect(parsed).toEqual({ query: { ...emptySearch, ...query }, ignored: [] });
  expect(searchPath(parsed.query)).toBe(address);
});

test.each(canonical)('$address survives as an internal path', ({ address }) => {
  const parsed = { ...parseSearch(paramsOf(address)), ignored: ['q', 'other'] as const };
  const path = internalSearchPath({ ...parsed, ignored: [...parsed.ignored] });
  expect(path).toMatch(/^\/r\/search\/[\w/-]+\/$/);
  expect(searchOfInternalPath(path ?? '')).toEqual(parsed);
});

test.each([
  { given: '?q=++python+', becomes: '/search/?q=python' },
  { given: '?q=a%00b%0A%E3%80%80c', becomes: '/search/?q=a+b+c' },
  { given: '?q=cafe%CC%81', becomes: '/search/?q=caf%C3%A9' },
  { given: '?q=%ED%A0%80x', becomes: '/search/?q=%EF%BF%BD%EF%BF%BD%EF%BF%BDx' },
  { given: '?q=&type=&tag=&year=&month=&sort=&page=', becomes: '/search/' },
  { given: '?type=entry&q=x', becomes: '/search/?q=x&type=entry' },
  { given: '?type=BEAT:Release', becomes: '/search/?type=beat%3Arelease' },
  { given: '?type=beat&beat=til', becomes: '/search/?type=beat%3Atil' },
  { given: '?tag=Python&tag=c%2B%2B&tag=python', becomes: '/search/?tag=cpp&tag=python' },
  { given: '?month=05', becomes: '/search/?month=5' },
  { given: '?q=x&sort=relevance&page=1', becomes: '/search/?q=x' },
  { given: '?sort=relevance', becomes: '/search/' },
  { given: '?sort=date', becomes: '/search/' },
  { given: '?q=x&utm_source=y&fbclid=z', becomes: '/search/?q=x' },
])('$given becomes $becomes', ({ given, becomes }) => {
  const { query, ignored } = parseSearch(new URLSearchParams(given));
  expect(ignored).toEqual([]);
  expect(searchPath(query)).toBe(becomes);
});

test.each([
  { given: '?type=nonsense', ignored: ['type'] },
  { given: '?type=entry:til', ignored: ['type'], kept: '/search/?type=entry' },
  { given: '?type=beat:a%20b', ignored: ['type'], kept: '/search/?type=beat' },
  { given: '?type=entry&beat=til', ignored: ['other'], kept: '/search/?type=entry' },
  { given: '?type=constructor', ignored: ['type'] },
  { given: '?type=entry&type=note', ignored: ['type'], kept: '/search/?type=entry' },
  { given: '?tag=%2B%2B', ignored: ['tag'] },
  {
    given: '?tag=a&tag=b&tag=c&tag=d&tag=e&tag=f',
    ignored: ['tag'],
    kept: '/search/?tag=a&tag=b&tag=c&tag=d&tag=e',
  },
  { given: '?exclude.tag=%2F', ignored: ['exclude.tag'] },
  { given: '?year=24', ignored: ['year'] },
  { given: '?year=10000', ignored: ['year'] },
  { given: '?year=0000', ignored: ['year'] },
  { given: '?year=2024abc', ignored: ['year'] },
  { given: '?month=13', ignored: ['month'] },
  { given: '?month=0', ignored: ['month'] },
  { given: '?month=May', ignored: ['month'] },
  { given: '?sort=best', ignored: ['sort'] },
  { given: '?page=0', ignored: ['page'] },
  { given: '?page=-1', ignored: ['page'] },
  { given: '?page=1e3', ignored: ['page'] },
  { given: '?page=9999999', ignored: ['page'] },
  { given: '?colour=red&q=x', ignored: ['other'], kept: '/search/?q=x' },
  { given: '?q=from:2024-02-30+x', ignored: ['q'], kept: '/search/?q=from%3A2024-02-30+x' },
])('$given: $ignored is left out', ({ given, ignored, kept = '/search/' }) => {
  const parsed = parseSearch(new URLSearchParams(given));
  expect(parsed.ignored).toEqual(ignored);
  expect(searchPath(parsed.query)).toBe(kept);
});

test('a text of ten thousand characters is cut, and that is said', () => {
  const { query, ignored } = parseSearch(new URLSearchParams({ q: '𝒳y '.repeat(2500) }));
  expect([...query.text].length).toBeLessThanOrEqual(maxTextLength);
  expect(ignored).toEqual(['q']);
  expect(parseSearch(toParams(query)).query).toEqual(query);
});

test('what no internal path can hold is refused', () => {
  const tag = '日'.repeat(64);
  const tags = ['1', '2', '3', '4', '5'].map((number) => `${tag.slice(1)}${number}`);
  const { query } = parseSearch(toParams({ ...emptySearch, tags }));
  expect(internalSearchPath({ query, ignored: [] })).toBeNull();
});

test.each([
  '/r/search/',
  '/r/search/AAAA/',
  '/r/search/cT14/',
  '/r/search/%00/',
  '/r/searching/',
  '/search/',
])('%s is no internal path of a search', (path) => {
  expect(searchOfInternalPath(path)).toBeNull();
});
