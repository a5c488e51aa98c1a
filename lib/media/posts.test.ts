// Posts and the files that they show: each knows of the other, and a change of a file is seen on the
// pages at once.

import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { cacheTags } from '../cache-tags';
import { collectTouched } from '../db/page-changes';
import { media, postMedia, posts } from '../db/schema';
import { binPost, updatePost } from '../posts/change';
import { createPost } from '../posts/write';
import { createPerson } from '../testing/editor';
import { buildPost } from '../testing/factories';
import * as files from '../testing/media-files';
import { mediaLibrary } from '../testing/media-library';
import { editionPath, mediaPath } from './addresses';
import { cancelUpload, completeUpload, startUpload } from './direct';
import { findPartProblems } from './film-parts';
import { sweepUploads } from './sweep';
import { listBrokenReferences } from './usage';
import { binMedia, deleteMedia, describeMedia, restoreMedia } from './write';

const { db, s3, storages, upload } = mediaLibrary();
const disk = () => storages.disk();

const usedBy = async (postId: number) =>
  (await db().select().from(postMedia).where(eq(postMedia.postId, postId)))
    .map((row) => row.mediaId)
    .sort((one, other) => one - other);

const htmlOf = async (id: number) =>
  (await db().select({ html: posts.html }).from(posts).where(eq(posts.id, id)))[0]?.html ?? '';

describe('a post that shows a file', () => {
  test('notes it at each save, and is rendered again when the file changes', async () => {
    const { file } = await upload(disk(), await files.photo({ shade: 7 }), 'cat.jpg');
    const source = `![](${mediaPath(file)})\n\n[x](/media/4711/gone.pdf)`;
    const { id } = await createPost(buildPost('note', { body: source }), db());
    expect(await usedBy(id)).toEqual([file.id, 4711]);
    expect(await htmlOf(id)).toContain('alt="" width="2400" height="1600" srcset=');

    const { result, touched } = await collectTouched(() =>
      describeMedia(file.id, { alt: 'A cat on a roof', caption: 'Monday' }, db()),
    );
    expect([result, touched]).toEqual([1, expect.arrayContaining([cacheTags.post(id), 'stream'])]);
    expect(await htmlOf(id)).toContain('<figcaption>Monday</figcaption>');
    expect(await htmlOf(id)).toContain('alt="A cat on a roof"');

    const replacing = await collectTouched(() =>
      upload(disk(), files.flatPng(500, 250), 'dog.png', file.id),
    );
    expect(replacing.touched).toContain(cacheTags.post(id));
    expect(await htmlOf(id)).toContain('width="500" height="250"');

    await updatePost(id, buildPost('note', { body: 'Nothing more.' }), db());
    expect(await usedBy(id)).toEqual([]);
    await binPost(id, db());
  });

  test('does not notice a file that it only writes about', async () => {
    const { id } = await createPost(
      buildPost('note', { body: '`/media/1/a.png` and "/media/2/b.png"' }),
      db(),
    );
    expect(await usedBy(id)).toEqual([]);
  });
});

describe('a film on a page', () => {
  const vtt = (text: string) => Buffer.from(`WEBVTT\n\n00:00.000 --> 00:01.000\n${text}\n`);

  test('shows its still picture and its captions as they are now', async () => {
    const film = await upload(disk(), files.mp4({ seconds: 33 }), 'film.mp4');
    const still = await upload(disk(), files.flatPng(64, 36), 'still.png');
    const captions = await upload(disk(), vtt('One'), 'film.vtt');
    const body = `<video controls src="${mediaPath(film.file)}"></video>`;
    const { id } = await createPost(buildPost('note', { body }), db());
    const parts = { posterId: still.file.id, captionsId: captions.file.id };
    expect(await describeMedia(film.file.id, parts, db())).toBe(1);
    const still1 = editionPath(still.file);
    expect(await htmlOf(id)).toContain(`poster="${still1}"`);
    expect(await htmlOf(id)).toContain(`src="${editionPath(captions.file)}" label="Captions"`);

    const { result, touched } = await collectTouched(() =>
      upload(disk(), vtt('Two'), 'other.vtt', captions.file.id),
    );
    expect(touched).toContain(cacheTags.post(id));
    expect(await htmlOf(id)).toContain(`src="${editionPath(result.file)}" label="Captions"`);

    await binMedia([still.file.id], db());
    expect(await htmlOf(id)).not.toContain('poster=');
    await restoreMedia([still.file.id], db());
    expect(await htmlOf(id)).toContain(`poster="${still1}"`);
    await binMedia([still.file.id], db());
    await deleteMedia([still.file.id], { db: db(), storage: disk() });
    expect(await htmlOf(id)).not.toContain('poster=');
  });

  test('takes a picture and captions, and nothing else', async () => {
    const still = await upload(disk(), files.flatPng(65, 36), 'still.png');
    const captions = await upload(disk(), vtt('Three'), 'film.vtt');
    const [posterId, captionsId] = [still.file.id, captions.file.id];
    expect(await findPartProblems({ posterId, captionsId }, db())).toEqual({});
    expect(await findPartProblems({ posterId: null, captionsId: null }, db())).toEqual({});
    const wrong = await findPartProblems({ posterId: captionsId, captionsId: posterId }, db());
    expect(Object.keys(wrong)).toEqual(['posterId', 'captionsId']);
    expect(Object.keys(await findPartProblems({ posterId: 999_999 }, db()))).toEqual(['posterId']);
    await binMedia([posterId], db());
    expect(Object.keys(await findPartProblems({ posterId }, db()))).toEqual(['posterId']);
  });
});

