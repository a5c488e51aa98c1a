// A bucket that fails in the middle of an upload, and while readers ask for files.
import * as files from '../../lib/testing/media-files';
import { expect, type Site, test } from '../fixtures';
import { ownWord } from '../posts';
import { countStored, half, largeFile, openOverLine } from './halfway';

const bucketOf = ({ bucket }: Site) => {
  if (bucket === null) throw new Error('This site has no bucket.');
  return bucket;
};

test('while the browser sends to it', async ({ browser, site }) => {
  const word = ownWord();
  const { context, page, library } = await openOverLine(browser, site);
  site.line.hold(half);
  await library.choose({ name: `${word}.wav`, buffer: largeFile() });
  await expect(library.line(word)).toContainText(/Uploading, [1-9]\d? %/);
  await bucketOf(site).kill();
  site.line.free();
  await expect(library.line(word)).toContainText('The connection broke.');
  expect(await countStored(site, word)).toBe(0);
  await bucketOf(site).start();
  await page.getByRole('button', { name: `Try again ${word}.wav` }).click();
  await expect(library.line(word).locator('.upload-state')).toHaveText('Uploaded', {
    timeout: 90_000,
  });
  expect(await countStored(site, word)).toBe(1);
  await context.close();
});

test('before the server has looked at what was sent; readers are told to come again', async ({
  browser,
  site,
}) => {
  const word = ownWord();
  const { context, page, library } = await openOverLine(browser, site);
  await library.upload({ name: `${word}-there.wav`, buffer: files.wav(17) });
  const id = await library.openFile(`${word}-there.wav`);
  const address = `/media/${id}/${word}-there.wav`;
  await library.open();
  await page.route('**/api/upload/complete/', async (route) => {
    await bucketOf(site).kill();
    await route.continue();
  });
  await library.choose({ name: `${word}-late.wav`, buffer: files.wav(18) });
  await expect(library.line(`${word}-late`)).toContainText('It could not be stored');
  expect(await countStored(site, `${word}-late`)).toBe(0);
  const answer = await page.request.get(address);
  expect([answer.status(), answer.headers()['retry-after']]).toEqual([503, '30']);

  await bucketOf(site).start();
  await page.unroute('**/api/upload/complete/');
  await page.getByRole('button', { name: `Try again ${word}-late.wav` }).click();
  await expect(library.line(`${word}-late`).locator('.upload-state')).toHaveText('Uploaded', {
    timeout: 90_000,
  });
  expect(await countStored(site, `${word}-late`)).toBe(1);
  expect((await page.request.get(address)).status()).toBe(200);
  await context.close();
});
