// What an owner sets in the form is on the pages at the next request, with scripts and without.
import { accessibilityProblems } from '../checks';
import { at, expect, save, store, test, write } from './settings-form';

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a new title is on every page at once', async ({ page, set }) => {
      const paths = ['/', '/2026/Jan/15/live-note/', '/nowhere/'];
      await store(page, paths);
      await set({ Title: 'A book of “my” own', Author: 'Somebody' });
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole('banner')).toContainText('A book of “my” own');
        await expect(page.getByRole('contentinfo')).toContainText('© Somebody');
      }
    });

    test('links stand in the navigation in their order', async ({ page, editor }) => {
      await editor.goto(at);
      const navigation = editor.getByRole('group', { name: 'Navigation' });
      const rows = [
        ['Projects', '/tags/matrix/'],
        ['Mail', 'mailto:me@example.org'],
      ];
      for (const [index, [label = '', url = '']] of rows.entries()) {
        await navigation.getByLabel(`Label of link ${index + 1}`).fill(label);
        await navigation.getByLabel(`Address of link ${index + 1}`).fill(url);
      }
      await save(editor);
      await expect(editor.getByRole('status')).toContainText('Saved: navigation.');
      await page.goto('/');
      const links = page.getByRole('navigation', { name: 'Site' }).getByRole('link');
      await expect(links.nth(-2)).toHaveAttribute('href', '/tags/matrix/');
      await expect(links.last()).toHaveText('Mail');

      // A form without the notice of the first time: the next one is the second's.
      await editor.goto(at);
      for (const index of [1, 2]) {
        await navigation.getByLabel(`Label of link ${index}`).fill('');
        await navigation.getByLabel(`Address of link ${index}`).fill('');
      }
      await save(editor);
      await expect(editor.getByRole('status')).toContainText('Saved: navigation.');
      await page.goto('/');
      await expect(links.filter({ hasText: 'Mail' })).toHaveCount(0);
    });

    test('what is wrong is named, and everything typed is kept', async ({ page, editor }) => {
      await write(editor, {
        Title: '',
        Tagline: 'Typed and kept',
        'Custom CSS': 'a {',
        'Time zone': 'Atlantis/Capital',
      });
      await expect(editor.getByText('3 fields need another look')).toBeVisible();
      await expect(editor.getByLabel('Tagline')).toHaveValue('Typed and kept');
      await expect(editor.getByLabel('Custom CSS')).toHaveValue('a {');
      await expect(editor.getByLabel('Custom CSS')).toHaveAccessibleDescription(/never closed/);
      if (javaScriptEnabled)
        await expect(editor.getByLabel('Title', { exact: true })).toBeFocused();
      const response = await page.request.get('/');
      expect(await response.text()).not.toContain('Typed and kept');
    });
  });

test('another zone moves no address', async ({ page, set }) => {
  const post = '/2026/Jan/15/live-entry/';
  await page.goto(post);
  const time = page.getByRole('main').locator('time').first();
  const before = await time.textContent();
  await set({ 'Time zone': 'Pacific/Auckland' });
  const response = await page.goto(post);
  expect(response?.status()).toBe(200);
  expect(new URL(page.url()).pathname).toBe(post);
  expect(await time.textContent()).not.toBe(before);
});

test('another language writes dates anew', async ({ page, set }) => {
  await store(page, ['/2026/Jan/15/']);
  await set({ Language: 'de' });
  await page.goto('/2026/Jan/15/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Januar');
});

test('two owners do not undo each other', async ({ editor, set }) => {
  await set({ Tagline: 'First' });
  const other = await editor.context().newPage();
  await other.goto(at);
  await write(editor, { Tagline: 'Mine' });
  await expect(editor.getByRole('status')).toContainText('Saved: tagline.');
  await other.getByLabel('Author').fill('Other');
  await save(other);
  await expect(other.getByRole('status')).toContainText('Saved: author.');
  await expect(other.getByLabel('Tagline')).toHaveValue('Mine');

  await write(editor, { Tagline: 'Mine again', Author: '' });
  await expect(editor.getByRole('status')).toContainText('Saved: tagline, author.');
  await other.getByLabel('Tagline').fill('Theirs');
  await save(other);
  await expect(other.getByText('Somebody else has changed this')).toBeVisible();
  await expect(other.getByLabel('Tagline')).toHaveValue('Theirs');
  await save(other);
  await expect(other.getByRole('status')).toContainText('Saved: tagline.');
});

test('an author is told whom to ask', async ({ author }) => {
  await author.goto(at);
  await expect(author.getByText('Only owners of this site may')).toBeVisible();
  await expect(author.getByRole('button', { name: 'Save settings' })).toHaveCount(0);
  await expect(
    author.getByRole('navigation', { name: 'Dashboard' }).getByRole('link', { name: 'Settings' }),
  ).toHaveCount(0);
});

test('is usable by keyboard, on a phone and in both themes', async ({ editor }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await editor.emulateMedia({ colorScheme });
    await editor.goto(at);
    expect(await accessibilityProblems(editor), colorScheme).toEqual([]);
  }
  const navigation = editor.getByRole('group', { name: 'Navigation' });
  await navigation.getByLabel('Label of link 1').fill('First');
  await navigation.getByLabel('Label of link 2').fill('Second');
  await navigation.getByRole('button', { name: 'Move link 2 up' }).press('Enter');
  await expect(navigation.getByLabel('Label of link 1')).toHaveValue('Second');
  await expect(navigation.getByLabel('Label of link 1')).toBeFocused();
  await navigation.getByRole('button', { name: 'Remove link 2' }).press('Enter');
  await navigation.getByRole('button', { name: 'Add a link' }).press('Enter');
  await expect(navigation.getByLabel('Label of link 2')).toBeFocused();
  await editor.setViewportSize({ width: 390, height: 844 });
  await editor.goto(at);
  const overflow = await editor.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test('posts are rendered again after a change of typography', async ({ editor }) => {
  await editor.goto(at);
  await editor.getByLabel('Typographic quotes and dashes').uncheck();
  await save(editor);
  await expect(editor.getByText('once they are rendered again')).toBeVisible();
  for (const setting of ['as it is', 'as it was']) {
    await editor.getByRole('button', { name: 'Render all posts again' }).click();
    await expect(editor.getByText(/All \d+ posts are rendered again\./), setting).toBeVisible({
      timeout: 30_000,
    });
    await editor.goto(at);
    await editor.getByLabel('Typographic quotes and dashes').check();
    await save(editor);
    await expect(editor.getByText(/^(Saved:|Nothing was changed\.)/)).toBeVisible();
  }
});
