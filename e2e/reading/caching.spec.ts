// A page is rendered for its first reader and kept for all others.
import { feedSurfaces, surfaces } from '../../lib/testing/surfaces';
import { expect, test } from '../fixtures';
import { askWhileStale } from '../stale';

for (const surface of [...surfaces, ...feedSurfaces])
  test(`${surface.name} is kept, the same for everybody`, async ({ request, site }) => {
    const get = (cookie?: string) =>
      request.get(surface.path, { headers: cookie === undefined ? {} : { cookie } });
    // From the third on the answer comes without the framework, and nobody can tell.
    const [first, second, third, withCookie] = await askWhileStale(async () => [
      await get(),
      await get(),
      await get(),
      await get('session=somebody'),
    ]);
    for (const response of [second, withCookie])
      expect(headers(response)['x-nextjs-cache']).toBe('HIT');
    for (const response of [second, third, withCookie])
      expect(await response.text()).toBe(await first.text());
    expect(lasting(third)).toEqual(lasting(second));
    for (const response of [first, second, withCookie]) {
      const headers = response.headers();
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['cache-control']).toMatch(/^s-maxage=\d+, stale-while-revalidate=\d+$/);
      expect(headers['content-security-policy']).toContain("object-src 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
    if (site.pageCache === 'own') {
      expect(headers(first)['content-security-policy']).toContain("script-src 'self' 'sha256-");
      const scripts = (await first.text()).match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.every((script) => script.includes('data-keep'))).toBe(true);
    } else expect(headers(first)['content-security-policy']).not.toContain('script-src');
  });

/** Headers that do not change from one answer to the next; what is not stored has no length. */
function lasting(response: { headers(): Record<string, string> }) {
  const { date: _, 'content-length': __, 'transfer-encoding': ___, ...rest } = response.headers();
  return rest;
}

const headers = (response: { headers(): Record<string, string> }) => response.headers();

test('a reader gets no script of the framework', async ({ page, site }) => {
  test.skip(site.pageCache === 'platform', 'The platform leaves them in.');
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  for (const surface of surfaces.filter(({ name }) => name !== 'not found'))
    await page.goto(surface.path);
  expect([...new Set(scripts)]).toEqual([
    expect.stringMatching(/^\/assets\/reader-[0-9a-f]+\.js$/),
  ]);
});

test('an unchanged page answers 304', async ({ request }) => {
  const etag = (await request.get('/about/')).headers().etag ?? '';
  const again = await request.get('/about/', { headers: { 'if-none-match': etag } });
  expect(again.status()).toBe(304);
});

test('the script of the pages is kept for a year under a name of its content', async ({
  request,
}) => {
  const html = await (await request.get('/')).text();
  const address = html.match(/\/assets\/reader-[0-9a-f]+\.js/)?.[0] ?? '';
  const response = await request.get(address);
  expect(response.status()).toBe(200);
  expect(response.headers()['cache-control']).toContain('immutable');
  expect(response.headers()['content-type']).toContain('javascript');
});

test('browsers are told what they may fetch ahead', async ({ request }) => {
  const header = (await request.get('/')).headers()['speculation-rules'];
  expect(header).toBe('"/speculation.json"');
  const rules = await request.get('/speculation.json');
  expect(rules.headers()['content-type']).toContain('application/speculationrules+json');
  expect(Object.keys(await rules.json())).toEqual(['prefetch']);
});
