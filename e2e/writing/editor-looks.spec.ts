// The editor on a phone, and under the eyes of axe in both themes.
import { dashboardUrls } from '../../lib/dashboard-urls';
import { buildPost } from '../../lib/testing/factories';
import { accessibilityProblems } from '../checks';
import { expect, test } from '../fixtures';
import { Editor, makePost } from '../pages/editor';

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

for (const theme of ['light', 'dark'] as const)
  for (const width of [390, 1440])
    test.describe(`${theme}, ${width} px`, () => {
      test.use({ colorScheme: theme, viewport: { width, height: 844 } });

      test('writing violates no rule and does not scroll sideways', async ({ editor }) => {
        const page = new Editor(editor);
        await page.open('blogmark');
        await page.write('Words, with a very_long_word_that_has_no_end_'.repeat(4));
        await page.saved();
        await page.tags.fill('mat');
        await expect(editor.getByRole('option').first()).toBeVisible();
        expect(await accessibilityProblems(editor)).toEqual([]);
        await editor.keyboard.press('Enter');
        await editor.getByText('Details').click();
        expect(await accessibilityProblems(editor)).toEqual([]);
        expect(await editor.evaluate(overflow)).toBeLessThanOrEqual(0);
        await page.button('Publish…').click();
        await expect(editor.getByRole('dialog')).toBeVisible();
        expect(await accessibilityProblems(editor)).toEqual([]);
        await page.button('Cancel').click();
        await page.button('Preview').click();
        await expect(editor.frameLocator('iframe').getByText('Words, with')).toBeVisible();
        expect(await editor.evaluate(overflow)).toBeLessThanOrEqual(0);
        expect(await accessibilityProblems(editor, { except: 'iframe' })).toEqual([]);
      });

      test('the history violates no rule and does not scroll sideways', async ({
        editor,
        site,
      }) => {
        const id = await makePost(site, {
          ...buildPost('note', { body: 'One.\n\nTwo.' }),
          status: 'draft',
        });
        const page = new Editor(editor);
        await page.open(id);
        await page.write(' Three.');
        await editor.keyboard.press('ControlOrMeta+s');
        await expect(page.notice).toContainText('Saved as a draft');
        await editor.goto(dashboardUrls.versions(id));
        await expect(editor.getByRole('heading', { name: 'History' })).toBeVisible();
        expect(await accessibilityProblems(editor)).toEqual([]);
        expect(await editor.evaluate(overflow)).toBeLessThanOrEqual(0);
      });
    });
