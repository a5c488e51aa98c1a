// The library by filter: each narrows, together they narrow further, and nothing counts as unused
// that is named anywhere.
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Role } from '../auth/actor';
import { media, people, postEdits, tags } from '../db/schema';
import { binPost } from '../posts/change';
import { createPost } from '../posts/write';
import { buildPost } from '../testing/factories';
import * as files from '../testing/media-files';
import { mediaLibrary } from '../testing/media-library';
import { mediaPath } from './addresses';
import { mediaQuery, readMediaFilter } from './filter';
import { listMedia, listMediaMonths } from './queries';
import { listMediaUses } from './usage';
import { binMedia } from './write';

const { db, storages, upload } = mediaLibrary();

const names = async (query: Record<string, string>) =>
  (await listMedia(readMediaFilter(query), db())).files.map(({ name }) => name).sort();

beforeAll(async () => {
  const disk = storages.disk();
  const put = async (name: string, bytes: Buffer, month: string) => {
    const { file } = await upload(disk, bytes, name);
    await db()
      .update(media)
      .set({ createdAt: new Date(`2026-${month}T00:00:00Z`), alt: `alt of ${name}` })
      .where(eq(media.id, file.id));
    return file;
  };
  const picture = await put('picture.png', files.flatPng(30, 20), '01-31');
  await put('film.mp4', files.mp4(), '02-01');
  await put('tune.wav', files.wav(1), '02-28');
  const paper = await put('paper_100%.pdf', files.pdf, '03-01');
  const blob = await put('blob.bin', files.blob, '03-02');
  const tagged = await put('tagged.gif', files.gif, '03-03');
  const binned = await put('binned.txt', Buffer.from('binned'), '03-04');
  await createPost(buildPost('note', { body: `![](${mediaPath(picture)})` }), db());
  const draft = await createPost(buildPost('note', { body: 'x', status: 'draft' }), db());
  await db()
    .insert(postEdits)
    .values({
      postId: draft.id,
      baseVersion: 1,
      editor: crypto.randomUUID(),
      sequence: 1,
      values: { body: `[p](${mediaPath(paper)})` },
      savedAt: new Date(),
    });
  await db()
    .insert(tags)
    .values({ name: 'x', slug: 'x', description: mediaPath(tagged) });
  await binMedia([binned.id], db());
  expect(blob.type).toBe('application/octet-stream');
});

test.each<[query: Record<string, string>, found: string[]]>([
  [{}, ['blob.bin', 'film.mp4', 'paper_100.pdf', 'picture.png', 'tagged.gif', 'tune.wav']],
  [{ kind: 'picture' }, ['picture.png', 'tagged.gif']],
  [{ kind: 'video' }, ['film.mp4']],
  [{ kind: 'audio' }, ['tune.wav']],
  [{ kind: 'document' }, ['paper_100.pdf']],
  [{ kind: 'other' }, ['blob.bin']],
  [{ month: '2026-02' }, ['film.mp4', 'tune.wav']],
  [{ month: '2026-02', kind: 'audio' }, ['tune.wav']],
  [{ q: 'PAPER_100%' }, ['paper_100.pdf']],
  [{ q: 'alt of film' }, ['film.mp4']],
  [{ q: '%' }, ['paper_100.pdf']],
  [{ unused: '1' }, ['blob.bin', 'film.mp4', 'tune.wav']],
  [{ bin: '1' }, ['binned.txt']],
  [{ q: 'nothing' }, []],
  [
    { kind: 'nonsense', month: '2026-13', page: '0', view: 'x' },
    ['blob.bin', 'film.mp4', 'paper_100.pdf', 'picture.png', 'tagged.gif', 'tune.wav'],
  ],
  [
    { page: '999' },
    ['blob.bin', 'film.mp4', 'paper_100.pdf', 'picture.png', 'tagged.gif', 'tune.wav'],
  ],
])('%j finds %j', async (query, found) => {
  expect(await names(query)).toEqual(found);
});

test('months are counted, the newest first', async () => {
  expect(await listMediaMonths(false, db())).toEqual([
    { month: '2026-03', count: 3 },
    { month: '2026-02', count: 2 },
    { month: '2026-01', count: 1 },
  ]);
  expect(await listMediaMonths(true, db())).toEqual([{ month: '2026-03', count: 1 }]);
});

test('where a file is used is told, also of what is typed and not saved', async () => {
  const usesOf = async (name: string) => {
    const [row] = await db().select({ id: media.id }).from(media).where(eq(media.name, name));
    const { uses, hidden } = await listMediaUses(row?.id ?? 0, { id: 0, role: 'owner' }, db());
    expect(hidden).toBe(0);
    return uses.map((use) =>
      use.in === 'post' ? `post${use.isUnsaved ? ', unsaved' : ''}` : use.in,
    );
  };
  expect(await usesOf('picture.png')).toEqual(['post']);
  expect(await usesOf('paper_100.pdf')).toEqual(['post, unsaved']);
  expect(await usesOf('tagged.gif')).toEqual(['tag']);
  expect(await usesOf('blob.bin')).toEqual([]);
});

test('an author learns of the hidden posts of others only how many there are', async () => {
  const [me, other] = await db()
    .insert(people)
    .values([
      { name: 'Me', slug: 'me' },
      { name: 'Other', slug: 'other' },
    ])
    .returning({ id: people.id });
  const [film] = await db().select().from(media).where(eq(media.name, 'film.mp4'));
  if (!me || !other || !film) throw new Error('There are no people, or no film.');
  const make = async (title: string, authorId: number, over = {}) => {
    const post = { title, authorId, body: `![](${mediaPath(film)})`, ...over };
    return (await createPost(buildPost('entry', post), db())).id;
  };
  await make('Mine', me.id, { status: 'draft' });
  await make('Public', other.id);
  await make('Draft', other.id, { status: 'draft' });
  await make('Scheduled', other.id, { publishedAt: new Date(Date.now() + 3_600_000) });
  for (const [title, authorId] of [
    ['My binned', me.id],
    ['Binned', other.id],
  ] as const)
    await binPost(await make(title, authorId), db());
  // Readers see the post, and nobody else what is typed into it.
  const postId = await make('Unsaved', other.id, { body: 'x' });
  const copy = { postId, baseVersion: 1, editor: crypto.randomUUID(), sequence: 1 };
  await db()
    .insert(postEdits)
    .values({ ...copy, values: { body: mediaPath(film) } });
  const usesFor = async (id: number, role: Role) => {
    const { uses, hidden } = await listMediaUses(film.id, { id, role }, db());
    return { titles: uses.map((use) => ('title' in use ? use.title : '')).sort(), hidden };
  };
  const all = ['Binned', 'Draft', 'Mine', 'My binned', 'Public', 'Scheduled', 'Unsaved'];
  expect(await usesFor(0, 'owner')).toEqual({ titles: all, hidden: 0 });
  expect(await usesFor(me.id, 'author')).toEqual({
    titles: ['Mine', 'My binned', 'Public'],
    hidden: 4,
  });
});

test('a filter is the same again as a query', () => {
  const query = { q: 'a b', kind: 'video', month: '2026-02', unused: '1', view: 'list', page: '3' };
  expect(mediaQuery(readMediaFilter(query))).toEqual({ ...query, bin: null });
});
