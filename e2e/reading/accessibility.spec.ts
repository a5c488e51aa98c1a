// WCAG 2.2 AA on every page, in both themes and on a phone.
import { surfaces } from '../../lib/testing/surfaces';
import { accessibilityProblems } from '../checks';
import { expect, test } from '../fixtures';

for (const theme of ['light', 'dark'] as const)
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    for (const surface of surfaces)
      test(`${surface.name} violates no rule`, async ({ page }) => {
        await page.goto(surface.path);
        expect(await accessibilityProblems(page)).toEqual([]);
      });
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  for (const surface of surfaces)
    test(`${surface.name} violates no rule and does not scroll sideways`, async ({ page }) => {
      await page.goto(surface.path);
      expect(await accessibilityProblems(page)).toEqual([]);
      const { scrollWidth, clientWidth } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth };
      });
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    });
});
