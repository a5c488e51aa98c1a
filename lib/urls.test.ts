import { describe, expect, test } from 'vitest';
import { type Address, addressPath, canonicalTagSegment, parseAddress, urls } from './urls';

const canonical: { path: string; address: Address }[] = [
  { path: '/', address: { page: 'stream', number: 1 } },
  { path: '/page/2/', address: { page: 'stream', number: 2 } },
  { path: '/2026/', address: { page: 'year', year: 2026 } },
  { path: '/0099/', address: { page: 'year', year: 99 } },
  { path: '/2026/Jan/', address: { page: 'month', year: 2026, month: 1, number: 1 } },
  { path: '/2026/Sep/page/3/', address: { page: 'month', year: 2026, month: 9, number: 3 } },
  { path: '/2026/Jan/5/', address: { page: 'day', day: '2026-01-05' } },
  {
    path: '/2024/Feb/29/webStandards/',
    address: { page: 'post', day: '2024-02-29', slug: 'webStandards' },
  },
  { path: '/entries/', address: { page: 'kind', kind: 'entry', number: 1 } },
  { path: '/blogmarks/page/2/', address: { page: 'kind', kind: 'blogmark', number: 2 } },
  { path: '/quotations/', address: { page: 'kind', kind: 'quotation', number: 1 } },
  { path: '/notes/', address: { page: 'kind', kind: 'note', number: 1 } },
  { path: '/elsewhere/', address: { page: 'kind', kind: 'beat', number: 1 } },
  {
    path: '/elsewhere/til_update/page/2/',
    address: { page: 'beats', type: 'til_update', number: 2 },
  },
  { path: '/tags/', address: { page: 'tags' } },
  { path: '/tags/python/', address: { page: 'tag', slugs: ['python'], number: 1 } },
  {
    path: '/tags/ai+llms+python/page/2/',
    address: { page: 'tag', slugs: ['ai', 'llms', 'python'], number: 2 },
  },
  { path: '/tags/caf%C3%A9/', address: { page: 'tag', slugs: ['café'], number: 1 } },
  { path: '/series/', address: { page: 'series-index' } },
  { path: '/series/using-llms/', address: { page: 'series', slug: 'using-llms', number: 1 } },
  { path: '/about/', address: { page: 'about' } },
  {
    path: '/atom/everything/',
    address: { page: 'feed', format: 'atom', of: { page: 'stream', number: 1 } },
  },
  {
    path: '/json/everything/page/600/',
    address: { page: 'feed', format: 'json', of: { page: 'stream', number: 600 } },
  },
  {
    path: '/rss/links/',
    address: { page: 'feed', format: 'rss', of: { page: 'kind', kind: 'blogmark', number: 1 } },
  },
  {
    path: '/atom/beats/page/2/',
    address: { page: 'feed', format: 'atom', of: { page: 'kind', kind: 'beat', number: 2 } },
  },
  {
    path: '/atom/beats/til/page/2/',
    address: { page: 'feed', format: 'atom', of: { page: 'beats', type: 'til', number: 2 } },
  },
  {
    path: '/tags/ai+caf%C3%A9.json',
    address: {
      page: 'feed',
      format: 'json',
      of: { page: 'tag', slugs: ['ai', 'café'], number: 1 },
    },
  },
  {
    path: '/tags/ai.atom/page/2/',
    address: { page: 'feed', format: 'atom', of: { page: 'tag', slugs: ['ai'], number: 2 } },
  },
  {
    path: '/series/using-llms.rss',
    address: { page: 'feed', format: 'rss', of: { page: 'series', slug: 'using-llms', number: 1 } },
  },
  {
    path: '/2026/Jan.json',
    address: {
      page: 'feed',
      format: 'json',
      of: { page: 'month', year: 2026, month: 1, number: 1 },
    },
  },
  {
    path: '/2026/Jan/5.json',
    address: { page: 'feed', format: 'json', of: { page: 'day', day: '2026-01-05' } },
  },
  {
    path: '/2026/Jan/5/slug.md',
    address: { page: 'feed', format: 'md', of: { page: 'post', day: '2026-01-05', slug: 'slug' } },
  },
];

describe('canonical addresses', () => {
  test.each(canonical)('$path', ({ path, address }) => {
    expect(addressPath(address)).toBe(path);
    expect(parseAddress(path)).toEqual(address);
  });
});

