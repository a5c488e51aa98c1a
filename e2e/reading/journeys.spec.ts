// What a reader does, with scripts and without.
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';

test.use({ apart: 'journeys' });

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('from the front page to an entry, its tag, and a second one beside it', async ({
      page,
    }) => {
      await page.goto('/');
      await page.getByRole('link', { name: 'Entry zqliveentry' }).first().click();
      await expect(page).toHaveURL(/\/2026\/Jan\/15\/live-entry\/$/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Entry zqliveentry');
      await expect(page.getByText('More of it.')).toBeVisible();
      await page.getByRole('complementary').getByRole('link', { name: 'matrix 10' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('10 posts tagged “matrix”');
      await page.getByRole('link', { name: 'Only posts tagged second as well' }).click();
      await expect(page).toHaveURL(/\/tags\/matrix\+second\/$/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        '10 posts tagged “matrix” and “second”',
      );
    });

    test('from year to month to day to post, and on to the neighbours', async ({ page }) => {
      await page.goto('/');
      await page
        .getByRole('navigation', { name: 'Years' })
        .getByRole('link', { name: '2026' })
        .click();
      await page.getByRole('link', { name: 'January' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('January 2026');
      await page
        .getByRole('table')
        .getByRole('link', { name: /15th January 2026: 10 posts/ })
        .click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Thursday, 15th January 2026',
      );
      await page.getByRole('link', { name: /Sunday, 28th December 2025/ }).click();
      await expect(page).toHaveURL(/\/2025\/Dec\/28\/$/);
      await page.getByRole('main').getByRole('link', { name: /am$/ }).first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        /^Note on 28th December 2025$/,
      );
      await page
        .getByRole('navigation', { name: 'Previous and next note' })
        .getByRole('link')
        .first()
        .click();
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/28th December/);
    });

    test('every post is on exactly one page of the stream', async ({ page }) => {
      const seen: string[] = [];
      await page.goto('/');
      for (;;) {
        const links = await page
          .getByRole('main')
          .locator('.permalink')
          .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
        seen.push(...links);
        const older = page.getByRole('link', { name: 'Older' });
        if ((await older.count()) === 0) break;
        await older.click();
        await page.waitForURL(/\/page\/\d+\/$/);
      }
      expect(seen).toHaveLength(50);
      expect(new Set(seen).size).toBe(50);
    });

    test('a series, and the place of a post in it', async ({ page }) => {
      await page.goto('/series/');
      await page.getByRole('link', { name: 'A series of every kind' }).click();
      await expect(page.locator('.permalink').first()).toBeVisible();
      await page.goto('/2026/Jan/15/live-note/');
      const box = page.getByRole('region', { name: /Part of series/ });
      await expect(box.locator('[aria-current=page]')).toHaveText('Note zqlivenote');
      await expect(box.getByRole('listitem')).toHaveCount(7);
    });

    test('the kinds have listings of their own', async ({ page }) => {
      await page.goto('/');
      for (const [name, count] of [
        ['Entries', '2 entries'],
        ['Links', '2 links'],
        ['Quotations', '2 quotations'],
        ['Notes', '42 notes'],
        ['Elsewhere', '2 beats'],
      ] as const) {
        await page
          .getByRole('navigation', { name: 'Site' })
          .getByRole('link', { name, exact: true })
          .click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
        await expect(page.getByText(count, { exact: true })).toBeVisible();
      }
      await page.getByRole('link', { name: 'Releases' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Releases');
    });

    test('a page that is not there leads on', async ({ page }) => {
      await page.goto('/2026/Jan/14/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing here');
      await page.getByRole('link', { name: 'Thursday, 15th January 2026' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Thursday, 15th January 2026',
      );
    });
  });

test('the skip link leads past the navigation', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
});

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('the theme follows the system until the reader chooses, and stays chosen', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/about/');
  const light = await background(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await background(page);
  expect(dark).not.toBe(light);

  const button = page.getByRole('button', { name: 'Theme: auto. Switch to light.' });
  await button.click();
  expect(await background(page)).toBe(light);
  await page.goto('/tags/');
  expect(await background(page)).toBe(light);
  await page.getByRole('button', { name: 'Theme: light. Switch to dark.' }).click();
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await background(page)).toBe(dark);
  await page.getByRole('button', { name: 'Theme: dark. Switch to auto.' }).click();
  expect(await background(page)).toBe(light);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Theme: auto. Switch to light.' })).toBeVisible();
});

test('a chosen theme is there at the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/about/');
  await page.evaluate(() => localStorage.setItem('theme', 'dark'));
  // The theme is set before anything of the body is parsed.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      document.documentElement.dataset.atFirstPaint =
        document.documentElement.dataset.theme ?? 'none';
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-at-first-paint', 'dark');
});

test('the tag index filters as one types', async ({ page }) => {
  await page.goto('/tags/');
  const filter = page.getByRole('searchbox', { name: 'Filter tags' });
  await filter.fill('mat');
  await expect(page.getByRole('main').getByRole('listitem').filter({ visible: true })).toHaveCount(
    1,
  );
  await expect(page.getByRole('status')).toHaveText('1 tag');
  await filter.press('Enter');
  await expect(page).toHaveURL(/\/tags\/matrix\/$/);
  await page.goBack();
  await filter.fill('no such tag');
  await expect(page.getByRole('status')).toHaveText('0 tags');
});

test('nothing shifts while a page loads', async ({ page }) => {
  await page.addInitScript(() => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) sum += Number(entry.value);
      document.documentElement.dataset.shift = String(sum);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of ['/', '/2026/Jan/15/live-entry/', '/tags/matrix/', '/2026/Jan/15/']) {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    expect(Number((await page.locator('html').getAttribute('data-shift')) ?? 0), path).toBeLessThan(
      0.01,
    );
  }
});

test('a post prints as an article', async ({ page }) => {
  await page.goto('/2026/Jan/15/live-entry/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('complementary')).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
  await expect(page.getByText('More of it.')).toBeVisible();
});
