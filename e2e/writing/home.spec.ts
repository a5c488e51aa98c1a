// Where an author arrives: what to go on with, what comes, what is wrong, how it has been going.
import { buildPost } from '../../lib/testing/factories';
import { accessibilityProblems } from '../checks';
import { expect, test } from '../fixtures';
import { addPosts, ownWord, personOf } from '../posts';

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('shows what to go on with and what comes', async ({ author, site }) => {
      const word = ownWord();
      const authorId = await personOf(site, 'author');
      const soon = new Date(Date.now() + 5 * 3_600_000);
      const [draft] = await addPosts(site, [
        buildPost('entry', { title: `Draft ${word}`, status: 'draft', authorId }),
        buildPost('entry', { title: `Soon ${word}`, publishedAt: soon, authorId }),
      ]);
      await author.goto('/dashboard/');
      const toContinue = author.getByRole('region', { name: 'Continue writing' });
      await expect(toContinue.getByRole('link', { name: `Draft ${word}` })).toHaveAttribute(
        'href',
        `/dashboard/posts/${draft}/`,
      );
      const next = author.getByRole('region', { name: 'Scheduled' });
      await expect(next.getByRole('listitem').filter({ hasText: `Soon ${word}` })).toContainText(
        'in 5 hours',
      );
    });

    test('shows posts per month as a drawing, in words and as a table', async ({ editor }) => {
      await editor.goto('/dashboard/');
      const chart = editor.getByRole('img', { name: /^Posts per month by kind/ });
      await expect(chart).toHaveCount(1);
      await editor.getByText('The same as a table').click();
      const table = editor.getByRole('table', { name: 'Posts per month by kind' });
      await expect(table.getByRole('row')).toHaveCount(25);
      await expect(table.getByRole('row', { name: /^January 2026/ })).toBeVisible();
    });
  });

test('says what needs a look, with the way there', async ({ editor, site }) => {
  const word = ownWord();
  await addPosts(site, [
    buildPost('entry', { title: `Cut ${word}`, body: '<script>alert(1)</script>\n\nKept.' }),
  ]);
  await editor.goto('/dashboard/');
  const troubles = editor.getByRole('region', { name: 'What needs a look' });
  await expect(troubles).toContainText('something was removed');
  await troubles.getByRole('link', { name: 'Show them' }).click();
  await expect(editor.getByRole('row').filter({ hasText: `Cut ${word}` })).toHaveCount(1);
  await expect(editor.getByRole('link', { name: /Something was removed/ })).toBeVisible();
});

test('tags lead to their posts', async ({ editor }) => {
  await editor.goto('/dashboard/');
  const tags = editor.getByRole('region', { name: 'Tags used most' });
  await tags.getByRole('link', { name: 'filler' }).first().click();
  await expect(editor).toHaveURL(/\/dashboard\/posts\/\?tag=filler$/);
});

test('the key n chooses a kind by its letter', async ({ editor }) => {
  await editor.goto('/dashboard/');
  const entry = editor.getByRole('link', { name: 'New entry' });
  await expect(async () => {
    // Once more it would choose the note.
    const isThere = await entry.evaluate((link) => link === document.activeElement);
    if (!isThere) await editor.keyboard.press('n');
    await expect(entry).toBeFocused({ timeout: 500 });
  }).toPass();
  await editor.keyboard.press('l');
  await expect(editor).toHaveURL('/dashboard/new/blogmark/');
});

test('an author hears nothing of what only owners can mend', async ({ author }) => {
  await author.goto('/dashboard/');
  await expect(author.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
  await expect(author.getByText('zqdraftentry')).toHaveCount(0);
  await expect(author.getByText('zqscheduledentry')).toHaveCount(0);
});

test('edit links are switched on and off for this browser', async ({ editor }) => {
  await editor.goto('/dashboard/');
  const box = editor.getByLabel('Show edit links on the site in this browser');
  await box.check();
  await editor.goto('/2026/Jan/15/live-entry/');
  await editor.keyboard.press('e');
  await expect(editor).toHaveURL(/\/dashboard\/posts\/\d+\/$/);
  await editor.goto('/dashboard/');
  await expect(box).toBeChecked();
  await box.uncheck();
  await editor.goto('/2026/Jan/15/live-entry/');
  await expect(editor.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(editor.getByRole('link', { name: /^Edit/ })).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1280, 390])
    test(`violates no rule at ${width} px in the ${colorScheme}, nor scrolls sideways`, async ({
      editor,
    }) => {
      await editor.emulateMedia({ colorScheme });
      await editor.setViewportSize({ width, height: 844 });
      await editor.goto('/dashboard/');
      await expect(editor.getByLabel('Show edit links')).toBeVisible();
      await editor.getByText('The same as a table').click();
      expect(await accessibilityProblems(editor)).toEqual([]);
      const excess = await editor.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(excess).toBeLessThanOrEqual(0);
    });
