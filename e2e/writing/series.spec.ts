// Making, filling, renaming and deleting a series, and what readers see of it at the next request.
import type { Page } from '@playwright/test';
import { accessibilityProblems } from '../checks';
import { expect, test } from '../fixtures';

const at = '/dashboard/series/';

/** Makes a series with posts in it, found by words. */
async function make(editor: Page, title: string, posts: string[]): Promise<void> {
  await editor.goto(at);
  await editor.getByLabel('Title').fill(title);
  await editor.getByRole('button', { name: 'Make series' }).click();
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(title);
  for (const words of posts) await add(editor, words);
}

async function add(editor: Page, words: string): Promise<void> {
  await editor.getByLabel('Find posts to add').fill(words);
  await editor.getByRole('button', { name: 'Find' }).click();
  await editor
    .getByRole('button', { name: /^Add: / })
    .first()
    .click();
  await expect(editor.getByRole('status')).toContainText('Added.');
}

/** Series of other tests of this worker are out of the way. */
async function remove(editor: Page, title: string): Promise<void> {
  await editor.goto(at);
  await editor.getByRole('button', { name: `Delete ${title}` }).click();
  await editor.getByRole('button', { name: 'Delete series' }).click();
  await expect(editor.getByRole('status')).toContainText(`“${title}” is deleted.`);
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('from nothing to a page of its own, and gone again', async ({ editor, page }) => {
      const title = `On knots ${javaScriptEnabled}`;
      const slug = `on-knots-${javaScriptEnabled}`;
      await page.request.get('/series/');
      expect((await page.request.get(`/series/${slug}/`)).status()).toBe(404);

      await make(editor, title, ['filler 33', 'filler 37']);
      await page.goto('/series/');
      await page.getByRole('link', { name: title }).click();
      await expect(page.getByRole('main')).toContainText('Filler number 33.');
      await expect(page.getByRole('main')).toContainText('Filler number 37.');

      await editor.getByLabel('Summary').fill('All about *rope*.');
      await editor.getByLabel('Address').fill(`${slug}-2`);
      await editor.getByRole('button', { name: 'Save series' }).click();
      await expect(editor.getByRole('status').filter({ hasText: 'Saved.' })).toContainText(
        `/series/${slug}-2/`,
      );
      const former = await page.request.get(`/series/${slug}/`, { maxRedirects: 0 });
      expect([301, 308]).toContain(former.status());
      expect(new URL(former.headers().location ?? '', page.url()).pathname).toBe(
        `/series/${slug}-2/`,
      );
      await page.goto(`/series/${slug}/`);
      await expect(page.getByRole('main').getByText('rope')).toBeVisible();

      await editor
        .getByRole('button', { name: /^Take out: / })
        .first()
        .click();
      await expect(editor.getByRole('status')).toContainText('Taken out.');
      await page.goto(`/series/${slug}-2/`);
      await expect(page.getByRole('main').getByText('Filler number')).toHaveCount(1);
      await editor.getByRole('button', { name: 'Undo' }).click();
      await expect(editor.getByRole('status')).toContainText('Added.');

      await remove(editor, title);
      expect((await page.request.get(`/series/${slug}-2/`)).status()).toBe(404);
      await editor.getByRole('button', { name: 'Undo' }).click();
      await expect(editor.getByRole('status')).toContainText('It is back.');
      await page.goto(`/series/${slug}/`);
      await expect(page.getByRole('main').getByText('Filler number')).toHaveCount(2);
      await remove(editor, title);
    });

    test('an address that is taken is refused, and what was typed stays', async ({ editor }) => {
      await editor.goto(at);
      await editor.getByLabel('Title').fill('Another one');
      await editor.getByLabel('Address').fill('matrix-series');
      await editor.getByLabel('Summary').fill('Typed and kept.');
      await editor.getByRole('button', { name: 'Make series' }).click();
      await expect(editor.getByText('The series “A series of every kind” has this')).toBeVisible();
      await expect(editor.getByLabel('Summary')).toHaveValue('Typed and kept.');
    });
  });

test('a series that is not there is not found', async ({ editor }) => {
  for (const id of ['0', '999999', 'x'])
    expect((await editor.request.get(`${at}${id}/`)).status()).toBe(404);
});

test('an author is told whom to ask', async ({ author }) => {
  for (const path of [at, `${at}1/`]) {
    await author.goto(path);
    await expect(author.getByText('Only owners of this site may')).toBeVisible();
  }
});

test('is usable on a phone and in both themes', async ({ editor }) => {
  await editor.goto(at);
  await editor.getByRole('link', { name: 'A series of every kind' }).click();
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('A series of every kind');
  for (const path of [at, `${new URL(editor.url()).pathname}?find=filler`])
    for (const colorScheme of ['light', 'dark'] as const) {
      await editor.setViewportSize({ width: 390, height: 844 });
      await editor.emulateMedia({ colorScheme });
      await editor.goto(path);
      expect(await accessibilityProblems(editor), `${path} ${colorScheme}`).toEqual([]);
      const overflow = await editor.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
});
