// Reading with single keys, and without them.
import { accessibilityProblems } from '../checks';
import { expect, test } from '../fixtures';

test('from post to post, and into one', async ({ page }) => {
  await page.goto('/2026/Jan/15/');
  const posts = page.getByRole('main').getByRole('article');
  await page.keyboard.press('j');
  await expect(posts.nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await expect(posts.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(posts.nth(0)).toBeFocused();
  const address = await posts.nth(0).locator('a.permalink').getAttribute('href');
  await page.keyboard.press('o');
  await expect(page).toHaveURL(new RegExp(`${address}$`));
});

test('from page to page', async ({ page }) => {
  await page.goto('/tags/filler/');
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/tags\/filler\/page\/2\/$/);
  // The script of the new page is there.
  await expect(page.getByRole('button', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/\/tags\/filler\/$/);
});

test('to the field for searching, where keys are letters again', async ({ page }) => {
  await page.goto('/about/');
  await page.keyboard.press('/');
  const field = page.getByRole('banner').getByRole('searchbox');
  await expect(field).toBeFocused();
  await page.keyboard.type('jk?');
  await expect(field).toHaveValue('jk?');
});

test('the sheet says what there is, and switches it off', async ({ page }) => {
  await page.goto('/2026/Jan/15/');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet.getByText('A random post')).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await sheet.getByRole('checkbox', { name: 'Use these keys in this browser' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press('j');
  await expect(page.getByRole('main').getByRole('article').first()).not.toBeFocused();
  await page.reload();
  await page.keyboard.press('?');
  await expect(sheet).toHaveCount(0);
  await page.getByRole('contentinfo').getByRole('button', { name: 'Keys' }).click();
  await sheet.getByRole('checkbox', { name: 'Use these keys in this browser' }).check();
  await sheet.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('j');
  await expect(page.getByRole('main').getByRole('article').first()).toBeFocused();
});
