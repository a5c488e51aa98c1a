// Files that are in the library come into a post, and pictures of others into the library.
import type { Page } from '@playwright/test';
import { dashboardUrls } from '../../lib/dashboard-urls';
import { buildPost } from '../../lib/testing/factories';
import * as files from '../../lib/testing/media-files';
import { expect, test } from '../fixtures';
import { Editor, makePost } from '../pages/editor';
import { Library } from '../pages/library';
import { ownWord } from '../posts';

/** The text as it is saved. */
const textOf = (page: Page) => page.locator('form.editor textarea[name="body"]').inputValue();

test('a file of the library goes into the text, and into the field of the card', async ({
  editor,
}) => {
  const word = ownWord();
  const library = new Library(editor);
  await library.open();
  await library.upload({ name: `${word}.png`, buffer: files.flatPng(213, 97) });
  const page = new Editor(editor);
  await page.open('entry');
  await page.write('See');
  await page.button('Library').click();
  const dialog = editor.getByRole('dialog');
  await dialog.getByLabel('Find').fill(word);
  await dialog.getByRole('button', { name: new RegExp(word) }).click();
  await expect(dialog).toHaveCount(0);
  expect(await textOf(editor)).toMatch(
    new RegExp(`^See\\n\\n!\\[\\]\\(/media/\\d+/${word}\\.png\\)$`),
  );
  await editor.getByText('Details').click();
  await editor.getByRole('button', { name: 'Choose Image for cards' }).click();
  await dialog.getByLabel('Find').fill(word);
  await dialog.getByRole('button', { name: new RegExp(word) }).click();
  const card = editor.getByLabel('Image for cards');
  await expect(card).toHaveValue(new RegExp(`^/media/\\d+/${word}\\.png$`));
  await page.saved();
  await editor.reload();
  await editor.getByText('Details').click();
  await expect(card).toHaveValue(new RegExp(`^/media/\\d+/${word}\\.png$`));
});

test('pictures that lie elsewhere are fetched on request; machines within are not asked', async ({
  editor,
  site,
}) => {
  const word = ownWord();
  const library = new Library(editor);
  await library.open();
  await library.upload({ name: `${word}.png`, buffer: files.flatPng(215, 97) });
  const id = await library.openFile(`${word}.png`);
  const within = `${site.baseUrl}/media/${id}/${word}.png`.replace('localhost', '127.0.0.1');
  const without = `https://pictures.example/${word}.png`;
  const post = await makePost(
    site,
    // A draft: readers' browsers would ask for what lies elsewhere.
    buildPost('note', {
      status: 'draft',
      body: `![a](${within})\n\n![b](${without})\n\n[c](${without})`,
    }),
  );
  const page = new Editor(editor);
  await page.open(post);
  // No test asks another machine: the server's answer for the one that may be asked is played.
  await editor.route('**/api/media/fetch/', async (route) => {
    if (!route.request().postData()?.includes(without)) return route.continue();
    const list = await editor.request.get(dashboardUrls.listMedia({ q: word }));
    const [file] = (await list.json()).files;
    return route.fulfill({ json: { status: 'new', remark: null, file } });
  });
  await page.button('Fetch 2 pictures from elsewhere').click();
  await expect(editor.getByText('This server may not look there.')).toBeVisible();
  await expect(editor.getByText('1 picture of others now in your library.')).toBeVisible();
  expect(await textOf(editor)).toBe(
    `![a](${within})\n\n![b](/media/${id}/${word}.png)\n\n[c](${without})`,
  );
});
