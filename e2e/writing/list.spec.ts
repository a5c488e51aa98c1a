// The author's list: finding posts and changing many of them, with scripts and without.
import type { Page } from '@playwright/test';
import { buildPost } from '../../lib/testing/factories';
import { expect, test } from '../fixtures';
import { addPosts, addTagged, ownWord, personOf } from '../posts';

const at = '/dashboard/posts/';
const rowOf = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title });
const said = (page: Page) => page.locator('.notice');

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
  await addTagged(site, ['Mine'], { authorId: await personOf(site, 'author') });
  await author.goto(at);
  await expect(rowOf(author, 'Mine').getByRole('link', { name: 'Edit Mine' })).toBeVisible();
  await expect(author.getByText('zqdraftentry')).toHaveCount(0);
  await author.getByLabel('Author', { exact: true }).selectOption('Everybody');
  await expect(author).toHaveURL(/author=all/);
  await author.goto(`${at}?author=all&q=zqliveentry`);
  const foreign = rowOf(author, 'Entry zqliveentry');
  await expect(foreign).toHaveCount(1);
  await expect(
    foreign.getByRole('link', { name: 'Entry zqliveentry', exact: true }),
  ).toHaveAttribute('href', '/2026/Jan/15/live-entry/');
  await expect(foreign.getByRole('checkbox')).toHaveCount(0);
  await expect(foreign.getByRole('button')).toHaveCount(0);
  for (const hidden of ['zqdraftentry', 'zqscheduledentry', 'zqbinnedentry']) {
    await author.goto(`${at}?author=all&q=${hidden}`);
    await expect(rowOf(author, `Entry ${hidden}`)).toHaveCount(0);
  }
});