describe('other ways to write an address', () => {
  test.each([
    { written: '/2026', path: '/2026/' },
    { written: '/2026/jan', path: '/2026/Jan/' },
    { written: '/2026/JAN/05', path: '/2026/Jan/5/' },
    { written: '/2026/01/05/slug', path: '/2026/Jan/5/slug/' },
    { written: '/2026/January/', path: '/2026/Jan/' },
    { written: '//2026//Jan//', path: '/2026/Jan/' },
    { written: '/archive/2003/01/02/slug', path: '/2003/Jan/2/slug/' },
    { written: '/archive/2003/01/02/', path: '/2003/Jan/2/' },
    { written: '/tag/Python', path: '/tags/python/' },
    { written: '/feed/', path: '/atom/everything/' },
    { written: '/feed.xml', path: '/atom/everything/' },
    { written: '/atom.xml', path: '/atom/everything/' },
    { written: '/index.xml', path: '/atom/everything/' },
    { written: '/atom', path: '/atom/everything/' },
    { written: '/rss/', path: '/rss/everything/' },
    { written: '/rss.xml', path: '/rss/everything/' },
    { written: '/feed.json', path: '/json/everything/' },
    { written: '/Atom/Links', path: '/atom/links/' },
    { written: '/blogmarks.rss', path: '/rss/links/' },
    { written: '/tag/Python/feed/', path: '/tags/python.atom' },
    { written: '/tags/Feed', path: '/tags/feed/' },
    { written: '/series/feed', path: '/series/feed/' },
    { written: '/elsewhere/feed', path: '/elsewhere/feed/' },
    { written: '/2026/jan/5/feed', path: '/2026/Jan/5/feed/' },
    { written: '/tags/README.md/', path: '/tags/readme-md/' },
    { written: '/tags/b+A.ATOM/', path: '/tags/a+b.atom' },
    { written: '/tags/b+A.atom/page/2', path: '/tags/a+b.atom/page/2/' },
    { written: '/tags/ai.atom/page/1/', path: '/tags/ai.atom' },
    { written: '/series/S.rss/', path: '/series/s.rss' },
    { written: '/2026/01/05/slug.JSON/', path: '/2026/Jan/5/slug.json' },
    { written: '/tags/Python+AI+python/', path: '/tags/ai+python/' },
    { written: '/tags/b%2Ba/', path: '/tags/a+b/' },
    { written: '/tags/C%23/', path: '/tags/csharp/' },
    { written: '/tags/caf%c3%a9', path: '/tags/caf%C3%A9/' },
    { written: '/tags/CAF%C3%89', path: '/tags/caf%C3%A9/' },
    { written: '/tags/constructor+__proto__', path: '/tags/__proto__+constructor/' },
    {
      written: `/tags/${'a'.repeat(63)}%F0%90%80%80b`,
      path: `/tags/${'a'.repeat(63)}%F0%90%80%80/`,
    },
    { written: '/page/1/', path: '/' },
    { written: '/Entries/page/1', path: '/entries/' },
    { written: '/Elsewhere/TIL/', path: '/elsewhere/til/' },
    { written: '/Series/Using-LLMs', path: '/series/using-llms/' },
  ])('$written means $path', ({ written, path }) => {
    const address = parseAddress(written);
    expect(address && addressPath(address)).toBe(path);
  });

  test.each([
    { written: '/', query: 'page=3', path: '/page/3/' },
    { written: '/tags/python/', query: 'page=1', path: '/tags/python/' },
    { written: '/tags/python/page/2/', query: 'page=4&utm=x', path: '/tags/python/page/4/' },
    { written: '/2026/Jan/', query: 'page=last', path: '/2026/Jan/' },
    { written: '/2026/Jan/5/', query: 'page=2', path: '/2026/Jan/5/' },
  ])('$written?$query means $path', ({ written, query, path }) => {
    const address = parseAddress(written, new URLSearchParams(query));
    expect(address && addressPath(address)).toBe(path);
  });
});

describe('addresses of nothing', () => {
  test.each([
    '/0000/',
    '/2026/Foo/',
    '/2026/13/',
    '/2026/Feb/30/',
    '/2026/Jan/0/',
    '/2026/Jan/5/a.b/',
    '/2026/Jan/5/slug/more/',
    '/20260/',
    '/tags/a+b+c+d+e+f/',
    '/tags/c++/',
    '/tags/a/b/',
    '/about/us/',
    '/entries/x/',
    '/elsewhere/-/',
    '/series/a/b/',
    '/wp-login.php',
    '/%E0%A4%A/',
    '/tags/%00/',
    '/page/0/',
    '/page/-1/',
    '/page/101/',
    '/tags/python/page/201/',
    '/notes/page/999999/',
    '/tags/%FF/',
  ])('%s', (path) => {
    expect(parseAddress(path)).toBeNull();
  });
});

test('links to posts use the day and the slug as stored', () => {
  expect(urls.post({ publishedOn: '2002-06-12', slug: 'webStandards' })).toBe(
    '/2002/Jun/12/webStandards/',
  );
});

describe('canonicalTagSegment', () => {
  test.each([
    { segment: 'python', slugs: ['python'] },
    { segment: 'a+b', slugs: ['a', 'b'] },
    { segment: 'b+a', slugs: null },
    { segment: 'a+a', slugs: null },
    { segment: 'Python', slugs: null },
    { segment: 'a+b+c+d+e+f', slugs: null },
    { segment: 'a b', slugs: null },
  ])('$segment', ({ segment, slugs }) => {
    expect(canonicalTagSegment(segment)).toEqual(slugs);
  });
});
