// What an owner sets shows on every reading page at the next request, and what is not set leaves no
// trace.
import { openDatabase } from '../../lib/db/client';
import { initialSettings, type Settings } from '../../lib/settings/definition';
import { saveSettings } from '../../lib/settings/write';
import { markupProblems } from '../checks';
import { test as base, expect } from '../fixtures';

type Set = (changes: Partial<Settings>) => Promise<void>;

const test = base.extend<{ set: Set }>({
  set: async ({ site }, use) => {
    base.skip(site.pageCache === 'platform', 'There a dashboard’s action tells the platform.');
    const pool = openDatabase(site.databaseUrl, { max: 2 });
    await use((changes) => saveSettings(changes, pool.database));
    await saveSettings(initialSettings, pool.database);
    await pool.close();
  },
});

// Whole pages are compared: the counts in chips, which may lag, must not move by others' posts.
test.use({ apart: 'owner' });

const paths = ['/', '/2026/', '/2026/Jan/15/live-entry/', '/tags/matrix/', '/nowhere/'];

test('a site that sets nothing is as it was', async ({ request, set }) => {
  const before = await (await request.get('/')).text();
  expect(before).not.toMatch(/rel="me"|custom\.|icon\.[0-9a-f]{16}|data-precedence="owner"/);
  await set({ customCss: 'a{}', accent: '#00f', relMe: ['https://example.org/me'] });
  expect(await (await request.get('/')).text()).not.toBe(before);
  await set(initialSettings);
  expect(await (await request.get('/')).text()).toBe(before);
});

test('a style sheet comes after the site’s own, from a file that never changes', async ({
  page,
  request,
  set,
}) => {
  await set({ customCss: '.site-name a { color: rgb(1, 2, 3) }' });
  const addresses = new Set<string>();
  for (const path of paths) {
    await page.goto(path);
    const name = page.getByRole('banner').getByRole('link').first();
    await expect(name).toHaveCSS('color', 'rgb(1, 2, 3)');
    const sheets = await page
      .locator('link[rel=stylesheet]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(sheets.at(-1)).toMatch(/^\/assets\/custom\.[0-9a-f]{16}\.css$/);
    addresses.add(sheets.at(-1) ?? '');
  }
  const [address = ''] = addresses;
  expect(addresses.size).toBe(1);
  for (const _ of ['made', 'kept']) {
    const { status, headers } = await page.request
      .get(address)
      .then(async (response) => ({ status: response.status(), headers: response.headers() }));
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/css; charset=utf-8');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  }

  await set({ customCss: '.site-name a { color: rgb(4, 5, 6) }' });
  await page.goto('/');
  await expect(page.getByRole('banner').getByRole('link').first()).toHaveCSS(
    'color',
    'rgb(4, 5, 6)',
  );
  const former = await request.get(address, { maxRedirects: 0 });
  expect(former.status()).toBe(307);
  expect(former.headers()['cache-control']).toBe('no-cache');
  await set({ customCss: '' });
  expect((await request.get(address)).status()).toBe(404);
});

test('an accent colours the links of both themes', async ({ page, set }) => {
  const colours = async () => {
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto('/about/');
      const link = page.getByRole('contentinfo').getByRole('link', { name: 'Series' });
      found.push(
        await link.evaluate((element) =>
          getComputedStyle(element).getPropertyValue('--color-link'),
        ),
      );
    }
    return found;
  };
  const before = await colours();
  await set({ accent: 'oklch(0.5 0.2 260)' });
  const after = await colours();
  expect(after).not.toEqual(before);
  expect(after[0]).toContain('260');
});

test('an icon takes the place of the one that comes with Commonplace', async ({
  request,
  page,
  set,
}) => {
  const icons = async () => {
    const html = await (await request.get('/')).text();
    return html.match(/<link rel="icon"[^>]*>/g) ?? [];
  };
  expect(await icons()).toEqual([expect.stringContaining('href="/icon.svg')]);
  await set({ favicon: { kind: 'sign', text: '📚' } });
  expect(await icons()).toEqual([
    expect.stringMatching(/href="\/assets\/icon\.[0-9a-f]{16}\.svg"/),
  ]);
  const address = (await icons())[0]?.match(/\/assets\/[^"]+/)?.[0] ?? '';
  const icon = await page.goto(address);
  expect(icon?.headers()['content-type']).toBe('image/svg+xml');
  expect(icon?.headers()['content-security-policy']).toContain('sandbox');
  await page.goto('/');
});

test('proofs of ownership stand in the head', async ({ page, request, set }) => {
  await set({
    verification: [{ name: 'google-site-verification', content: 'a"b<c' }],
    relMe: ['https://social.example/@me'],
  });
  for (const path of ['/', '/about/']) {
    expect(await markupProblems(await (await request.get(path)).text())).toEqual([]);
    await page.goto(path);
    await expect(page.locator('head meta[name=google-site-verification]')).toHaveAttribute(
      'content',
      'a"b<c',
    );
    await expect(page.locator('link[rel=me]')).toHaveAttribute(
      'href',
      'https://social.example/@me',
    );
  }
});

test('a script that counts visits runs and reports', async ({ page, request, set }) => {
  const policy = async (path: string) =>
    (await request.get(path)).headers()['content-security-policy'];
  const before = await policy('/');
  await set({
    analytics: {
      src: 'https://stats.example.org/count.js',
      attributes: [{ name: 'data-site', value: 'mine' }],
    },
  });
  for (const path of paths)
    for (const _ of ['made', 'kept', 'at the door'])
      expect(await policy(path), path).toBe(
        `${before?.replace(/(script-src [^;]*)/, '$1 https://stats.example.org')}; connect-src 'self' https://stats.example.org`,
      );
  const reports: string[] = [];
  await page.route('https://stats.example.org/**', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname !== '/count.js') reports.push(route.request().postData() ?? '');
    return route.fulfill({
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
      body: `fetch('https://stats.example.org/report', { method: 'POST', body: document.currentScript.dataset.site })`,
    });
  });
  await page.goto('/about/');
  await expect.poll(() => reports).toEqual(['mine']);

  await set({ analytics: null });
  for (const path of paths) expect(await policy(path)).toBe(before);
});
