// The author's list by keyboard, on a phone, and for those who do not see it.
import type { Page } from '@playwright/test';
import { accessibilityProblems } from '../checks';
import { expect, test } from '../fixtures';
import { addTagged } from '../posts';

const at = '/dashboard/posts/';

/** Once the page's script has loaded, `/` leads to the field. */
async function whenKeysWork(page: Page) {
  const find = page.getByLabel('Find');
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(find).toBeFocused({ timeout: 500 });
  }).toPass();
  await find.fill('');
  await find.blur();
}

test.describe('keys', () => {
  test('lead through the list, choose and edit', async ({ editor, site }) => {
    const { tag, ids } = await addTagged(site, ['Alpha', 'Beta']);
    await editor.goto(`${at}?tag=${tag}&sort=title`);
    await whenKeysWork(editor);
    await editor.keyboard.press('j');
    await expect(editor.getByRole('link', { name: 'Alpha', exact: true })).toBeFocused();
    await editor.keyboard.press('j');
    await editor.keyboard.press('j');
    await expect(editor.getByRole('link', { name: 'Beta', exact: true })).toBeFocused();
    await editor.keyboard.press('x');
    await expect(editor.getByRole('checkbox', { name: 'Beta' })).toBeChecked();
    await expect(editor.getByText('1 chosen')).toBeVisible();
    await editor.keyboard.press('k');
    await editor.keyboard.press('e');
    await expect(editor).toHaveURL(new RegExp(`/dashboard/posts/${ids[0]}/`));
  });

  test('begin a post, and find one; in a field they are letters', async ({ editor }) => {
    await editor.goto(at);
    await whenKeysWork(editor);
    await editor.keyboard.press('/');
    const find = editor.getByLabel('Find');
    await editor.keyboard.type('njx?/');
    await expect(find).toHaveValue('njx?/');
    await find.fill('');
    await find.blur();
    await editor.keyboard.press('n');
    await expect(editor.getByRole('link', { name: 'Entry', exact: true })).toBeFocused();
    await editor.keyboard.press('q');
    await expect(editor).toHaveURL('/dashboard/new/quotation/');
  });

  test('are told by a sheet, where they can be switched off', async ({ editor }) => {
    await editor.goto(at);
    await whenKeysWork(editor);
    await editor.keyboard.press('?');
    const sheet = editor.getByRole('dialog', { name: 'Keys' });
    await expect(sheet).toContainText('Next post, previous post');
    await sheet.getByLabel('Use these keys').uncheck();
    await sheet.getByRole('button', { name: 'Close' }).click();
    await editor.keyboard.press('/');
    await expect(editor.getByLabel('Find')).not.toBeFocused();
    await editor.reload();
    await editor.keyboard.press('n');
    await expect(editor.getByRole('link', { name: 'Entry', exact: true })).toBeHidden();
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1280, 390])
    test(`violates no rule at ${width} px in the ${colorScheme}, nor scrolls sideways`, async ({
      editor,
      site,
    }) => {
      const { tag } = await addTagged(site, ['Sorrel', 'A'.repeat(60)]);
      await editor.emulateMedia({ colorScheme });
      await editor.setViewportSize({ width, height: 844 });
      for (const query of ['', `?tag=${tag}`, '?status=binned', '?q=nothinglikethis']) {
        await editor.goto(at + query);
        if (query === `?tag=${tag}`) {
          await editor.getByRole('checkbox', { name: 'Sorrel' }).check();
          await expect(editor.getByRole('button', { name: 'Add tags' })).toBeVisible();
        }
        expect(await accessibilityProblems(editor)).toEqual([]);
        const excess = await editor.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(excess).toBeLessThanOrEqual(0);
      }
    });
