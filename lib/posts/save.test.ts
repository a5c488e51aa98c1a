// Real saves: what becomes of the post, of the working copy and of the versions, and who is refused.
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { collectTouched } from '../db/page-changes';
import { postEdits, posts } from '../db/schema';
import { resolveMissing } from '../redirects/resolve';
import { now } from '../testing/clock';
import { formOf, openEditor, openStored } from '../testing/editor';
import { writingWorld } from '../testing/writing';
import { autosave } from './autosave';
import { publishDuePosts, publishPost, unpublishPost } from './change';
import { getPost } from './page-queries';

const { db, anna, ben, save, rows, only, reasons, publicNote } = writingWorld();
const opened = (postId: number) => openStored(postId, db());

describe('a new post', () => {
  test('is kept as a draft with next to nothing in it, and touches no page', async () => {
    const { result, touched } = await collectTouched(() =>
      save('draft', { title: 'Half a thought' }, openEditor({ kind: 'entry' })),
    );
    expect(result.status).toBe('saved');
    expect(touched).toEqual([]);
    expect(await only()).toMatchObject({
      status: 'draft',
      title: 'Half a thought',
      slug: 'half-a-thought',
      authorId: anna().personId,
      publishedOn: null,
    });
    expect(await reasons()).toEqual(['2 saved']);
  });

  test('is published with the day, slug and tags of its form', async () => {
    const { result, touched } = await collectTouched(() =>
      save('publish', { title: 'New words', body: 'Text.', tags: 'b\nA' }, openEditor()),
    );
    expect(result.status).toBe('saved');
    expect(touched).toContain('stream');
    const post = await getPost('2026-02-01', 'new-words', now, db());
    expect(post).toMatchObject({ publishedAt: now, displayTitle: 'New words' });
    expect(post?.tags.map((tag) => tag.name)).toEqual(['b', 'A']);
    expect(await only()).toMatchObject({ status: 'published', firstPublishedAt: now });
    expect(await reasons()).toEqual(['2 published']);
  });

  test('is made and published once, however often the same request comes', async () => {
    const editor = openEditor();
    const sent = () => save('publish', { title: 'Once', body: 'Text.' }, editor);
    const outcomes = [...(await Promise.all([sent(), sent(), sent()])), await sent()];
    expect(outcomes.map((outcome) => outcome.status)).toEqual(Array(4).fill('saved'));
    expect(await db().$count(posts)).toBe(1);
    expect(await reasons()).toEqual(['2 published']);
  });

  test('that lacks what its kind needs is not made, and each field is told', async () => {
    const refused = await save('publish', { viaUrl: 'https:/' }, openEditor({ kind: 'blogmark' }));
    expect(refused).toEqual({
      status: 'invalid',
      fields: {
        linkUrl: 'Address must not be empty.',
        linkTitle: 'Title of the page must not be empty.',
        viaUrl: 'Found via: address must be an address such as https://example.org/page.',
      },
    });
    expect(await rows()).toEqual([]);
  });

  test('may go live at its time', async () => {
    const time = { publishedAt: '2026-02-01T12:30' };
    await save('schedule', { body: 'Later.', ...time }, openEditor());
    expect(await only()).toMatchObject({ status: 'scheduled', firstPublishedAt: null });
    const due = new Date('2026-02-01T12:30:00Z');
    expect(await publishDuePosts(db(), due)).toHaveLength(1);
    expect(await only()).toMatchObject({ status: 'published', firstPublishedAt: due });
  });

  test.each([
    { name: 'none', publishedAt: '' },
    { name: 'one that is past', publishedAt: '2026-01-31T10:00' },
  ])('is not scheduled for a time when it has $name', async ({ publishedAt }) => {
    expect(await save('schedule', { body: 'x', publishedAt }, openEditor())).toEqual({
      status: 'invalid',
      fields: { publishedAt: 'Published must be a time to come.' },
    });
  });

  test.each([
    { name: 'to come means now', publishedAt: '2026-02-03T10:00', at: now },
    {
      name: 'past is the time of the post',
      publishedAt: '2020-05-05T10:00',
      at: new Date('2020-05-05T10:00:00Z'),
    },
  ])('published with a time $name', async ({ publishedAt, at }) => {
    await save('publish', { body: 'x', publishedAt }, openEditor());
    expect(await only()).toMatchObject({ status: 'published', publishedAt: at });
  });
});

