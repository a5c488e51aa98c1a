// Narrow windows: nothing is cut off at their edges.
import { expect, test } from '../fixtures';

test.use({ viewport: { width: 390, height: 844 }, apart: 'untouched' });

for (const address of ['/quotations/', '/2026/Jan/15/', '/2026/Jan/'])
  test(`${address} shows the whole mark before a quotation`, async ({ page }) => {
    await page.goto(address);
    const left = await page
      .locator('.quotation blockquote')
      .first()
      .evaluate((quote) => {
        const mark = getComputedStyle(quote, '::before');
        const figure = quote.closest('.quotation');
        return (figure?.getBoundingClientRect().left ?? 0) + Number.parseFloat(mark.left);
      });
    expect(left).toBeGreaterThan(0);
  });
