// Posts and lists as JSON, with what may be asked for besides, and posts as their authors wrote them.
import { parseJsonFeed } from 'feedsmith';
import { parse } from 'yaml';
import { ask } from '../ask';
import { expect, test } from '../fixtures';

test.use({ apart: 'untouched' });

const entry = '/2026/Jan/15/live-entry';

test('a post as JSON is a feed of one', async ({ request, site }) => {
  const response = await request.get(`${entry}.json`);
  expect(response.headers()['content-type']).toBe('application/feed+json; charset=utf-8');
  expect(response.headers()['access-control-allow-origin']).toBe('*');
  const feed = parseJsonFeed(await response.text());
  expect(feed.items).toHaveLength(1);
  expect(feed.items?.[0]).toMatchObject({
    url: `${site.baseUrl}${entry}/`,
    title: 'Entry zqliveentry',
    content_html: '<p>First zqliveentry.</p>\n<p>More of it.</p>',
    tags: ['matrix', 'second'],
  });
});

test('a post as Markdown is its source', async ({ request, site }) => {
  const response = await request.get(`${entry}.md`);
  expect(response.headers()['content-type']).toBe('text/markdown; charset=utf-8');
  const [, matter = '', body = ''] =
    /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(await response.text()) ?? [];
  expect(parse(matter)).toMatchObject({
    title: 'Entry zqliveentry',
    kind: 'entry',
    url: `${site.baseUrl}${entry}/`,
    tags: ['matrix', 'second'],
    series: 'A series of every kind',
  });
  expect(body.trim()).toBe('First zqliveentry.\n\nMore of it.');
});

for (const state of ['draft', 'binned'])
  test(`a post that is ${state} is in no form`, async ({ request }) => {
    for (const form of ['json', 'md'])
      expect((await request.get(`/2026/Jan/15/${state}-note.${form}`)).status()).toBe(404);
  });

test('lists are JSON in pages', async ({ request, site }) => {
  const first = parseJsonFeed(await (await request.get('/json/notes/')).text());
  expect(first.items).toHaveLength(30);
  expect(first.next_url).toBe(`${site.baseUrl}/json/notes/page/2/`);
  const second = await (await request.get('/json/notes/page/2/')).json();
  expect(second._commonplace.previous_url).toBe(`${site.baseUrl}/json/notes/`);
  const month = parseJsonFeed(await (await request.get('/2026/Jan.json')).text());
  expect(month.items?.[0]?.date_published?.startsWith('2026-01-')).toBe(true);
});

test('items have what is asked for besides, in any order of words', async ({ request, site }) => {
  const plain = await (await request.get(`${entry}.json`)).json();
  expect(plain.items[0]).not.toHaveProperty('_commonplace');
  const { items } = await (await request.get(`${entry}.json?_extra=counts,tags,html,text`)).json();
  const [{ _commonplace: extra }] = items;
  expect(extra).toMatchObject({
    kind: 'entry',
    html: expect.stringContaining('First zqliveentry.'),
    text: expect.stringContaining('More of it.'),
    tags: [
      { slug: 'matrix', name: 'matrix', url: `${site.baseUrl}/tags/matrix/` },
      { slug: 'second' },
    ],
    counts: { words: 5, tags: { matrix: 10, second: 10 } },
  });
  expect(extra).not.toHaveProperty('related');
  const again = await (await request.get(`${entry}.json?_extra=html,text,tags,counts`)).json();
  expect(again).toEqual({ ...again, items });
});

test('related posts are links', async ({ request, site }) => {
  const { items } = await (await request.get(`${entry}.json?_extra=related`)).json();
  const { related } = items[0]._commonplace;
  expect(related.length).toBeGreaterThan(0);
  for (const other of related) expect(other.url).toContain(`${site.baseUrl}/2026/Jan/15/`);
});

test('one combination is stored once', async ({ request }) => {
  const cacheOf = async (query: string) =>
    (await request.get(`/json/quotations/?_extra=${query}`)).headers()['x-nextjs-cache'];
  expect(await cacheOf('tags,text')).toBe('MISS');
  expect(await cacheOf('text,tags')).toBe('HIT');
  expect(await cacheOf('text,tags,text')).toBe('HIT');
});

for (const path of [
  '/json/everything/?_extra=body',
  '/json/everything/?_extra=html,body',
  '/json/everything/?_extra=HTML',
  `/json/everything/?_extra=${'html,'.repeat(500)}x`,
  '/atom/everything/?_extra=html',
  `${entry}.md?_extra=html`,
])
  test(`${path.slice(0, 60)} is refused`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(400);
    expect(response.headers()['access-control-allow-origin']).toBe('*');
  });

test('a page takes no notice of it', async ({ request }) => {
  expect((await request.get('/?_extra=anything')).status()).toBe(200);
});

for (const [path, target] of [
  [`${entry}.json/`, `${entry}.json`],
  ['/2026/jan/15/LIVE-entry.json', `${entry}.json`],
  ['/2026/Jan/15/LIVE-entry.md', `${entry}.md`],
  ['/2026/Jan/15/moved.json', '/2026/Jan/15/live-note.json'],
  ['/tags/second+matrix.json?_extra=text', '/tags/matrix+second.json?_extra=text'],
] as const)
  test(`${path} leads to ${target}`, async ({ site }) => {
    const answer = await ask(site.baseUrl, path);
    expect(answer.status).toBe(301);
    expect(new URL(answer.location ?? '', site.baseUrl).href).toBe(site.baseUrl + target);
  });
