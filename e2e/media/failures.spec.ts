// What breaks in the middle of an upload leaves nothing half there, and can be tried again.
import { expect, test } from '../fixtures';
import { signedIn } from '../pages/editor';
import { Library } from '../pages/library';
import { ownWord } from '../posts';
import { countStored, leftOver, slowDown, slowFile } from './halfway';

test('a connection that breaks, and an upload that is cancelled', async ({ browser, site }) => {
  const word = ownWord();
  const context = await signedIn(browser, site, 'owner');
  const page = await context.newPage();
  const library = new Library(page);
  await library.open();
  const line = await slowDown(page);
  await library.choose({ name: `${word}-a.wav`, buffer: slowFile() });
  await expect(library.line(`${word}-a`)).toContainText(/Uploading, [1-9]\d? %/);
  await line.breakOff();
  await expect(library.line(`${word}-a`)).toContainText('The connection broke.');
  await line.heal();
  await expect.poll(() => leftOver(site)).toEqual([]);
  expect(await countStored(site, word)).toBe(0);

  await line.slow();
  await library.choose({ name: `${word}-b.wav`, buffer: slowFile() });
  await expect(library.line(`${word}-b`)).toContainText(/Uploading, [1-9]\d? %/);
  await page.getByRole('button', { name: `Cancel ${word}-b.wav` }).click();
  await expect(library.line(`${word}-b`)).toContainText('Canceled');
  await expect.poll(() => leftOver(site)).toEqual([]);
  expect(await countStored(site, word)).toBe(0);

  await line.heal();
  for (const name of ['a', 'b']) {
    await page.getByRole('button', { name: `Try again ${word}-${name}.wav` }).click();
    await expect(library.line(`${word}-${name}`)).toContainText('Uploaded');
  }
  expect(await countStored(site, word)).toBe(2);
  expect(await leftOver(site)).toEqual([]);
  await context.close();
});
