// Files come into a post: pasted, dropped, chosen; and nothing that is typed meanwhile is moved or
// lost.
import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { dashboardUrls } from '../../lib/dashboard-urls';
import { postEdits } from '../../lib/db/schema';
import * as files from '../../lib/testing/media-files';
import { expect, test } from '../fixtures';
import { Editor, inDatabase } from '../pages/editor';
import { drop, paste } from '../pages/library';
import { ownWord } from '../posts';

const uploads = '.sheet-text .upload-list';

/** The text as it is saved. */
const textOf = (page: Page) => page.locator('form.editor textarea[name="body"]').inputValue();

/** Holds uploads on their way until they are let go. */
async function holdUploads(page: Page, endpoint: string | undefined) {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const pattern = endpoint === undefined ? '**/api/upload/**' : `${endpoint}/**`;
  await page.route(pattern, async (route) => {
    await gate;
    await route.continue();
  });
  return letGo;
}

test('what is typed while a picture is on its way stays as it is', async ({ editor, site }) => {
  const word = ownWord();
  const page = new Editor(editor);
  const letGo = await holdUploads(editor, site.bucket?.endpoint);
  await page.open('note');
  await page.write('One.\n\nThree.');
  await page.text.press('ArrowUp');
  await page.text.press('ArrowUp');
  await page.text.press('End');
  await paste(page.text, [
    {
      name: `${word}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await files.photo({ width: 1200, height: 900, shade: 9 }),
    },
  ]);
  await expect(editor.locator('.upload-mark')).toContainText(`${word}.jpg`);
  await editor.keyboard.insertText('\n\nTwo.');
  await page.text.press('ControlOrMeta+Home');
  await editor.keyboard.insertText('Zero. ');
  await page.saved();
  const id = await page.postId();
  const stored = await inDatabase(site, (db) =>
    db.select().from(postEdits).where(eq(postEdits.postId, id)),
  );
  // Nothing of an upload that may yet fail is ever saved.
  expect(stored[0]?.values.body).toBe('Zero. One.\n\nTwo.\n\nThree.');

  await page.button('Publish…').click();
  await expect(editor.getByRole('dialog')).toContainText(
    'A file is still on the way into the text.',
  );
  await page.button('Cancel').click();
  await page.text.click();
  await page.text.press('ControlOrMeta+Home');
  for (const _ of 'Zero. ') await page.text.press('ArrowRight');

  letGo();
  await expect(editor.locator(uploads)).toContainText('Uploaded');
  expect(await textOf(editor)).toMatch(
    /^Zero\. One\.\n\n!\[\]\(\/media\/\d+\/\w+\.jpg\)\n\nTwo\.\n\nThree\.$/,
  );
  await expect(editor.locator('.upload-mark')).toHaveCount(0);
  // The cursor is where it was.
  await editor.keyboard.insertText('Here. ');
  expect(await textOf(editor)).toMatch(/^Zero\. Here\. One\./);
  await page.text.press('ControlOrMeta+z');
  await page.text.press('ControlOrMeta+z');
  await expect.poll(() => textOf(editor)).not.toContain('/media/');
  await expect.poll(() => textOf(editor)).toContain('Two.');
});

test('from the picker to the page: words for those who do not see it, sizes that fit', async ({
  editor,
  page: reader,
}) => {
  const word = ownWord();
  const page = new Editor(editor);
  await page.open('entry');
  await page.field('Title').fill(word);
  await page.write('Look:');
  await editor.locator('.sheet-text input[type=file]').setInputFiles({
    name: `${word}.jpg`,
    mimeType: 'image/jpeg',
    buffer: await files.photo({ width: 1600, height: 900, shade: 11 }),
  });
  const asked = editor.getByLabel('What does this picture show?');
  await asked.fill('A cat on a roof');
  await asked.press('Enter');
  await expect(editor.locator('.alt-field')).toContainText('Saved.');
  await page.saved();
  await page.button('Publish…').click();
  await page.button('Publish now').click();
  const live = page.notice.getByRole('link');
  await reader.goto((await live.getAttribute('href')) ?? '');
  const picture = reader.getByAltText('A cat on a roof');
  await expect(picture).toHaveAttribute('width', '1600');
  await expect(picture).toHaveAttribute('srcset', /-480\/\w+\.webp 480w/);
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
});

test('films, recordings and other files, dropped together, keep their order', async ({
  editor,
}) => {
  const word = ownWord();
  const page = new Editor(editor);
  await page.open('note');
  await drop(page.text, [
    { name: `${word}.mp4`, buffer: files.mp4({ seconds: 41 }) },
    { name: `${word}.wav`, buffer: files.wav(5) },
    { name: `${word} [1].pdf`, buffer: Buffer.concat([files.pdf, Buffer.from(word)]) },
  ]);
  await expect(editor.locator('.uploads-summary').first()).toHaveText('3 of 3 files uploaded.');
  const paragraphs = (await textOf(editor)).split('\n\n');
  expect(paragraphs).toEqual([
    expect.stringMatching(/^<video controls src="\/media\/\d+\/\w+\.mp4"><\/video>$/),
    expect.stringMatching(/^<audio controls src="\/media\/\d+\/\w+\.wav"><\/audio>$/),
    expect.stringMatching(
      new RegExp(
        `^\\[${word} \\\\\\[1\\\\\\]\\.pdf\\]\\(/media/\\d+/${word}-1\\.pdf\\) \\(\\d+ bytes\\)$`,
      ),
    ),
  ]);
});

test('what is cancelled or refused leaves the text alone', async ({ editor, site }) => {
  const page = new Editor(editor);
  const letGo = await holdUploads(editor, site.bucket?.endpoint);
  await page.open('note');
  await page.write('Mine.');
  await paste(page.text, [
    { name: 'slow.png', mimeType: 'image/png', buffer: files.flatPng(211, 97) },
    { name: 'large.png', mimeType: 'image/png', buffer: files.flatPng(10_000, 10_000) },
  ]);
  await expect(editor.locator('.upload-mark')).toHaveCount(2);
  await page.button('Cancel slow.png').click();
  await expect(editor.locator('.upload-mark')).toHaveCount(1);
  letGo();
  await expect(editor.locator(uploads)).toContainText('10,000 × 10,000 pixels');
  await expect(editor.locator('.upload-mark')).toHaveCount(0);
  expect(await textOf(editor)).toBe('Mine.');
});

test('a connection that breaks is told, and another try succeeds', async ({ editor, site }) => {
  const page = new Editor(editor);
  const pattern = site.bucket ? `${site.bucket.endpoint}/**` : '**/api/upload/?**';
  await page.open('note');
  await page.write('Mine.');
  await editor.route(pattern, (route) => route.abort('blockedbyclient'), { times: 1 });
  await paste(page.text, [
    { name: 'shaky.png', mimeType: 'image/png', buffer: files.flatPng(212, 97) },
  ]);
  await expect(editor.locator(uploads)).toContainText('The connection broke.');
  await page.text.press('ControlOrMeta+Home');
  await editor.keyboard.insertText('Before. ');
  await page.button('Try again shaky.png').click();
  await expect(editor.locator(uploads)).toContainText('Uploaded');
  expect(await textOf(editor)).toMatch(/^Before\. Mine\.\n\n!\[\]\(\/media\/\d+\/shaky\.png\)$/);
});

test('in the plain field, where the editor of long texts does not load', async ({
  editor,
  site,
}) => {
  const path = dashboardUrls.newPost('note');
  const html = await (await editor.request.get(path)).text();
  await editor.route('**/_next/static/**/*.js', (route) => {
    const { pathname } = new URL(route.request().url());
    return html.includes(pathname) ? route.continue() : route.abort('blockedbyclient');
  });
  const letGo = await holdUploads(editor, site.bucket?.endpoint);
  await editor.goto(path);
  const form = editor.locator('form.editor');
  await expect(form).toHaveAttribute('data-live', '');
  const text = form.locator('textarea[name="body"]');
  await text.click();
  await editor.keyboard.insertText('One.');
  await paste(text, [{ name: 'plain.png', mimeType: 'image/png', buffer: files.flatPng(214, 97) }]);
  await expect(editor.locator(uploads)).toContainText('plain.png');
  await editor.keyboard.insertText('\n\nTwo.');
  await text.press('ControlOrMeta+Home');
  await editor.keyboard.insertText('Zero. ');
  letGo();
  await expect(editor.locator(uploads)).toContainText('Uploaded');
  await expect(text).toHaveValue(/^Zero\. One\.\n\n!\[\]\(\/media\/\d+\/plain\.png\)\n\nTwo\.$/);
  await editor.keyboard.insertText('Here. ');
  await expect(text).toHaveValue(/^Zero\. Here\. One\./);
});

test('a link of the dashboard, and a step back, ask before they cancel what is on its way', async ({
  editor,
  site,
}) => {
  const page = new Editor(editor);
  const letGo = await holdUploads(editor, site.bucket?.endpoint);
  await editor.goto(dashboardUrls.home());
  await editor.getByRole('navigation', { name: 'New post' }).getByText('Note').click();
  await page.ready();
  await page.write('Mine.');
  await paste(page.text, [
    { name: 'kept.png', mimeType: 'image/png', buffer: files.flatPng(215, 97) },
  ]);
  await expect(editor.locator('.upload-mark')).toHaveCount(1);
  await page.saved();
  const questions: string[] = [];
  editor.on('dialog', (dialog) => {
    questions.push(dialog.message());
    return dialog.dismiss();
  });
  const question = expect.stringContaining('Files are still being uploaded');
  const away = page.form.locator(`a[href="${dashboardUrls.posts()}"]`).first();
  await away.click();
  expect(questions).toEqual([question]);
  await editor.evaluate(() => history.back());
  await expect.poll(() => questions).toEqual([question, question]);
  await expect(page.form).toBeVisible();
  letGo();
  await expect(editor.locator(uploads)).toContainText('Uploaded');
  expect(await textOf(editor)).toContain('/kept.png');
  // All is kept now: nobody asks.
  await away.click();
  await expect(page.form).toHaveCount(0);
  expect(questions).toHaveLength(2);
});
