// What becomes of uploads, on a disk and in a bucket.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { bodyLengthHeader } from '../page-cache/body-length.mjs';
import * as files from '../testing/media-files';
import { mediaLibrary, mostBytes } from '../testing/media-library';
import { receive } from './receive';

const { dataDir, storages, upload, refusal, ask } = mediaLibrary();

describe.each(['disk', 'bucket'] as const)('on a %s', (where) => {
  const storage = () => storages[where]();
  const shade = where === 'disk' ? 1 : 100;

  test('a photo is shown upright, small and large, without the place where it was taken', async () => {
    const bytes = await files.photo({ orientation: 6, shade });
    expect((await sharp(bytes).metadata()).exif?.includes('Secret camera')).toBe(true);
    const { status, file } = await upload(storage(), bytes, 'My photo.JPEG');
    expect({ status, ...file }).toMatchObject({
      status: 'new',
      name: 'My-photo.jpeg',
      originalName: 'My photo.JPEG',
      type: 'image/jpeg',
      width: 1600,
      height: 2400,
      variants: [480, 960, 1440].map((width) => ({ width })),
    });
    const edition = file.hash.slice(0, 10);
    for (const [address, width] of [
      [`/media/${file.id}/My-photo.jpeg`, 1600],
      [`/media/${file.id}/${edition}/My-photo.jpeg`, 1600],
      [`/media/${file.id}/${edition}-480/My-photo.webp`, 480],
    ] as const) {
      const answer = await ask(storage(), address);
      expect(answer.status).toBe(200);
      const served = Buffer.from(await answer.arrayBuffer());
      const { orientation, exif, ...metadata } = await sharp(served).metadata();
      expect([metadata.width, orientation ?? 1, exif]).toEqual([width, 1, undefined]);
    }
    // The file itself is kept as it came.
    const kept = await storage().open(file.key);
    expect(Buffer.from(await new Response(kept).arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('the same bytes are stored once, whatever they are called', async () => {
    const bytes = files.wav(2 + shade);
    const first = await upload(storage(), bytes, 'a.wav');
    const second = await upload(storage(), bytes, 'b.wav');
    expect([first.status, second.status]).toEqual(['new', 'known']);
    expect(second.file).toEqual(first.file);
    expect(second.remark).toContain('already');
  });

  test('parts of a file, and what is known of it already', async () => {
    const bytes = files.mp4({ seconds: 60 + shade });
    const { file } = await upload(storage(), bytes, 'film.mp4');
    expect(file).toMatchObject({ type: 'video/mp4', width: 640, height: 360 });
    const address = `/media/${file.id}/film.mp4`;
    const whole = await ask(storage(), address);
    const etag = whole.headers.get('etag') ?? '';
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await ask(storage(), address, { range: 'bytes=4-11' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 4-11/${bytes.length}`,
      'ftypisom',
    ]);
    const last = await ask(storage(), address, { range: 'bytes=-1', 'if-range': etag });
    expect([last.status, last.headers.get(bodyLengthHeader)]).toEqual([206, '1']);
    const other = await ask(storage(), address, { range: 'bytes=-1', 'if-range': '"other"' });
    expect(other.status).toBe(200);
    await other.body?.cancel();
    const past = await ask(storage(), address, { range: 'bytes=99999-' });
    expect([past.status, past.headers.get('content-range')]).toEqual([
      416,
      `bytes */${bytes.length}`,
    ]);
    const again = await ask(storage(), address, { 'if-none-match': `W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('a file takes the place of another under its address', async () => {
    const before = await upload(
      storage(),
      await files.photo({ width: 900, height: 600, shade: 90 + shade }),
      'cat.jpg',
    );
    const { id } = before.file;
    const edition = before.file.hash.slice(0, 10);
    const after = await upload(storage(), files.flatPng(800, 100 + shade), 'dog.png', id);
    expect(after).toMatchObject({
      status: 'replaced',
      file: { id, name: 'cat.jpg', type: 'image/png', width: 800, originalName: 'dog.png' },
    });
    const shown = await ask(storage(), `/media/${id}/cat.jpg`, {
      'if-none-match': `"${edition}"`,
    });
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
    await shown.body?.cancel();
    // Who still knows the former content's address is led to the new.
    const former = await ask(storage(), `/media/${id}/${edition}/cat.jpg`);
    expect([former.status, former.headers.get('location')]).toEqual([
      307,
      `/media/${id}/${after.file.hash.slice(0, 10)}/cat.jpg`,
    ]);
    expect(await storage().open(before.file.key)).toBeNull();
    expect(await refusal(storage(), files.wav(20 + shade), 'x.wav', id)).toContain('Pictures');
  });

  test('nothing is left on its way', async () => {
    expect(await readdir(storage().incoming)).toEqual([]);
  });
});

test('a connection that breaks leaves nothing', async () => {
  const storage = storages.disk();
  const breaking = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new Uint8Array(100_000));
    },
    pull(controller) {
      controller.error(new Error('aborted'));
    },
  });
  const receiving = receive(
    breaking,
    { incoming: storage.incoming, mostBytes },
    async () => 'done',
  );
  await expect(receiving).rejects.toThrow('aborted');
  expect(await readdir(storage.incoming)).toEqual([]);
});

test('a disk keeps what it was given, and no key leads out of its folder', async () => {
  const { file } = await upload(storages.disk(), Buffer.from('kept as it is'), 'note.txt');
  expect(await readFile(path.join(dataDir, 'media', file.key), 'utf8')).toBe('kept as it is');
  expect(() => storages.disk().open('../../../etc/passwd')).toThrow('No place');
});
