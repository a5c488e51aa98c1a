import { expect, test } from 'vitest';
import { parseAddress } from '../urls';
import { alternateLinks } from './discovery';

const site = { siteUrl: 'https://weblog.example.org', siteTitle: 'A weblog' };

test.each([
  { path: '/', links: ['/atom/everything/', '/json/everything/'] },
  { path: '/page/3/', links: ['/atom/everything/', '/json/everything/'] },
  { path: '/blogmarks/page/2/', links: ['/atom/links/', '/json/links/', '/atom/everything/'] },
  { path: '/tags/a+b/', links: ['/tags/a+b.atom', '/tags/a+b.json', '/atom/everything/'] },
  { path: '/series/s/', links: ['/series/s.atom', '/series/s.json', '/atom/everything/'] },
  { path: '/2026/Jan/', links: ['/2026/Jan.json', '/atom/everything/'] },
  { path: '/2026/', links: ['/atom/everything/'] },
  {
    path: '/2026/Jan/5/slug/',
    links: ['/2026/Jan/5/slug.json', '/2026/Jan/5/slug.md', '/atom/everything/'],
  },
])('$path names its other forms', ({ path, links }) => {
  const address = parseAddress(path);
  if (address === null || address.page === 'feed') throw new Error(`${path} is no page.`);
  const found = alternateLinks({ ...site, address, name: 'Name' });
  expect(found.map(({ url }) => url.replace(site.siteUrl, ''))).toEqual(links);
});

test('a page that is not there names the feed of the site', () => {
  expect(alternateLinks({ ...site, address: null })).toMatchObject([
    { type: 'application/atom+xml', title: 'A weblog' },
    { type: 'application/feed+json', title: 'A weblog' },
  ]);
});

test('one post is no feed to subscribe to', () => {
  const address = parseAddress('/2026/Jan/5/slug/');
  if (address === null || address.page === 'feed') throw new Error('A post has a page.');
  const types = alternateLinks({ ...site, address, name: 'A post' }).map(({ type }) => type);
  expect(types).toEqual(['application/json', 'text/markdown', 'application/atom+xml']);
});
