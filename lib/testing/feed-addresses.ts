// Addresses of feeds and of pages in other formats, written as they are to be and otherwise.
import { feedFormats } from '../feeds/addresses';
import { postKinds } from '../posts/kinds';
import { urls } from '../urls';

export const canonicalFeeds = [
  ...feedFormats.flatMap((format) => [
    urls.feed(format, { page: 'stream', number: 1 }),
    urls.feed(format, { page: 'stream', number: 99_999 }),
    ...postKinds.map((kind) => urls.feed(format, { page: 'kind', kind, number: 1 })),
    urls.feed(format, { page: 'kind', kind: 'beat', number: 2 }),
    urls.feed(format, { page: 'beats', type: 'til_update', number: 1 }),
    urls.feed(format, { page: 'beats', type: 'release', number: 12 }),
    urls.feed(format, { page: 'tag', slugs: ['python'], number: 1 }),
    urls.feed(format, { page: 'tag', slugs: ['a', 'b', 'c', 'd', '日本語'], number: 201 }),
    urls.feed(format, { page: 'series', slug: 'using-llms', number: 1 }),
    urls.feed(format, { page: 'series', slug: 'using-llms', number: 2 }),
  ]),
  '/feed.json',
  urls.feed('json', { page: 'month', year: 2026, month: 1, number: 1 }),
  urls.feed('json', { page: 'month', year: 2026, month: 12, number: 3 }),
  urls.feed('json', { page: 'day', day: '2026-01-31' }),
  urls.feed('json', { page: 'post', day: '2026-01-05', slug: 'webStandards' }),
  urls.feed('md', { page: 'post', day: '2026-01-05', slug: 'x'.repeat(64) }),
];

/** Each stands for a mistake, or for nothing at all. */
export const uncanonicalFeeds = [
  '/atom/everything',
  '/atom/Everything/',
  '/atom/blogmarks/',
  '/atom/entries/page/1/',
  '/atom/entries/page/100000/',
  '/atom/beats/page/',
  '/rss/',
  '/feed/',
  '/feed.xml',
  '/Feed.json',
  '/feed.json/',
  '/entries.atom',
  '/tags/a.atom/',
  '/tags/A.atom',
  '/tags/a.ATOM',
  '/tags/a.xml',
  '/tags/a+.atom',
  '/tags/.atom',
  '/tags/a.atom/page/1/',
  '/tags/a.atom/page/2',
  '/tags/a.b.atom',
  '/series/Using.atom',
  '/series/using.atom/',
  '/2026.json',
  '/2026/Jan.atom',
  '/2026/Jan.json/',
  '/2026/Jan/05.json',
  '/2026/Jan/5.json/',
  '/2026/Jan/5/slug.atom',
  '/2026/Jan/5/slug.json/',
  '/2026/Jan/5/slug.md/',
  '/r/feed/none/1/atom/everything/',
];
