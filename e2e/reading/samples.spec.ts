// A new site as its owner first sees it: the sample posts, which show what each kind can hold.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { accessibilityProblems, markupProblems } from '../checks';
import { expect, test } from '../fixtures';

test.use({ seed: 'samples' });

const paths = [
  '/',
  '/2026/',
  '/2026/Jan/',
  '/2026/Jan/28/',
  '/tags/',
  '/tags/paper/',
  '/series/keeping-a-book/',
  '/2026/Jan/29/commonplace-book/',
  '/2026/Jan/27/which-notebook/',
  '/2026/Jan/30/saving/',
  '/2026/Jan/30/old-books/',
  '/2026/Jan/29/atom/',
  '/2026/Jan/28/a-drawing/',
  '/2026/Jan/28/thirteen-knots/',
  '/2026/Jan/27/paper-clips/',
];

for (const address of paths)
  test(`${address} is valid and accessible`, async ({ page, request }) => {
    expect(await markupProblems(await (await request.get(address)).text())).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(address);
      expect(await accessibilityProblems(page), colorScheme).toEqual([]);
    }
  });

test('the front page reads, to the letter, as it should', async ({ page }) => {
  await page.goto('/');
  // What is there for screen readers alone is not part of what is seen.
  const text = await page.evaluate(() => {
    for (const hidden of document.querySelectorAll('.visually-hidden, .skip-link')) hidden.remove();
    // Not textContent: lines as they are laid out, and what the style sheet hides left out.
    return document.body.innerText;
  });
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  const golden = await readFile(path.join(import.meta.dirname, 'front-page.txt'), 'utf8');
  expect(lines.filter(Boolean).join('\n')).toBe(golden.trim());
});
