// The library: bringing files in, finding them, and clearing them away.
import { dashboardUrls } from '../../lib/dashboard-urls';
import * as files from '../../lib/testing/media-files';
import { expect, test } from '../fixtures';
import { drop, Library, paste } from '../pages/library';
import { ownWord } from '../posts';

test('files come by picker, drop and paste, and are found again', async ({ editor }) => {
  const word = ownWord();
  const library = new Library(editor);
  await library.open();
  await library.upload(
    {
      name: `${word} one.jpg`,
      buffer: await files.photo({ width: 1000, height: 600, shade: 3 }),
    },
    { name: `${word} two.wav`, buffer: files.wav(3) },
  );
  await expect(library.file(`${word} one.jpg`)).toContainText('1000 × 600');
  await drop(editor.locator('main'), [
    { name: `${word} three.pdf`, buffer: Buffer.concat([files.pdf, Buffer.from(word)]) },
  ]);
  await expect(library.line('three.pdf')).toContainText('Uploaded');
  await paste(editor.locator('main'), [
    { name: `${word} four.png`, mimeType: 'image/png', buffer: files.flatPng(300, 200) },
  ]);
  await expect(library.line('four.png')).toContainText('Uploaded');
  await expect(library.file(word)).toHaveCount(4);

  await library.open({ q: word, kind: 'audio' });
  await expect(library.files).toHaveCount(1);
  await editor.getByLabel('Type').selectOption('picture');
  await expect(library.files).toHaveCount(2);
  await editor.getByLabel('Find').fill(`${word} four`);
  await editor.keyboard.press('Enter');
  await expect(library.files).toHaveCount(1);
  await editor.getByRole('link', { name: 'List', exact: true }).click();
  await expect(editor.getByRole('row', { name: /four\.png/ })).toContainText('Not used');
  const month = new Date().toISOString().slice(0, 7);
  await library.open({ q: word, month, unused: '1' });
  await expect(library.files).toHaveCount(4);
  await library.open({ q: word, month: '2001-01' });
  await expect(editor.getByText('No file matches')).toBeVisible();
});

test('what a picture shows is asked for, and kept', async ({ editor }) => {
  const word = ownWord();
  const library = new Library(editor);
  await library.open();
  await library.upload({ name: `${word}.png`, buffer: files.flatPng(311, 200) });
  await expect(library.file(word)).toContainText('not described');
  const line = library.line(word);
  await line.getByLabel('What does this picture show?').fill('  A grey   wall ');
  await line.getByLabel('What does this picture show?').press('Enter');
  await expect(line).toContainText('Saved.');
  await expect(library.file(word)).not.toContainText('not described');
  await library.openFile(`${word}.png`);
  await expect(editor.getByLabel('What it shows')).toHaveValue('A grey wall');
});

test('the same bytes are stored once', async ({ editor }) => {
  const word = ownWord();
  const library = new Library(editor);
  await library.open();
  const buffer = files.wav(4);
  await library.upload({ name: `${word}.wav`, buffer });
  await library.choose({ name: 'again.wav', buffer });
  await expect(library.line('again.wav')).toContainText('It was in the library already.');
  await library.open({ q: word });
  await expect(library.files).toHaveCount(1);
});

test('to the bin, back again, and away for good', async ({ editor, page, site }) => {
  const word = ownWord();
  const library = new Library(editor);
  await library.open();
  await library.upload(
    { name: `${word}-a.txt`, buffer: Buffer.from(`a ${word}`) },
    { name: `${word}-b.txt`, buffer: Buffer.from(`b ${word}`) },
  );
  await library.open({ q: word });
  for (const name of ['a', 'b'])
    await editor.getByRole('checkbox', { name: `Choose ${word}-${name}.txt` }).check();
  await expect(editor.getByText('2 chosen')).toBeVisible();
  await editor.getByRole('button', { name: 'Move to the bin' }).click();
  await expect(editor.getByRole('dialog')).toContainText('will have a gap');
  await editor.getByRole('dialog').getByRole('button', { name: 'Move to the bin' }).click();
  await expect(editor.getByText('2 files put into the bin.')).toBeVisible();
  await expect(library.files).toHaveCount(0);

  await library.open({ q: word, bin: '1' });
  const id = await library.openFile(`${word}-a.txt`);
  const address = `${site.baseUrl}/media/${id}/${word}-a.txt`;
  expect((await page.request.get(address)).status()).toBe(404);
  await editor.getByRole('button', { name: 'Restore' }).click();
  await expect(editor.getByText('Restored: it is where it was.')).toBeVisible();
  expect(await (await page.request.get(address)).text()).toBe(`a ${word}`);

  await library.open({ q: word, bin: '1' });
  await library.openFile(`${word}-b.txt`);
  await editor.getByRole('button', { name: 'Delete for good' }).click();
  await editor.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(editor).toHaveURL(dashboardUrls.media({ bin: 1 }));
  await library.open({ q: word, bin: '1' });
  await expect(editor.getByText('No file matches')).toBeVisible();
});

test('an author changes what they have brought, and nothing else', async ({ editor, author }) => {
  const word = ownWord();
  const library = new Library(editor);
  await library.open();
  await library.upload({ name: `${word}.txt`, buffer: Buffer.from(word) });
  const theirs = new Library(author);
  await theirs.open({ q: word });
  await author.getByRole('checkbox').check();
  await author.getByRole('button', { name: 'Move to the bin' }).click();
  await author.getByRole('dialog').getByRole('button', { name: 'Move to the bin' }).click();
  await expect(author.getByText('1 file of others left as they are.')).toBeVisible();
  await theirs.openFile(`${word}.txt`);
  await expect(author.getByText('Its uploader, or an owner of the site')).toBeVisible();
  await expect(author.getByRole('button', { name: 'Move to the bin' })).toHaveCount(0);
});

test('the keyboard goes through the files', async ({ editor }) => {
  const word = ownWord();
  const library = new Library(editor);
  await library.open();
  await library.upload(
    { name: `${word}-a.txt`, buffer: Buffer.from(`a ${word}`) },
    { name: `${word}-b.txt`, buffer: Buffer.from(`b ${word}`) },
  );
  await library.open({ q: word });
  await editor.keyboard.press('j');
  await editor.keyboard.press('x');
  await expect(editor.getByText('1 chosen')).toBeVisible();
  await editor.keyboard.press('/');
  await expect(editor.getByLabel('Find')).toBeFocused();
  await editor.locator('h1').click();
  const chooser = editor.waitForEvent('filechooser');
  await editor.keyboard.press('u');
  expect((await chooser).isMultiple()).toBe(true);
});

test('a file that is not there is not found', async ({ editor }) => {
  for (const id of ['0', '999999', 'x', '99999999999'])
    expect((await editor.request.get(`/dashboard/media/${id}/`)).status()).toBe(404);
});
