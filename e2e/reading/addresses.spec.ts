// One address a page: whatever else means it answers one permanent redirect straight there.
import { request as nodeRequest } from 'node:http';
import { formerHost } from '../../lib/testing/world';
import { expect, test } from '../fixtures';

type Answer = { status: number; location: string | undefined; locations: number; body: string };

/** Asks without following redirects, and sees each header as it was sent. */
function ask(
  baseUrl: string,
  path: string,
  { host, method = 'GET' }: { host?: string; method?: string } = {},
): Promise<Answer> {
  const { port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const request = nodeRequest(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: host ? { host } : { host: new URL(baseUrl).host },
      },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('end', () => {
          const names = response.rawHeaders.filter((_, index) => index % 2 === 0);
          const locations = names.filter((name) => name.toLowerCase() === 'location').length;
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location,
            locations,
            body,
          });
        });
      },
    );
    request.on('error', reject);
    request.end();
  });
}

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
  { host: 'www.old.example.org', from: '/2026/jan/15', to: '/2026/Jan/15/' },
  { host: 'www.old.example.org', from: '/tags/oldmatrix/', to: '/tags/matrix/' },
  { host: 'www.old.example.org', from: '/2026/Jan/15/live-entry/', to: entry },
];

for (const { host, from, to } of former)
  test(`${host}${from} leads to ${to}`, async ({ site }) => {
    const answer = await ask(site.baseUrl, from, { host });
    expect(answer.status).toBe(301);
    expect(answer.locations).toBe(1);
    expect(pathOf(answer.location, site.baseUrl)).toBe(to);
  });

test('any other host is served as it comes', async ({ site }) => {
  const answer = await ask(site.baseUrl, '/', { host: 'whatever.example' });
  expect(answer.status).toBe(200);
  expect(answer.body).toContain(`rel="canonical" href="${site.baseUrl}/"`);
});

const nowhere = [
  '/nowhere/',
  '/wp-login.php',
  '/.env',
  '/0000/',
  '/1999/',
  '/9999/',
  '/2026/Foo/',
  '/2026/Feb/',
  '/2026/Feb/30/',
  '/2026/Jan/1/',
  '/2026/Jan/32/',
  '/2026/Jan/15/nothing-here/',
  '/2026/Jan/15/live-entry/more/',
  '/page/0/',
  '/page/99/',
  '/page/101/',
  '/page/99999999999999999999/',
  '/notes/page/50/',
  '/notes/page/201/',
  '/2026/Jan/page/9/',
  '/elsewhere/nothing/',
  '/tags/nothing/',
  '/tags/matrix+nothing/',
  '/tags/filler+matrix/',
  '/tags/a+b+c+d+e+f/',
  '/tags/matrix/page/2/',
  '/series/nothing/',
  '/about/us/',
  '/r/',
  '/r/nothing/',
  '/former-host/',
  '/%00/',
  '/tags/%00/',
  '/%E0%A4%A/',
  '/tags/%E0%A4%A/',
  '/%25%25%25%25/',
  `/${'a'.repeat(4000)}/`,
  `/2026/Jan/15/${'a'.repeat(65)}/`,
  '/2026/Jan/15/a%2Fb/',
  '/..%2f..%2fetc/passwd',
  '/<script>alert(1)</script>/',
  '/日本語/',
];

for (const path of nowhere)
  test(`${path.slice(0, 60)} is a plain 404`, async ({ site }) => {
    const answer = await ask(site.baseUrl, encodeURI(path).replaceAll('%25', '%'));
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('alert(1)');
    if (answer.status === 404 && site.pageCache === 'own')
      expect(answer.body).toContain('Nothing here');
  });

test('a 404 offers what lies near', async ({ site }) => {
  const day = await ask(site.baseUrl, '/2026/Jan/14/');
  expect(day.body).toContain('Monday, 29th December 2025'.replace('Monday, 29th', 'Sunday, 28th'));
  expect(day.body).toContain('Thursday, 15th January 2026');
  const intersection = await ask(site.baseUrl, '/tags/filler+matrix/');
  expect(intersection.body).toContain('href="/tags/filler/"');
  expect(intersection.body).toContain('href="/tags/matrix/"');
});

for (const method of ['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
  test(`${method} is no error of ours`, async ({ site }) => {
    for (const path of ['/', entry, '/tags/', '/nowhere/', '/2026', '/assets/none.js'])
      expect((await ask(site.baseUrl, path, { method })).status, `${method} ${path}`).toBeLessThan(
        500,
      );
  });

test('odd queries change nothing', async ({ site }) => {
  for (const query of ['?', '?a=1&a=2', '?%', '?%00', '?_rsc=abc', `?x=${'y'.repeat(5000)}`])
    expect((await ask(site.baseUrl, `${entry}${query}`)).status, query.slice(0, 20)).toBe(200);
});
