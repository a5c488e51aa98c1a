// The sitemap as a search engine reads it: valid, complete, and every address in it a page.
import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { isPublicState, worldPosts } from '../../lib/testing/world';
import { expect, test } from '../fixtures';

const schema = readFileSync('lib/sitemap/fixture.xsd', 'utf8');

const locations = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url.replaceAll('&amp;', '&'));

test('every page in it is there, and every public post is in it', async ({ request, site }) => {
  const robots = await (await request.get('/robots.txt')).text();
  const [, address = ''] = /^Sitemap: (\S+)$/m.exec(robots) ?? [];
  const index = await (await request.get(address)).text();
  const files = locations(index);
  expect(files).toContain(`${site.baseUrl}/sitemap/2026-01.xml`);
  const texts = await Promise.all(files.map(async (file) => (await request.get(file)).text()));
  for (const contents of [index, ...texts]) {
    const { errors } = await validateXML({
      xml: [{ fileName: 'sitemap.xml', contents }],
      schema: [schema],
    });
    expect(errors.map((error) => error.message)).toEqual([]);
  }
  const pages = texts.flatMap(locations);
  const expected = worldPosts.filter((post) => isPublicState(post.state));
  expect(pages).toEqual(expect.arrayContaining(expected.map((post) => site.baseUrl + post.path)));
  for (const page of pages) {
    const response = await request.get(page, { maxRedirects: 0 });
    expect(response.status(), page).toBe(200);
  }
});

test('an unchanged file answers 304', async ({ request }) => {
  await request.get('/sitemap/tags.xml');
  const { etag = '' } = (await request.get('/sitemap/tags.xml')).headers();
  expect(etag).not.toBe('');
  const again = await request.get('/sitemap/tags.xml', { headers: { 'if-none-match': etag } });
  expect(again.status()).toBe(304);
});

for (const path of ['/sitemap/1999-01.xml', '/sitemap/2026-13.xml', '/sitemap/2026-01-2.xml'])
  test(`${path} is not there`, async ({ request }) => {
    expect((await request.get(path)).status()).toBe(404);
  });

test('an internal path leads to the public one', async ({ request, site }) => {
  const response = await request.get('/r/sitemap/index.xml', { maxRedirects: 0 });
  expect(response.status()).toBe(301);
  const { location = '' } = response.headers();
  expect(new URL(location, site.baseUrl).href).toBe(`${site.baseUrl}/sitemap.xml`);
});