describe('a draft', () => {
  test('of an autosave becomes the post, and the copy goes', async () => {
    const editor = openEditor();
    const values = formOf({ body: 'Typed.' });
    const answer = await autosave({ ...editor, sequence: 1, values }, anna(), db(), now);
    if (answer.status !== 'saved') throw new Error('It was not stored.');
    const { postId, revision } = answer;
    await save('publish', { body: 'Typed.' }, { ...editor, postId, revision });
    expect(await only()).toMatchObject({ status: 'published', body: 'Typed.' });
    expect(await db().$count(postEdits)).toBe(0);
  });

  test('may become another kind, with a number of that', async () => {
    const first = await save('draft', { body: 'A note.', title: 'T' }, openEditor());
    if (first.status !== 'saved') throw new Error('It was not saved.');
    const { editor } = await opened(first.postId);
    await publicNote();
    await save('draft', { body: 'Said.', source: 'S' }, { ...editor, kind: 'quotation' });
    const [row] = await db().select().from(posts).where(eq(posts.id, first.postId));
    expect(row).toMatchObject({ kind: 'quotation', number: 1, title: null, source: 'S' });
  });

  test('shows no slug while its title decides it, and takes one that is given', async () => {
    const first = await save('draft', { title: 'First title' }, openEditor());
    if (first.status !== 'saved') throw new Error('It was not saved.');
    const { editor, state } = await opened(first.postId);
    expect(state.values.slug).toBe('');
    await save('draft', { title: 'Second title' }, editor);
    expect(await only()).toMatchObject({ slug: 'second-title' });
    const again = await opened(first.postId);
    await save('draft', { title: 'Second title', slug: 'Mine' }, again.editor);
    expect((await opened(first.postId)).state.values.slug).toBe('Mine');
  });

  test('published from a list is what was last typed', async () => {
    const editor = openEditor();
    const values = formOf({ body: 'Typed.', title: 'Typed title' });
    const answer = await autosave({ ...editor, sequence: 1, values }, anna(), db(), now);
    const postId = 'postId' in answer ? answer.postId : 0;
    expect(await publishPost(postId, db(), { now })).toMatchObject({ slug: 'typed-title' });
    expect(await db().$count(postEdits)).toBe(0);
  });

  test('published from a list is refused while it lacks something', async () => {
    const { postId } = { postId: 0, ...(await save('draft', { title: 'T' }, openEditor())) };
    expect(await publishPost(postId, db(), { now })).toEqual({
      status: 'incomplete',
      fields: { body: 'Text must not be empty.' },
    });
    expect(await only()).toMatchObject({ status: 'draft', version: 2 });
  });
});

describe('a public post', () => {
  test('keeps its time to the second, and its address, when its text changes', async () => {
    const publishedAt = new Date('2026-01-15T09:30:27.5Z');
    const postId = await publicNote({ publishedAt });
    const { editor, state } = await opened(postId);
    await save('update', { ...state.values, body: 'Second.' }, editor);
    expect(await getPost('2026-01-15', 'kept', now, db())).toMatchObject({ publishedAt });
    expect(await reasons()).toEqual(['1 first', '2 saved']);
  });

  test('that moves leaves its former address leading to it', async () => {
    const { editor, state } = await opened(await publicNote());
    await save('update', { ...state.values, slug: 'moved' }, editor);
    expect(await resolveMissing('/2026/Jan/15/kept/', '', now, db())).toBe('/2026/Jan/15/moved/');
  });

  test('keeps its metadata, its author and its versions when nothing is changed', async () => {
    const metadata = { from: 'elsewhere' };
    const postId = await publicNote({ metadata, authorId: ben().personId });
    const { editor, state } = await opened(postId);
    await save('update', state.values, editor);
    expect(await only()).toMatchObject({ metadata, authorId: ben().personId });
    expect(await reasons()).toEqual([]);
  });

  test('stays of its kind', async () => {
    const { editor } = await opened(await publicNote());
    const changed = { title: 'T', body: 'x', kind: 'entry' };
    expect(await save('update', changed, { ...editor, kind: 'entry' })).toEqual({
      status: 'invalid',
      fields: { kind: 'It was published as a note and stays that.' },
    });
  });

  test('is not made a draft by a page that thinks it is one', async () => {
    const { editor, state } = await opened(await publicNote());
    const { postId } = editor;
    expect(await save('draft', state.values, editor)).toEqual({
      status: 'unsuitable',
      postId,
      postStatus: 'published',
    });
    await unpublishPost(postId ?? 0, db(), { now });
    expect(await save('update', { ...state.values, body: 'x' }, editor)).toEqual({
      status: 'unsuitable',
      postId,
      postStatus: 'draft',
    });
  });

  test('taken back and published again keeps its address', async () => {
    const postId = await publicNote();
    await unpublishPost(postId, db(), { now });
    const { editor, state } = await opened(postId);
    await save('publish', state.values, editor);
    expect(await getPost('2026-01-15', 'kept', now, db())).not.toBeNull();
  });
});
