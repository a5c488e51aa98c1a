// How a page introduces itself to those who link or index it.
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { worldPosts } from '../../lib/testing/world';
import { expect, test } from '../fixtures';

const content = (page: Page, name: string) =>
  page.locator(`head meta[property="${name}"], head meta[name="${name}"]`).first();

for (const { kind, path, marker } of worldPosts.filter((post) => post.state === 'live'))
  test(`the page of a post says what it is: ${kind}`, async ({ page, site }) => {
    await page.goto(path);
    const url = site.baseUrl + path;
    await expect(page.locator('head link[rel="canonical"]')).toHaveAttribute('href', url);
    const title = await content(page, 'og:title').getAttribute('content');
    expect(title).toContain(marker);
    await expect(content(page, 'og:type')).toHaveAttribute('content', 'article');
    await expect(content(page, 'og:url')).toHaveAttribute('content', url);
    await expect(content(page, 'og:site_name')).toHaveAttribute('content', 'Commonplace');
    await expect(content(page, 'twitter:card')).toHaveAttribute('content', 'summary_large_image');
    await expect(content(page, 'twitter:title')).toHaveAttribute('content', title ?? '');
    await expect(content(page, 'article:published_time')).toHaveAttribute(
      'content',
      /^2026-01-15T\d\d:01:00\.000Z$/,
    );
    const data = await structuredData(page);
    const image = await content(page, 'og:image').getAttribute('content');
    expect(data).toEqual([
      expect.objectContaining({
        '@type': 'BlogPosting',
        url,
        headline: title,
        image: [image],
        keywords: ['matrix', 'second'],
        datePublished: expect.stringMatching(/^2026-01-15T/),
      }),
      expect.objectContaining({ '@type': 'BreadcrumbList' }),
    ]);
  });

const structuredData = (page: Page) =>
  page
    .locator('script[type="application/ld+json"]')
    .evaluateAll((scripts) =>
      scripts.flatMap((script): unknown[] => [JSON.parse(script.textContent ?? '')].flat()),
    );

test('the front page is the blog’s', async ({ page, site }) => {
  await page.goto('/');
  await expect(content(page, 'og:type')).toHaveAttribute('content', 'website');
  expect(await structuredData(page)).toEqual([
    expect.objectContaining({ '@type': 'Blog', url: `${site.baseUrl}/`, name: 'Commonplace' }),
  ]);
});

for (const path of ['/', '/2026/Jan/15/live-entry/', '/nowhere/', '/sign-in/'])
  test(`${path} says before its style sheet has come that it has two colour schemes`, async ({
    page,
  }) => {
    await page.goto(path);
    await expect(page.locator('head meta[name="color-scheme"]')).toHaveAttribute(
      'content',
      'light dark',
    );
  });

test('a short address is named by its post', async ({ page, site }) => {
  await page.goto('/2026/Jan/15/live-entry/');
  const short = page.locator('head link[rel="shortlink"]');
  await expect(short).toHaveAttribute('href', `${site.baseUrl}/e/1/`);
});

for (const path of ['/', '/2026/Jan/15/live-entry/', '/2026/Jan/15/live-quotation/'])
  test(`the card of ${path} is a picture of the promised size, kept for ever`, async ({
    page,
    request,
    site,
  }) => {
    await page.goto(path);
    const address = (await content(page, 'og:image').getAttribute('content')) ?? '';
    expect(address).toMatch(new RegExp(`^${site.baseUrl}/cards/`));
    for (const cache of ['MISS', 'HIT']) {
      const response = await request.get(address);
      expect(response.status()).toBe(200);
      expect(response.headers()['content-type']).toBe('image/png');
      expect(response.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(response.headers()['x-nextjs-cache']).toBe(cache);
      const { width, height } = await sharp(await response.body()).metadata();
      expect([width, height]).toEqual([1200, 630]);
    }
    const former = await request.get(address.replace(/-[0-9a-f]{12}/, '-000000000000'), {
      maxRedirects: 0,
    });
    expect(former.status()).toBe(307);
    expect(new URL(former.headers().location ?? '', site.baseUrl).href).toBe(address);
  });

test('what is hidden has no card', async ({ request }) => {
  for (const id of [999_999, 1_000_000_000])
    expect((await request.get(`/cards/${id}-000000000000.png`)).status()).toBe(404);
});
