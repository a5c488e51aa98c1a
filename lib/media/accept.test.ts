// Names as people and machines give them, and what becomes of them in addresses.
import { describe, expect, test } from 'vitest';
import { cleanName, formatSize, isSameExtension, withExtension } from './accept';

describe('a name', () => {
  test.each([
    { given: 'Cat on a roof.JPG', name: 'Cat-on-a-roof.jpg', originalName: 'Cat on a roof.JPG' },
    { given: '../../etc/passwd', name: 'passwd', originalName: 'passwd' },
    { given: '..\\..\\evil.exe', name: 'evil.exe', originalName: 'evil.exe' },
    { given: '..', name: 'file', originalName: '..' },
    { given: '', name: 'file', originalName: 'file' },
    { given: '🐈🐈.png', name: 'file.png', originalName: '🐈🐈.png' },
    { given: 'Ünï 日本語.pdf', name: 'Ünï-日本語.pdf', originalName: 'Ünï 日本語.pdf' },
    { given: 'a\u0000b\u202egnp.exe', name: 'abgnp.exe', originalName: 'abgnp.exe' },
    { given: '.htaccess', name: 'file.htaccess', originalName: '.htaccess' },
    { given: 'x.tar.gz', name: 'x.tar.gz', originalName: 'x.tar.gz' },
    { given: 'a"><script>.svg', name: 'a-script.svg', originalName: 'a"><script>.svg' },
    { given: 'q?x=1#y%2f.txt', name: 'q-x-1-y-2f.txt', originalName: 'q?x=1#y%2f.txt' },
  ])('$given', ({ given, ...clean }) => {
    expect(cleanName(given)).toEqual(clean);
  });

  test('of 300 characters is shortened and keeps its ending', () => {
    const { name, originalName } = cleanName(`${'n'.repeat(300)}.jpeg`);
    expect(name).toBe(`${'n'.repeat(80)}.jpeg`);
    expect(originalName).toHaveLength(255);
    expect(originalName).toMatch(/\.jpeg$/);
  });

  test('gets the ending of its content', () => {
    expect(withExtension('photo.png', 'jpg')).toBe('photo.jpg');
    expect(withExtension('photo', 'jpg')).toBe('photo.jpg');
    expect(isSameExtension('jpeg', 'jpg')).toBe(true);
    expect(isSameExtension('png', 'jpg')).toBe(false);
  });
});

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1500, '2 kB'],
  [1_440_000, '1.4 MB'],
  [25_000_000, '25 MB'],
  [2_500_000_000, '2.5 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(formatSize(bytes)).toBe(words);
});
