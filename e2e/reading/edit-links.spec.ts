// Links for the author on the pages that everybody reads: there in a browser where they are switched
// on, nowhere else, and the page itself is the same.
import type { Page } from '@playwright/test';
import { accessibilityProblems } from '../checks';
import { expect, test } from '../fixtures';
import { askWhileStale } from '../stale';

const switchOn = (page: Page) => page.addInitScript(() => localStorage.setItem('edit-links', 'on'));

const lists = ['/', '/entries/', '/2026/Jan/15/', '/2026/Jan/', '/tags/matrix/', '/2026/'];

test.describe('switched on', () => {
  test.beforeEach(({ page }) => switchOn(page));

  for (const path of lists)
    test(`every post of ${path} has a link to its editor`, async ({ page }) => {
      await page.goto(path);
      const items = page.locator('article.post, main .dated-titles li');
      const links = items.getByRole('link', { name: /^Edit: / });
      await expect(links).toHaveCount(await items.count());
      await expect(links.first()).toHaveAttribute('href', /^\/dashboard\/posts\/\d+\/$/);
      await expect(links.first()).toBeVisible();
    });

  test('the header leads to the dashboard, and a post to its editor, also from a stored page', async ({
    page,
  }) => {
    for (let visit = 0; visit < 2; visit += 1) {
      await page.goto('/2026/Jan/15/live-note/');
      await expect(
        page.getByRole('banner').getByRole('link', { name: 'Dashboard' }),
      ).toHaveAttribute('href', '/dashboard/');
      await expect(page.getByRole('article').getByRole('link', { name: /^Edit: / })).toHaveCount(1);
    }
  });

  test('the key e edits the post of the page', async ({ page }) => {
    await page.goto('/2026/Jan/15/live-note/');
    await page.keyboard.press('Control+e');
    await page.keyboard.press('e');
    // Nobody is signed in: the link grants nothing.
    await expect(page).toHaveURL(/\/sign-in\/\?next=%2Fdashboard%2Fposts%2F\d+%2F/);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`violates no rule in the ${colorScheme}, nor scrolls sideways on a phone`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 390, height: 844 });
      for (const path of ['/', '/2026/Jan/15/live-entry/']) {
        await page.goto(path);
        await expect(page.getByRole('link', { name: /^Edit: / }).first()).toBeVisible();
        expect(await accessibilityProblems(page)).toEqual([]);
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(excess).toBeLessThanOrEqual(0);
      }
    });
});

test('without the switch there is no link, and e does nothing', async ({ page }) => {
  await page.goto('/2026/Jan/15/live-note/');
  await page.keyboard.press('e');
  await expect(page.getByRole('link', { name: /^Edit/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Dashboard' })).toHaveCount(0);
  await expect(page).toHaveURL('/2026/Jan/15/live-note/');
});

test('what is sent is the same for everybody, and sets nothing', async ({ page, request }) => {
  const [plain] = await askWhileStale(async () => [await request.get('/2026/Jan/15/live-note/')]);
  await switchOn(page);
  const response = await page.goto('/2026/Jan/15/live-note/');
  expect(await response?.text()).toBe(await plain.text());
  expect(plain.headers()).not.toHaveProperty('set-cookie');
  expect(await plain.text()).not.toContain('/dashboard/');
});
