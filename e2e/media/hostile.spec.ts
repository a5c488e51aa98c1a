// Files that somebody might send who means no good, or knows no better, all at once: each has a
// clear answer in its line.
import * as files from '../../lib/testing/media-files';
import { expect, test } from '../fixtures';
import { drop, Library } from '../pages/library';
import { ownWord } from '../posts';

test('each has a clear answer', async ({ editor }) => {
  const word = ownWord();
  const own = (bytes: Buffer) => Buffer.concat([bytes, Buffer.from(word)]);
  const long = `${word}${'n'.repeat(300)}`;
  const photo = await files.photo({ width: 320, height: 200, shade: 31 });
  const cases: { name: string; buffer: Buffer; answer: string }[] = [
    {
      name: `${word}-wrong.png`,
      buffer: own(photo),
      answer: `By its content this is image/jpeg, so it is called ${word}-wrong.jpg here.`,
    },
    {
      name: `${word}-page.jpg`,
      buffer: Buffer.from(`<!doctype html><script>${word}</script>`),
      answer: `By its content this is text/html, so it is called ${word}-page.html here.`,
    },
    {
      name: `${word}-both.gif`,
      buffer: Buffer.from(`GIF89a/*<script>${word}</script>*/`),
      answer: 'By its content this is text/html',
    },
    {
      name: `${word}-bomb.png`,
      buffer: files.flatPng(50_000, 50_000, 1),
      answer: '50,000 × 50,000 pixels',
    },
    {
      name: `${word}-big.png`,
      buffer: files.flatPng(10_000, 10_000),
      answer: '10,000 × 10,000 pixels, more than 64 million',
    },
    {
      name: `${word}-half.png`,
      buffer: files.flatPng(3000, 3000).subarray(0, 90),
      answer: 'is damaged',
    },
    { name: `${word}-zero.txt`, buffer: Buffer.alloc(0), answer: 'This file is empty.' },
    { name: `../../etc/${word}-up.txt`, buffer: own(Buffer.from('up')), answer: 'Uploaded' },
    { name: `🐈${word}🐈.bin`, buffer: own(files.blob), answer: 'Uploaded' },
    { name: `${long}.pdf`, buffer: own(files.pdf), answer: 'Uploaded' },
    {
      name: `${word}.heic`,
      buffer: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08', 'latin1'),
      answer: 'Export it as JPEG',
    },
  ];
  const library = new Library(editor);
  await library.open();
  await drop(editor.locator('main'), cases);
  await expect(library.summary).toHaveText('6 of 11 files uploaded, 5 not taken.', {
    timeout: 60_000,
  });
  for (const [index, { answer }] of cases.entries())
    await expect(library.uploads.getByRole('listitem').nth(index)).toContainText(answer);

  await library.open({ q: word });
  await expect(library.files).toHaveCount(6);
  await expect(library.file('up.txt')).toContainText(`${word}-up.txt`);
  const names = await library.files.locator('.media-tile-name').allTextContents();
  expect(names.every((name) => name.length <= 255 && !/[/\\]/.test(name))).toBe(true);
});
