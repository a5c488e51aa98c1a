// One address a page: whatever else means it answers one permanent redirect straight there.
import { formerHost } from '../../lib/testing/world';
import { ask } from '../ask';
import { expect, test } from '../fixtures';

/** The path of a Location header, which may be absolute. */
const pathOf = (location: string | undefined, baseUrl: string) => location?.replace(baseUrl, '');

const entry = '/2026/Jan/15/live-entry/';

const redirects = [
  { from: '/2026', to: '/2026/' },
  { from: '/2026/jan/', to: '/2026/Jan/' },
  { from: '/2026/JAN/15', to: '/2026/Jan/15/' },
  { from: '/2026/Jan/015/', to: null },
  { from: '/2026/01/15/live-entry', to: entry },
  { from: '/2026/Jan/15/live-entry', to: entry },
  { from: '/2026/Jan/15/LIVE-Entry/', to: entry },
  { from: '/2026/jan/15/LIVE-Entry?x=1', to: `${entry}?x=1` },
  { from: '//2026//Jan//15//', to: '/2026/Jan/15/' },
  { from: '/archive/2026/01/15/live-entry', to: entry },
  { from: '/page/1/', to: '/' },
  { from: '/?page=2', to: '/page/2/' },
  { from: '/?page=2&utm_source=x', to: '/page/2/?utm_source=x' },
  { from: '/?page=nonsense', to: '/' },
  { from: '/notes/?page=2', to: '/notes/page/2/' },
  { from: '/notes/page/1/', to: '/notes/' },
  { from: '/Notes', to: '/notes/' },
  { from: '/elsewhere/Release', to: '/elsewhere/release/' },
  { from: '/tag/matrix', to: '/tags/matrix/' },
  { from: '/tags/MATRIX/', to: '/tags/matrix/' },
  { from: '/tags/second+matrix/', to: '/tags/matrix+second/' },
  { from: '/tags/matrix%2Bsecond/', to: '/tags/matrix+second/' },
  { from: '/tags/matrix+matrix/', to: '/tags/matrix/' },
  { from: '/tags/Second+matrix+MATRIX', to: '/tags/matrix+second/' },
  { from: '/tags/oldmatrix/', to: '/tags/matrix/' },
  { from: '/tags/OldMatrix', to: '/tags/matrix/' },
  { from: '/tags/oldmatrix+second/', to: '/tags/matrix+second/' },
  { from: '/tags/second+oldmatrix/', to: '/tags/matrix+second/' },
  { from: '/tags/zzz+aaa/', to: null },
  { from: '/tags/c++/', to: '/tags/matrix/' },
  { from: '/tags/c%2B%2B', to: '/tags/matrix/' },
  { from: '/tags/renamed/', to: '/tags/matrix/' },
  { from: '/series/Matrix-Series', to: '/series/matrix-series/' },
  { from: '/moved', to: entry },
  { from: '/moved/', to: entry },
  { from: '/moved?utm=1', to: entry },
  { from: '/2026/Jan/15/moved/', to: '/2026/Jan/15/live-note/' },
  { from: '/2026/jan/15/moved', to: '/2026/Jan/15/live-note/' },
  { from: '/elsewhere-entirely/', to: 'https://example.com/there/' },
  // The world's posts of a kind are numbered as they were made: live, draft, scheduled, binned, due.
  { from: '/e/1', to: entry },
  { from: '/e/1/?x=1', to: `${entry}?x=1` },
  { from: '/E/5/', to: '/2026/Jan/15/due-entry/' },
  { from: '/b/1/', to: '/2026/Jan/15/live-blogmark/' },
  { from: '/q/1/', to: '/2026/Jan/15/live-quotation/' },
  { from: '/n/41/', to: '/2026/Jan/15/live-note/' },
  { from: '/beat/1/', to: '/2026/Jan/15/live-beat/' },
  { from: '/e/2/', to: null },
  { from: '/e/3/', to: null },
  { from: '/e/4/', to: null },
  { from: '/r/year/2026/', to: '/2026/' },
  { from: '/r/post/2026/Jan/15/live-entry/', to: entry },
  { from: '/r/tag/matrix/1/', to: '/tags/matrix/' },
  { from: '/r/stream/2/', to: '/page/2/' },
];

for (const { from, to } of redirects)
  test(`${from} leads to ${to ?? 'a 404'} in one hop`, async ({ site }) => {
    // Twice: from the render and from the cache.
    for (const _ of [1, 2]) {
      const answer = await ask(site.baseUrl, from);
      if (to === null) {
        expect(answer.status).toBe(404);
        continue;
      }
      expect([301, 308]).toContain(answer.status);
      expect(pathOf(answer.location, site.baseUrl)).toBe(to);
      // The framework doubles the header on a first answer; our page cache does not.
      if (site.pageCache === 'own') expect(answer.locations).toBe(1);
      if (to.startsWith('/')) expect((await ask(site.baseUrl, to)).status).toBe(200);
    }
  });

test('a live page wins over a redirect row', async ({ site }) => {
  expect((await ask(site.baseUrl, '/2026/Jan/15/live-note/')).status).toBe(200);
});

const former = [
  { host: formerHost, from: '/post/1', to: entry },
  { host: formerHost, from: '/post/1/?x=1', to: entry },
  { host: formerHost.toUpperCase(), from: '/post/1', to: entry },
  { host: formerHost, from: '/Other/Page?x=1', to: 'https://example.com/archive/Other/Page?x=1' },
  { host: formerHost, from: '/', to: 'https://example.com/archive/' },
  { host: `${formerHost}:80`, from: '/post/1', to: entry },
  { host: `${formerHost}.`, from: '/post/1', to: entry },
  { host: `${formerHost}.:3500`, from: '/a?x=1', to: 'https://example.com/archive/a?x=1' },
  { host: 'www.old.example.org:3500', from: '/page/2', to: '/page/2/' },
  { host: 'www.old.example.org:3500', from: '/?page=2', to: '/page/2/' },
  { host: 'www.old.example.org', from: '/?x=1', to: '/?x=1' },
  { host: 'www.old.example.org', from: '/2026/jan/15/LIVE-entry', to: entry },
  { host: 'www.old.example.org', from: '/2026/jan/15', to: '/2026/Jan/15/' },
  { host: 'www.old.example.org', from: '/tags/oldmatrix/', to: '/tags/matrix/' },
  { host: 'www.old.example.org', from: '/2026/Jan/15/live-entry/', to: entry },
];

for (const { host, from, to } of former)
  test(`${host}${from} leads to ${to}`, async ({ site }) => {
    const answer = await ask(site.baseUrl, from, { host });
    expect(answer.status).toBe(301);
    expect(answer.locations).toBe(1);
    expect(answer.location).toBe(new URL(to, site.baseUrl).href);
  });

test('any other host is served as it comes', async ({ site }) => {
  const answer = await ask(site.baseUrl, '/', { host: 'whatever.example' });
  expect(answer.status).toBe(200);
  expect(answer.body).toContain(`rel="canonical" href="${site.baseUrl}/"`);
});
