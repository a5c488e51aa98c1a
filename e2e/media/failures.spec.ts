// What breaks in the middle of an upload leaves nothing half there, and can be tried again.
import { expect, test } from '../fixtures';
import { ownWord } from '../posts';
import { countStored, half, largeFile, leftOver, openOverLine } from './halfway';

// What other tests leave on its way for the daily sweep is not looked at here.
test.use({ apart: 'failures' });

test.afterEach(({ site }) => site.line.free());

test('a connection that breaks', async ({ browser, site }) => {
  const word = ownWord();
  const { context, page, library } = await openOverLine(browser, site);
  site.line.hold(half);
  await library.choose({ name: `${word}.wav`, buffer: largeFile() });
  await expect(library.line(word)).toContainText(/Uploading, [1-9]\d? %/);
  site.line.cut();
  await expect(library.line(word)).toContainText('The connection broke.');
  site.line.free();
  await expect.poll(() => leftOver(site)).toEqual([]);
  expect(await countStored(site, word)).toBe(0);

  await page.getByRole('button', { name: `Try again ${word}.wav` }).click();
  await expect(library.line(word).locator('.upload-state')).toHaveText('Uploaded', {
    timeout: 90_000,
  });
  expect(await countStored(site, word)).toBe(1);
  expect(await leftOver(site)).toEqual([]);
  await context.close();
});

test('an upload that is cancelled', async ({ browser, site }) => {
  const word = ownWord();
  const { context, page, library } = await openOverLine(browser, site);
  site.line.hold(half);
  await library.choose({ name: `${word}.wav`, buffer: largeFile() });
  await expect(library.line(word)).toContainText(/Uploading, [1-9]\d? %/);
  if (site.bucket === null) await expect.poll(() => leftOver(site)).not.toEqual([]);
  await page.getByRole('button', { name: `Cancel ${word}.wav` }).click();
  await expect(library.line(word)).toContainText('Canceled');
  site.line.free();
  await expect.poll(() => leftOver(site)).toEqual([]);
  expect(await countStored(site, word)).toBe(0);
  await page.getByRole('button', { name: `Try again ${word}.wav` }).click();
  await expect(library.line(word).locator('.upload-state')).toHaveText('Uploaded', {
    timeout: 90_000,
  });
  expect(await countStored(site, word)).toBe(1);
  await context.close();
});
