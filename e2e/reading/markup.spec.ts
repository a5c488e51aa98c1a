// Valid HTML on every page, by a validator that this project did not write.
import { surfaces } from '../../lib/testing/surfaces';
import { markupProblems } from '../checks';
import { expect, test } from '../fixtures';

for (const surface of surfaces)
  test(`${surface.name} is valid HTML`, async ({ request }) => {
    expect(await markupProblems(await (await request.get(surface.path)).text())).toEqual([]);
  });

for (const surface of surfaces)
  test(`${surface.name} has one h1, landmarks, title and canonical`, async ({ page, site }) => {
    const response = await page.goto(surface.path);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.getByRole('main')).toHaveCount(1);
    await expect(page.getByRole('banner')).toHaveCount(1);
    await expect(page.getByRole('contentinfo')).toHaveCount(1);
    expect(await page.title()).not.toBe('');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    if (response?.status() === 200) {
      const canonical = page.locator('link[rel=canonical]');
      await expect(canonical).toHaveAttribute('href', site.baseUrl + surface.path);
    }
  });
