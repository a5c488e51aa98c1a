// A file of a published post changes, and every page that shows it is fresh at the next request.
import { dashboardUrls } from '../../lib/dashboard-urls';
import { buildPost } from '../../lib/testing/factories';
import * as files from '../../lib/testing/media-files';
import { expect, test } from '../fixtures';
import { makePost } from '../pages/editor';
import { Library } from '../pages/library';
import { ownWord } from '../posts';

test('replaced under its address, described, put away: readers see it at once', async ({
  editor,
  page,
  site,
}) => {
  const word = ownWord();
  const library = new Library(editor);
  await library.open();
  await library.upload({
    name: `${word}.jpg`,
    buffer: await files.photo({ width: 1000, height: 500, shade: 21 }),
  });
  const id = await library.openFile(`${word}.jpg`);
  const address = `/media/${id}/${word}.jpg`;
  const post = await makePost(
    site,
    buildPost('note', { slug: word, title: word, body: `![](${address})` }),
  );
  const path = `/2026/Jan/15/${word}/`;
  const html = async () => (await page.request.get(path)).text();
  const etag = async () => (await page.request.get(address)).headers().etag;
  expect(await html()).toContain('width="1000" height="500"');
  const before = await etag();

  await editor.reload();
  await expect(editor.getByRole('link', { name: word, exact: true })).toHaveAttribute(
    'href',
    dashboardUrls.post(post),
  );
  await editor.getByLabel('What it shows').fill('A wall');
  await editor.getByLabel('Caption').fill('On a Monday');
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(editor.getByText('Saved. 1 post shows it now.')).toBeVisible();
  expect(await html()).toContain('alt="A wall"');
  expect(await html()).toContain('<figcaption>On a Monday</figcaption>');

  await editor.locator('.replace-file input[type=file]').setInputFiles({
    name: 'other.png',
    mimeType: 'image/png',
    buffer: files.flatPng(800, 200),
  });
  await expect(editor.locator('.replace-file .upload-state')).toHaveText('Uploaded');
  expect(await html()).toContain('width="800" height="200"');
  expect(await html()).toContain('alt="A wall"');
  expect(await etag()).not.toBe(before);
  const served = await page.request.get(address);
  expect(served.headers()['content-type']).toBe('image/png');

  await editor.locator('.replace-file input[type=file]').setInputFiles({
    name: 'tune.wav',
    mimeType: 'audio/wav',
    buffer: files.wav(9),
  });
  await expect(editor.locator('.replace-file')).toContainText('is one of “Pictures”');

  await editor.getByRole('button', { name: 'Move to the bin' }).click();
  await expect(editor.getByRole('dialog')).toContainText('1 place refers to it');
  await editor.getByRole('dialog').getByRole('button', { name: 'Move to the bin' }).click();
  await expect(editor.getByRole('heading', { name: 'In the bin' })).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(404);
  await editor.goto(dashboardUrls.home());
  await expect(editor.locator('.broken-references')).toContainText(`${word}.jpg is in the bin`);
  await editor.getByRole('link', { name: `${word}.jpg` }).click();
  await editor.getByRole('button', { name: 'Restore' }).click();
  await expect(editor.getByRole('heading', { name: 'Delete it' })).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(200);
  await editor.goto(dashboardUrls.home());
  await expect(editor.getByText(`${word}.jpg is in the bin`)).toHaveCount(0);
});

test('a film gets a still picture and captions, on every page that shows it', async ({
  editor,
  page,
  site,
}) => {
  const word = ownWord();
  const library = new Library(editor);
  await library.open();
  await library.upload(
    { name: `${word}.mp4`, buffer: files.mp4({ seconds: 77 }) },
    { name: `${word}-still.png`, buffer: files.flatPng(640, 360) },
    {
      name: `${word}.vtt`,
      buffer: Buffer.from(`WEBVTT\n\n00:00.000 --> 00:01.000\n${word}\n`),
    },
  );
  const id = await library.openFile(`${word}.mp4`);
  await makePost(
    site,
    buildPost('note', {
      slug: word,
      title: word,
      body: `<video controls src="/media/${id}/${word}.mp4"></video>`,
    }),
  );
  const html = async () => (await page.request.get(`/2026/Jan/15/${word}/`)).text();
  expect(await html()).not.toContain('poster=');

  await editor.getByRole('button', { name: 'Choose Still picture' }).click();
  await editor.getByRole('dialog').getByLabel('Find').fill(word);
  await editor.getByRole('button', { name: new RegExp(`${word}-still`) }).click();
  await editor.getByRole('button', { name: 'Choose Captions' }).click();
  await expect(editor.getByRole('dialog').getByLabel('Find')).toHaveValue('.vtt');
  await editor.getByRole('dialog').getByLabel('Find').fill(`${word}.vtt`);
  await editor.getByRole('button', { name: new RegExp(`${word}\\.vtt`) }).click();
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(editor.getByText('Saved. 1 post shows it now.')).toBeVisible();
  const [, poster = ''] = /poster="([^"]+)"/.exec(await html()) ?? [];
  const [, captions = ''] = /<track kind="captions" src="([^"]+)"/.exec(await html()) ?? [];
  expect((await page.request.get(poster)).headers()['content-type']).toBe('image/png');
  expect(await (await page.request.get(captions)).text()).toContain(word);

  await editor.getByLabel('Still picture').fill(captions.replace(/[0-9a-f]{10}\//, ''));
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(editor.getByText('Choose a picture of the library.')).toBeVisible();
});
