// A holiday's photos in one go, and what the server needs for them.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { noisyPhoto } from '../../lib/testing/media-files';
import { expect, test } from '../fixtures';
import { Library } from '../pages/library';
import { ownWord } from '../posts';

const count = 50;
const mostMegabytes = 500;

/** Photos of twelve megapixels, no two of them the same file. */
async function writePhotos(folder: string, word: string): Promise<string[]> {
  const photo = await noisyPhoto(4032, 3024, word.length);
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const file = path.join(folder, `${word}-${index}.jpg`);
      await writeFile(file, Buffer.concat([photo, Buffer.from(`${word} ${index}`)]));
      return file;
    }),
  );
}

/** The most memory that a process has ever had, in megabytes. */
async function peakMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

// What other tests have cost the server before does not count.
test.use({ apart: 'many' });

test.skip(process.platform !== 'linux', 'memory is read from /proc');

test(`${count} photos in one go do not fill the server`, async ({ editor, site, storage }) => {
  test.setTimeout(1_200_000);
  const word = ownWord();
  const folder = await mkdtemp(path.join(tmpdir(), 'commonplace-photos-'));
  const photos = await writePhotos(folder, word);
  const library = new Library(editor);
  await library.open();
  await editor.locator('.uploader input[type=file]').setInputFiles(photos);
  await expect(library.summary).toHaveText(`${count} of ${count} files uploaded.`, {
    timeout: 1_140_000,
  });
  const peak = await peakMegabytes(site.pid);
  test.info().annotations.push({ type: 'peak memory, MB', description: peak.toFixed(0) });
  console.log(`${count} photos on a ${storage}: ${peak.toFixed(0)} MB at most.`);
  expect(peak).toBeLessThan(mostMegabytes);
  await library.open({ q: word });
  await expect(editor.getByText('Page 1 of 2')).toBeVisible();
  await rm(folder, { recursive: true, force: true });
});
