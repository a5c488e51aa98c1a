// A bucket that fails in the middle of an upload, and while readers ask for files.
import * as files from '../../lib/testing/media-files';
import { expect, type Site, test } from '../fixtures';
import { signedIn } from '../pages/editor';
import { Library } from '../pages/library';
import { ownWord } from '../posts';
import { countStored, slowDown, slowFile } from './halfway';

const own = (site: Site) => {
  if (site.bucket === null) throw new Error('This site has no bucket.');
  return site.bucket;
};

test('while the browser sends to it', async ({ browser, site }) => {
  const word = ownWord();
  const context = await signedIn(browser, site, 'owner');
  const page = await context.newPage();
  const library = new Library(page);
  await library.open();
  const line = await slowDown(page);
  await library.choose({ name: `${word}.wav`, buffer: slowFile() });
  await expect(library.line(word)).toContainText(/Uploading, [1-9]\d? %/);
  await own(site).kill();
  await expect(library.line(word)).toContainText('The connection broke.');
  await line.heal();
  expect(await countStored(site, word)).toBe(0);
  await own(site).start();
  await page.getByRole('button', { name: `Try again ${word}.wav` }).click();
  await expect(library.line(word)).toContainText('Uploaded');
  expect(await countStored(site, word)).toBe(1);
  await context.close();
});

test('before the server has looked at what was sent; readers are told to come again', async ({
  browser,
  site,
}) => {
  const word = ownWord();
  const context = await signedIn(browser, site, 'owner');
  const page = await context.newPage();
  const library = new Library(page);
  await library.open();
  await library.upload({ name: `${word}-there.wav`, buffer: files.wav(17) });
  const id = await library.openFile(`${word}-there.wav`);
  const address = `/media/${id}/${word}-there.wav`;
  await library.open();
  await page.route('**/api/upload/complete/', async (route) => {
    await own(site).kill();
    await route.continue();
  });
  await library.choose({ name: `${word}-late.wav`, buffer: files.wav(18) });
  await expect(library.line(`${word}-late`)).toContainText('It could not be stored');
  expect(await countStored(site, `${word}-late`)).toBe(0);
  const answer = await page.request.get(address);
  expect([answer.status(), answer.headers()['retry-after']]).toEqual([503, '30']);

  await own(site).start();
  await page.unroute('**/api/upload/complete/');
  await page.getByRole('button', { name: `Try again ${word}-late.wav` }).click();
  await expect(library.line(`${word}-late`)).toContainText('Uploaded');
  expect(await countStored(site, `${word}-late`)).toBe(1);
  expect((await page.request.get(address)).status()).toBe(200);
  await context.close();
});
