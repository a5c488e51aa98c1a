// The author's list: finding posts and changing many of them, with scripts and without.
import type { Page } from '@playwright/test';
import { buildPost } from '../../lib/testing/factories';
import { accessibilityProblems } from '../checks';
import { expect, type Site, test } from '../fixtures';
import { addPosts, ownWord, personOf } from '../posts';

const at = '/dashboard/posts/';
const rowOf = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title });
const said = (page: Page) => page.locator('.notice');

/** Posts with a tag of their own, by which a test has them for itself. */
async function addTagged(site: Site, titles: string[], over = {}) {
  const tag = ownWord();
  const ids = await addPosts(
    site,
    titles.map((title) =>
      buildPost('entry', { title, slug: `${tag}-${title.toLowerCase()}`, tags: [tag], ...over }),
    ),
  );
  return { tag, ids, path: (title: string) => `/2026/Jan/15/${tag}-${title.toLowerCase()}/` };
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('posts are filtered, and each filter is taken away again', async ({ editor, site }) => {
      const { tag } = await addTagged(site, ['Quince', 'Medlar']);
      await editor.goto(at);
      await editor.getByLabel('Find').fill('quinc');
      await editor.getByLabel('Tag', { exact: true }).fill(tag);
      await editor.getByRole('button', { name: 'Filter' }).click();
      await expect(rowOf(editor, 'Quince')).toHaveCount(1);
      await expect(rowOf(editor, 'Medlar')).toHaveCount(0);
      await expect(editor.getByLabel('Find')).toHaveValue('quinc');
      await editor.getByRole('link', { name: /“quinc”.*remove this filter/ }).click();
      await expect(rowOf(editor, 'Medlar')).toHaveCount(1);
      await editor.getByRole('navigation', { name: 'Posts by state' }).getByText('Drafts').click();
      await expect(editor.getByText('No post matches')).toBeVisible();
      await editor.getByRole('link', { name: 'Remove the filters' }).click();
      await expect(rowOf(editor, 'Entry zqdraftentry')).toHaveCount(1);
    });

    test('what waits and drafts stand on top', async ({ editor }) => {
      await editor.goto(at);
      const headings = editor
        .getByRole('rowheader')
        .filter({ hasText: /^(Scheduled|Drafts|Published)/ });
      await expect(headings.first()).toContainText('Scheduled');
      await expect(headings.nth(1)).toContainText('Drafts');
      await expect(rowOf(editor, 'Entry zqscheduledentry')).toContainText('2126');
    });

    test('many are tagged at once, and that is taken back', async ({ editor, site }) => {
      const { tag } = await addTagged(site, ['Ash', 'Elm', 'Oak']);
      const fresh = ownWord();
      await editor.goto(`${at}?tag=${tag}`);
      for (const name of ['Ash', 'Oak']) await editor.getByRole('checkbox', { name }).check();
      await editor.getByLabel('Tags, with commas').fill(`${fresh}, trees`);
      await editor.getByRole('button', { name: 'Add tags' }).click();
      await expect(said(editor)).toContainText('Tags added to 2 posts.');
      await expect(rowOf(editor, 'Ash')).toContainText(`${tag}, ${fresh}, trees`);
      await expect(rowOf(editor, 'Elm')).not.toContainText(fresh);
      await editor.getByRole('button', { name: 'Undo' }).click();
      await expect(said(editor)).toContainText('The tags are as they were before.');
      await expect(rowOf(editor, 'Ash')).not.toContainText(fresh);
    });

    test('many are published at once; what lacks something stays, with the reason', async ({
      editor,
      page,
      site,
    }) => {
      const { tag } = await addTagged(site, ['Rye', 'Oats'], { status: 'draft' });
      await addPosts(site, [buildPost('note', { status: 'draft', body: 'x', tags: [tag] })]);
      await editor.goto(`${at}?tag=${tag}&status=draft`);
      await editor.getByRole('checkbox', { name: 'Rye' }).check();
      await editor.getByRole('checkbox', { name: 'Oats' }).check();
      await editor.getByRole('button', { name: 'Publish', exact: true }).click();
      await expect(said(editor)).toContainText('Published 2 posts.');
      const link = said(editor).getByRole('link', { name: 'Rye' });
      const response = await page.goto((await link.getAttribute('href')) ?? '');
      expect(response?.status()).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rye');
    });

    test('a post goes to the bin and comes back, on the site as well', async ({
      editor,
      page,
      site,
    }) => {
      const { tag, path } = await addTagged(site, ['Rowan', 'Alder']);
      await page.goto(path('Rowan'));
      await editor.goto(`${at}?tag=${tag}`);
      await editor.getByRole('button', { name: 'Move Rowan to the bin' }).click();
      await expect(said(editor)).toContainText('1 post moved to the bin.');
      await expect(rowOf(editor, 'Rowan').getByRole('checkbox')).toHaveCount(0);
      expect((await page.goto(path('Rowan')))?.status()).toBe(404);
      await editor.getByRole('button', { name: 'Undo' }).click();
      await expect(said(editor)).toContainText('Restored 1 post');
      await expect(rowOf(editor, 'Rowan')).toHaveCount(1);
      expect((await page.goto(path('Rowan')))?.status()).toBe(200);
    });

    test('what is in the bin is restored, or deleted for good after a question', async ({
      editor,
      site,
    }) => {
      const { tag } = await addTagged(site, ['Fig', 'Date', 'Lime']);
      await editor.goto(`${at}?tag=${tag}`);
      for (const name of ['Fig', 'Date', 'Lime'])
        await editor.getByRole('checkbox', { name }).check();
      await editor.getByRole('button', { name: 'Move to bin' }).click();
      await expect(said(editor)).toContainText('3 posts moved to the bin.');
      await editor.goto(`${at}?tag=${tag}&status=binned`);
      await editor.getByRole('button', { name: 'Restore Fig' }).click();
      await expect(said(editor)).toContainText('Restored 1 post');
      await editor.getByRole('checkbox', { name: 'Date' }).check();
      await editor.getByRole('button', { name: 'Delete for good' }).click();
      await editor.getByRole('button', { name: 'Cancel' }).click();
      await expect(rowOf(editor, 'Date')).toHaveCount(1);
      await editor.getByRole('button', { name: 'Delete for good' }).click();
      await editor.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
      await expect(said(editor)).toContainText('Deleted 1 post for good.');
      await editor.goto(`${at}?status=binned`);
      await editor.getByRole('button', { name: 'Empty the bin' }).click();
      await editor.getByRole('button', { name: 'Delete everything for good' }).click();
      await expect(said(editor)).toContainText('for good.');
      await expect(editor.getByText('The bin is empty')).toBeVisible();
    });

    test('pages lead on and back', async ({ editor, site }) => {
      const titles = Array.from(
        { length: 60 },
        (_, index) => `Item${String(index).padStart(2, '0')}`,
      );
      const { tag } = await addTagged(site, titles);
      await editor.goto(`${at}?tag=${tag}&sort=title`);
      await expect(rowOf(editor, 'Item49')).toHaveCount(1);
      await editor.getByRole('link', { name: 'Next page' }).click();
      await expect(rowOf(editor, 'Item50')).toHaveCount(1);
      await expect(rowOf(editor, 'Item59')).toHaveCount(1);
      await expect(rowOf(editor, 'Item49')).toHaveCount(0);
      await editor.getByRole('link', { name: 'Previous page' }).click();
      await expect(rowOf(editor, 'Item00')).toHaveCount(1);
      await expect(rowOf(editor, 'Item49')).toHaveCount(1);
    });
  });

