// Feeds as readers fetch them: found, understood, kept, answered with 304, and led to from wherever
// a weblog may have them.
import { parseAtomFeed } from 'feedsmith';
import { ask } from '../ask';
import { expect, test } from '../fixtures';

test.use({ apart: 'untouched' });

const types = {
  '/atom/everything/': 'application/atom+xml; charset=utf-8',
  '/json/everything/': 'application/feed+json; charset=utf-8',
  '/rss/everything/': 'application/rss+xml; charset=utf-8',
  '/feed.json': 'application/feed+json; charset=utf-8',
  '/tags/matrix.atom': 'application/atom+xml; charset=utf-8',
  '/tags/matrix+second.json': 'application/feed+json; charset=utf-8',
  '/series/matrix-series.rss': 'application/rss+xml; charset=utf-8',
};

for (const [path, type] of Object.entries(types))
  test(`${path} says what it is, to anybody`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toBe(type);
    expect(response.headers()['access-control-allow-origin']).toBe('*');
    expect(response.headers()['set-cookie']).toBeUndefined();
  });

for (const path of ['/atom/everything/', '/json/entries/', '/tags/matrix.rss'])
  test(`${path} is sent once to who keeps it`, async ({ request }) => {
    const first = await request.get(path);
    const { etag = '', 'last-modified': modified = '' } = first.headers();
    expect(etag).toMatch(/^"[\w-]+"$/);
    // The answers to these three are Next's of a stored feed, then the front door's.
    for (let turn = 0; turn < 3; turn += 1) {
      const headers = { 'if-none-match': etag, 'if-modified-since': modified };
      const again = await request.get(path, { headers });
      expect(again.status()).toBe(304);
      expect(again.headers().etag).toBe(etag);
      expect(again.headers()['access-control-allow-origin']).toBe('*');
      expect((await again.body()).length).toBe(0);
      const since = await request.get(path, { headers: { 'if-modified-since': modified } });
      expect(since.status()).toBe(304);
      const other = await request.get(path, { headers: { 'if-none-match': '"other"' } });
      expect(other.status()).toBe(200);
    }
  });

const elsewhere: Record<string, string> = {
  '/feed/': '/atom/everything/',
  '/feed': '/atom/everything/',
  '/feed.xml': '/atom/everything/',
  '/atom.xml': '/atom/everything/',
  '/index.xml': '/atom/everything/',
  '/rss/': '/rss/everything/',
  '/rss.xml': '/rss/everything/',
  '/atom/everything': '/atom/everything/',
  '/Atom/Links/': '/atom/links/',
  '/atom/everything/?page=2': '/atom/everything/page/2/',
  '/tags/Matrix.atom': '/tags/matrix.atom',
  '/tags/second+matrix.json': '/tags/matrix+second.json',
  '/tags/matrix.atom/': '/tags/matrix.atom',
  '/tags/oldmatrix.atom': '/tags/matrix.atom',
  '/tags/oldmatrix+second.rss': '/tags/matrix+second.rss',
  '/tags/matrix/feed/': '/tags/matrix.atom',
  '/series/Matrix-Series.atom': '/series/matrix-series.atom',
  '/r/feed/none/1/atom/everything/': '/atom/everything/',
};

for (const [path, target] of Object.entries(elsewhere))
  test(`${path} leads to ${target} in one hop`, async ({ site }) => {
    for (let turn = 0; turn < 3; turn += 1) {
      const answer = await ask(site.baseUrl, path);
      expect(answer.status).toBe(301);
      expect(answer.locations).toBe(1);
      expect(new URL(answer.location ?? '', site.baseUrl).href).toBe(site.baseUrl + target);
    }
    expect((await ask(site.baseUrl, target)).status).toBe(200);
  });

for (const path of [
  '/atom/nothing/',
  '/atom/beats/nothing/',
  '/atom/everything/page/99/',
  '/atom/everything/page/100000/',
  '/tags/nothing.atom',
  '/tags/unused.json',
  '/tags/filler+matrix.atom',
  '/series/nothing.rss',
  '/1999/Jan.json',
  '/2026/Feb/30.json',
])
  test(`${path} is a 404`, async ({ request }) => {
    expect((await request.get(path)).status()).toBe(404);
    expect((await request.get(path)).status()).toBe(404);
  });

test('another site’s script may ask first', async ({ site }) => {
  const headers = {
    origin: 'https://reader.example',
    'access-control-request-method': 'GET',
    'access-control-request-headers': 'if-none-match',
  };
  const response = await fetch(`${site.baseUrl}/atom/everything/`, { method: 'OPTIONS', headers });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-allow-headers')).toContain('If-None-Match');
});

test('addresses are those of the site, under whatever name it is asked', async ({ site }) => {
  const { body } = await ask(site.baseUrl, '/atom/entries/', { host: 'evil.example' });
  expect(body).toContain(`href="${site.baseUrl}/atom/entries/"`);
  expect(body).not.toContain('evil.example');
});

test('pages of the feed of notes hold each note once', async ({ request, site }) => {
  const ids: string[] = [];
  const take = async (path: string): Promise<void> => {
    const { entries = [], links = [] } = parseAtomFeed(await (await request.get(path)).text());
    ids.push(...entries.map((entry) => entry.id ?? ''));
    const next = links.find((link) => link.rel === 'next')?.href;
    if (next) await take(next.replace(site.baseUrl, ''));
  };
  await take('/atom/notes/');
  expect(ids.length).toBeGreaterThan(40);
  expect(new Set(ids).size).toBe(ids.length);
});

for (const [path, feeds] of [
  ['/', ['/atom/everything/']],
  ['/entries/', ['/atom/entries/', '/atom/everything/']],
  ['/elsewhere/release/', ['/atom/beats/release/', '/atom/everything/']],
  ['/tags/matrix+second/', ['/tags/matrix+second.atom', '/atom/everything/']],
  ['/series/matrix-series/', ['/series/matrix-series.atom', '/atom/everything/']],
  ['/about/', ['/atom/everything/']],
  ['/nowhere/', ['/atom/everything/']],
] as const)
  test(`${path} names its feeds`, async ({ page, site }) => {
    await page.goto(path);
    const found = page.locator('link[rel=alternate][type="application/atom+xml"]');
    const hrefs = await found.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href')),
    );
    expect(hrefs).toEqual(feeds.map((feed) => site.baseUrl + feed));
  });
