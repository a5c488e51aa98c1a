// Where addresses without a page lead: set by an owner, followed by readers at the next request.
import type { Page } from '@playwright/test';
import { accessibilityProblems } from '../checks';
import { expect, test } from '../fixtures';

const at = '/dashboard/redirects/';
const entry = '/2026/Jan/15/live-entry/';

async function add(editor: Page, from: string, to: string): Promise<void> {
  await editor.goto(at);
  await editor.getByLabel('From', { exact: true }).fill(from);
  await editor.getByLabel('To', { exact: true }).fill(to);
  await editor.getByRole('button', { name: 'Add redirect' }).click();
}

/** What a reader gets: the status and, of a redirect, the path. */
async function ask(page: Page, path: string): Promise<string> {
  const response = await page.request.get(path, { maxRedirects: 0 });
  const { location } = response.headers();
  if (location === undefined) return String(response.status());
  expect([301, 308]).toContain(response.status());
  const { pathname, search } = new URL(location, 'http://localhost');
  return pathname + search;
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });
    const mark = javaScriptEnabled ? 'on' : 'off';

    test('a stored 404 leads on at once, and is one again', async ({ editor, page }) => {
      // One that the router knows to be no page, and two that look like one.
      const paths = [`/old-${mark}/`, `/2026/Jan/20/old-${mark}/`, `/tags/old-${mark}/`];
      for (const path of [...paths, ...paths]) expect(await ask(page, path)).toBe('404');
      for (const path of paths) {
        await add(editor, path, entry);
        await expect(editor.getByRole('status')).toContainText('Saved:');
        expect(await ask(page, path)).toBe(entry);
        expect(await ask(page, path)).toBe(entry);
      }
      for (const path of paths) {
        await editor.goto(`${at}?q=${encodeURIComponent(path.slice(0, -1))}`);
        await editor.getByRole('button', { name: `Delete ${path.slice(0, -1)}` }).click();
        await editor.getByRole('button', { name: 'Delete redirect' }).click();
        await expect(editor.getByRole('status')).toContainText('Deleted:');
        expect(await ask(page, path)).toBe('404');
        await editor.getByRole('button', { name: 'Undo' }).click();
        await expect(editor.getByRole('status')).toContainText('It is back:');
        expect(await ask(page, path)).toBe(entry);
      }
    });

    test('one is changed', async ({ editor, page }) => {
      await add(editor, `/changing-${mark}`, '/about/');
      await expect(editor.getByRole('status')).toContainText('Saved:');
      await editor.goto(`${at}?q=changing-${mark}`);
      await editor.getByRole('link', { name: `Edit /changing-${mark}` }).click();
      await expect(editor.getByLabel('To', { exact: true })).toHaveValue('/about/');
      await editor.getByLabel('To', { exact: true }).fill('/tags/');
      await editor.getByRole('button', { name: 'Save redirect' }).click();
      await expect(editor.getByRole('status')).toContainText('Saved:');
      expect(await ask(page, `/changing-${mark}/`)).toBe('/tags/');
    });

    test('what would never be followed is refused with the reason', async ({ editor }) => {
      await add(editor, entry, '/about/');
      await expect(editor.getByText('a page always wins')).toBeVisible();
      await expect(editor.getByLabel('From', { exact: true })).toHaveValue(entry);
      await add(editor, `/round-${mark}`, `/round-${mark}/`);
      await expect(editor.getByText('in a circle')).toBeVisible();
      await add(editor, 'nonsense here', '/about/');
      await expect(editor.getByText('Begin with / or with the name')).toBeVisible();
    });

    test('many are pasted, and each that is not taken is told', async ({ editor, page }) => {
      await editor.goto(at);
      await editor.getByText('Paste many').click();
      const lines = [
        `/pasted-${mark}/1 /pasted-${mark}/2`,
        `/pasted-${mark}/2 ${entry}`,
        'only-one',
        `${entry} /about/`,
      ];
      await editor.getByLabel('Many at once').fill(lines.join('\n'));
      await editor.getByRole('button', { name: 'Save all lines' }).click();
      await expect(editor.getByText('2 saved, 2 not taken.')).toBeAttached();
      await expect(editor.getByText('Line 3:')).toBeAttached();
      await expect(editor.getByLabel('Many at once')).toHaveValue(`only-one\n${entry} /about/`);
      expect(await ask(page, `/pasted-${mark}/1/`)).toBe(entry);
    });
  });

test('a redirect of a former host is its own', async ({ editor, page }) => {
  await add(editor, 'old.example.org/about', '/tags/');
  await expect(editor.getByRole('status')).toContainText('old.example.org/about → /tags/');
  expect(await ask(page, '/about/')).toBe('200');
  await editor.goto(at);
  await editor.getByLabel('Host').selectOption('old.example.org');
  await editor.getByRole('button', { name: 'Filter' }).click();
  await expect(editor.getByRole('rowheader', { name: 'old.example.org/about' })).toBeVisible();
  await expect(editor.getByRole('rowheader', { name: /^\// })).toHaveCount(0);
});

test('an author is told whom to ask', async ({ author }) => {
  await author.goto(at);
  await expect(author.getByText('Only owners of this site may')).toBeVisible();
});

test('is usable on a phone and in both themes', async ({ editor }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await editor.setViewportSize({ width: 390, height: 844 });
    await editor.emulateMedia({ colorScheme });
    await editor.goto(at);
    expect(await accessibilityProblems(editor), colorScheme).toEqual([]);
    const overflow = await editor.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
  for (const nonsense of ['?page=x&edit=y&host=', '?page=99', '?q=%00', '?edit=999999999'])
    expect((await editor.request.get(at + nonsense)).status()).toBe(200);
});
