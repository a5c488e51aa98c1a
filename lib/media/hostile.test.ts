// What becomes of files that somebody might send who means no good, or knows no better: each has a
// clear answer, on a disk and in a bucket.
import { describe, expect, test } from 'vitest';
import * as files from '../testing/media-files';
import { mediaLibrary, mostBytes } from '../testing/media-library';

const { storages, upload, refusal, ask } = mediaLibrary();

describe.each(['disk', 'bucket'] as const)('on a %s', (where) => {
  const storage = () => storages[where]();
  const shade = where === 'disk' ? 1 : 100;

  test.each<[name: string, bytes: () => Buffer | Promise<Buffer>, answer: RegExp]>([
    ['nothing.jpg', () => Buffer.alloc(0), /is empty/],
    ['bomb.png', () => files.flatPng(50_000, 50_000, 1), /50,000 × 50,000 pixels/],
    [
      'large.png',
      () => files.flatPng(10_000, 10_000),
      /10,000 × 10,000 pixels, more than 64 million/,
    ],
    ['half.png', () => files.flatPng(3000, 3000).subarray(0, 90), /damaged/],
    ['rows-missing.png', () => files.flatPng(3000, 3000, 2), /damaged/],
    ['too-much.bin', () => Buffer.alloc(mostBytes + 1, 1), /30 MB are taken/],
    [
      'phone.heic',
      () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08', 'latin1'),
      /HEIC.*JPEG/,
    ],
  ])('%s is refused with a reason', async (name, bytes, answer) => {
    expect(await refusal(storage(), await bytes(), name)).toMatch(answer);
  });

  test.each<[name: string, bytes: () => Buffer | Promise<Buffer>, file: object, headers: object]>([
    [
      'photo.png',
      () => files.photo({ width: 300, height: 200, shade: 40 + shade }),
      { name: 'photo.jpg', type: 'image/jpeg' },
      { 'content-type': 'image/jpeg' },
    ],
    [
      'page.jpg',
      () => Buffer.from(`<!doctype html><script>alert(${shade})</script>`),
      { name: 'page.html', type: 'text/html' },
      { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' },
    ],
    [
      'both.gif',
      () => Buffer.from(`GIF89a/*<script>alert(${shade})</script>*/`),
      { name: 'both.html', type: 'text/html' },
      { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' },
    ],
    [
      'drawing.svg',
      () => Buffer.concat([files.svg, Buffer.from(`<!--${shade}-->`)]),
      { type: 'image/svg+xml', width: 40, height: 30 },
      { 'content-type': 'image/svg+xml', 'content-disposition': 'attachment' },
    ],
    [
      'data.xml',
      () => Buffer.from(`<?xml version="1.0"?><a n="${shade}"/>`),
      { type: 'application/xml' },
      { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' },
    ],
    [
      'paper.pdf',
      () => Buffer.concat([files.pdf, Buffer.from([shade])]),
      { type: 'application/pdf' },
      { 'content-type': 'application/pdf', 'content-disposition': 'attachment' },
    ],
    [
      '🐈.bin',
      () => Buffer.concat([files.blob, Buffer.from([shade])]),
      { name: 'file.bin', type: 'application/octet-stream' },
      { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' },
    ],
    [
      '../../../etc/passwd',
      () => Buffer.from(`root:x:${shade}`),
      { name: 'passwd', type: 'text/plain' },
      { 'content-type': 'text/plain; charset=utf-8', 'content-disposition': 'inline' },
    ],
    [
      'tune.wav',
      () => files.wav(10 + shade),
      { type: 'audio/wav', durationMs: (10 + shade) * 1000 },
      { 'content-type': 'audio/wav', 'content-disposition': 'inline' },
    ],
    [
      'moving.gif',
      () => Buffer.concat([files.gif, Buffer.from([shade])]),
      { type: 'image/gif', width: 2, height: 3, variants: [] },
      { 'content-type': 'image/gif', 'content-disposition': 'inline' },
    ],
  ])('%s is taken for what it is', async (name, bytes, expected, headers) => {
    const { file } = await upload(storage(), await bytes(), name);
    expect(file).toMatchObject(expected);
    const answer = await ask(storage(), `/media/${file.id}/${encodeURIComponent(file.name)}`);
    await answer.body?.cancel();
    const disposition = answer.headers.get('content-disposition')?.split(';')[0] ?? '';
    const said = { ...Object.fromEntries(answer.headers), 'content-disposition': disposition };
    expect(said).toMatchObject({
      ...headers,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cache-control': 'public, no-cache',
    });
  });

  test('what hides behind a picture is gone from the picture that is served', async () => {
    const bytes = await files.photo({ width: 200, height: 100, shade: 80 + shade });
    const hiding = Buffer.concat([bytes, Buffer.from('<script>alert(1)</script>PK\x03\x04')]);
    const { file } = await upload(storage(), hiding, 'hiding.jpg');
    const served = await (await ask(storage(), `/media/${file.id}/hiding.jpg`)).text();
    expect(served).not.toContain('script');
  });
});