test('posts with a gap are found, by whom they concern', async () => {
  const { file } = await upload(disk(), files.flatPng(66, 36), 'gap.png');
  const authorId = await createPerson(crypto.randomUUID(), db());
  const make = (body: string) =>
    createPost(buildPost('note', { title: 'Gap', authorId, body }), db());
  const { id } = await make(`![](${mediaPath(file)}) ![](/media/88888/never.png)`);
  const mine = () => listBrokenReferences({ onlyOf: authorId }, db());
  const gone = { postId: id, title: 'Gap', mediaId: 88888, binned: null };
  expect(await mine()).toEqual([gone]);
  await binMedia([file.id], db());
  expect(await mine()).toEqual([
    { postId: id, title: 'Gap', mediaId: file.id, binned: 'gap.png' },
    gone,
  ]);
  expect(await listBrokenReferences({ onlyOf: authorId + 1 }, db())).toEqual([]);
  await binPost(id, db());
  expect(await mine()).toEqual([]);
});

test('a file goes to the bin, comes back, and is deleted for good from there alone', async () => {
  const bytes = files.wav(5);
  const { file } = await upload(disk(), bytes, 'tune.wav');
  expect(await deleteMedia([file.id], { db: db(), storage: disk() })).toBe(0);
  expect(await binMedia([file.id], db())).toBe(1);
  expect(await restoreMedia([file.id], db())).toBe(1);
  await binMedia([file.id], db());
  // The same bytes again bring it back.
  const again = await upload(disk(), bytes, 'tune.wav');
  expect([again.file.id, again.file.deletedAt]).toEqual([file.id, null]);
  await binMedia([file.id], db());
  expect(await deleteMedia([file.id], { db: db(), storage: disk() })).toBe(1);
  expect(await disk().open(file.key)).toBeNull();
});

describe('an upload straight to the bucket', () => {
  const limits = () => ({ db: db(), mostBytes: 1_000_000 });
  const bucket = () => {
    const storage = storages.bucket();
    const { direct } = storage;
    if (direct === null) throw new Error('A bucket takes direct uploads.');
    return { ...storage, direct };
  };
  const person = () => createPerson(crypto.randomUUID(), db());
  const start = async (name: string, size: number, personId: number) =>
    startUpload({ name, size, replacesId: null, personId }, bucket().direct, limits());

  test('is looked at before it is anything', async () => {
    const personId = await person();
    const bytes = files.wav(7);
    const { uploadId, url } = await start('tune.mp3', bytes.length, personId);
    await expect(completeUpload({ uploadId, personId }, bucket(), limits())).rejects.toThrow(
      'has not got this file',
    );
    expect((await fetch(url, { method: 'PUT', body: new Uint8Array(bytes) })).ok).toBe(true);
    // Nobody else may complete it.
    await expect(
      completeUpload({ uploadId, personId: personId + 1 }, bucket(), limits()),
    ).rejects.toThrow('is over');
    const { file } = await completeUpload({ uploadId, personId }, bucket(), limits());
    expect(file).toMatchObject({ name: 'tune.wav', type: 'audio/wav', durationMs: 7000 });
    await expect(completeUpload({ uploadId, personId }, bucket(), limits())).rejects.toThrow(
      'is over',
    );
  });

  test('that is not what it may be goes, row and bytes', async () => {
    const personId = await person();
    const { uploadId, url } = await start('large.png', 10, personId);
    await fetch(url, { method: 'PUT', body: new Uint8Array(files.flatPng(10_000, 10_000)) });
    await expect(completeUpload({ uploadId, personId }, bucket(), limits())).rejects.toThrow(
      '10,000 × 10,000',
    );
    await expect(completeUpload({ uploadId, personId }, bucket(), limits())).rejects.toThrow(
      'is over',
    );
  });

  test('survives a bucket that fails in the middle', async () => {
    const personId = await person();
    const bytes = files.wav(9);
    const { uploadId, url } = await start('late.wav', bytes.length, personId);
    await fetch(url, { method: 'PUT', body: new Uint8Array(bytes) });
    await s3().kill();
    await expect(completeUpload({ uploadId, personId }, bucket(), limits())).rejects.toThrow();
    expect(await db().$count(media, eq(media.name, 'late.wav'))).toBe(0);
    await s3().start();
    const { file } = await completeUpload({ uploadId, personId }, bucket(), limits());
    expect(file).toMatchObject({ name: 'late.wav', durationMs: 9000 });
  });

  test.each([
    ['that nobody completes', false],
    ['that arrives after it was cancelled', true],
  ])('%s is swept a day later', async (_, isCancelled) => {
    const personId = await person();
    const { url, uploadId } = await start('never.wav', 10, personId);
    if (isCancelled) await cancelUpload({ uploadId, personId }, bucket(), db());
    await fetch(url, { method: 'PUT', body: 'half a file' });
    const key = decodeURIComponent(new URL(url).pathname).replace(/^\/[^/]+\//, '');
    expect(await bucket().direct.head(key)).not.toBeNull();
    const tomorrow = new Date(Date.now() + 86_400_001);
    // Not the folder that every process of the machine shares.
    const storage = { ...bucket(), incoming: path.join(tmpdir(), `no-uploads-${process.pid}`) };
    expect(await sweepUploads({ storage, db: db() }, tomorrow)).toBe(1);
    expect(await bucket().direct.head(key)).toBeNull();
    expect(await sweepUploads({ storage, db: db() }, tomorrow)).toBe(0);
  });
});