test('nothing chosen, nothing done, and it says so', async ({ editor, site }) => {
  const { tag } = await addTagged(site, ['Sloe']);
  await editor.goto(`${at}?tag=${tag}`);
  const box = editor.getByRole('checkbox', { name: 'Sloe' });
  await expect(editor.getByRole('button', { name: 'Add tags' })).toBeHidden();
  await box.check();
  await editor.getByRole('button', { name: 'Add tags' }).click();
  await expect(said(editor)).toContainText('Write the tags first');
  await expect(box).toBeChecked();
});

test('the whole list is tagged, over all its pages', async ({ editor, site }) => {
  const titles = Array.from({ length: 55 }, (_, index) => `Bulk${index}`);
  const { tag } = await addTagged(site, titles);
  await editor.goto(`${at}?tag=${tag}`);
  await editor.getByRole('checkbox', { name: 'Bulk54' }).check();
  await editor.getByLabel('Tags, with commas').fill(ownWord());
  await editor.getByRole('checkbox', { name: 'tag the whole list, all pages' }).check();
  await editor.getByRole('button', { name: 'Add tags' }).click();
  await expect(said(editor)).toContainText('Tags added to 55 posts.');
});

test('an author sees of others what readers see, and may not touch it', async ({
  author,
  site,
}) => {
  const mine = await addTagged(site, ['Mine'], { authorId: await personOf(site, 'author') });
  await author.goto(at);
  await expect(rowOf(author, 'Mine').getByRole('link', { name: 'Edit Mine' })).toBeVisible();
  await expect(author.getByText('zqdraftentry')).toHaveCount(0);
  await author.getByLabel('Author').selectOption('Everybody');
  await expect(author).toHaveURL(/author=all/);
  const foreign = rowOf(author, 'Entry zqliveentry');
  await expect(foreign).toHaveCount(1);
  await expect(
    foreign.getByRole('link', { name: 'Entry zqliveentry', exact: true }),
  ).toHaveAttribute('href', '/2026/Jan/15/live-entry/');
  await expect(foreign.getByRole('checkbox')).toHaveCount(0);
  await expect(foreign.getByRole('button')).toHaveCount(0);
  for (const hidden of ['zqdraftentry', 'zqscheduledentry', 'zqbinnedentry'])
    await expect(author.getByText(hidden)).toHaveCount(0);
  await expect(rowOf(author, 'Mine')).toHaveCount(1);
  expect(mine.ids).toHaveLength(1);
});

test.describe('keys', () => {
  test('lead through the list, choose and edit', async ({ editor, site }) => {
    const { tag, ids } = await addTagged(site, ['Alpha', 'Beta']);
    await editor.goto(`${at}?tag=${tag}&sort=title`);
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
    await editor.keyboard.press('/');
    const find = editor.getByLabel('Find');
    await expect(find).toBeFocused();
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
