// Which versions are kept, what they hold, and bringing one back.
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FormValues } from '../actions';
import { collectTouched } from '../db/page-changes';
import { posts, postTags, tagChanges, tags } from '../db/schema';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { createPerson, openEditor } from '../testing/editor';
import { buildPost } from '../testing/factories';
import { autosave } from './autosave';
import { binPost, publishPost, restorePost, unpublishPost, updatePost } from './change';
import { getEditorState } from './editor-state';
import { type PostKind, postKinds } from './kinds';
import { restoreVersion } from './restore-version';
import { getVersion, listVersions } from './version-queries';
import { createPost } from './write';

const { db } = testDatabase();
let personId = 0;

beforeAll(async () => {
  personId = await createPerson('Anna', db());
});

beforeEach(async () => {
  await db().delete(posts);
});

const note = (over = {}) => buildPost('note', { slug: 'kept', body: 'First.', ...over });
const create = async (over = {}) => (await createPost(note(over), db(), now)).id;
const update = (id: number, over = {}) => updatePost(id, note(over), db(), { now, personId });
const kept = async (id: number) =>
  (await listVersions(id, db())).map(({ version, reason, name }) => ({ version, reason, name }));
const versionId = async (id: number, version: number) =>
  (await listVersions(id, db())).find((one) => one.version === version)?.id ?? 0;
const restore = async (id: number, version: number) =>
  restoreVersion({ postId: id, versionId: await versionId(id, version), personId }, db(), now);
const type = (postId: number, values: FormValues, kind: PostKind = 'note') =>
  autosave(
    { ...openEditor({ postId, baseVersion: 2 }), kind, sequence: 1, values },
    { personId, onlyOf: null },
    db(),
  );
const bodyOf = async (id: number) =>
  (await db().select({ body: posts.body }).from(posts).where(eq(posts.id, id)))[0]?.body;
const tagsOf = async (id: number) =>
  (
    await db()
      .select({ name: tags.name })
      .from(postTags)
      .innerJoin(tags, eq(tags.id, postTags.tagId))
      .where(eq(postTags.postId, id))
      .orderBy(postTags.position)
  ).map((tag) => tag.name);

describe('a version is kept', () => {
  test('of each change, and before the first of them of what was there', async () => {
    const id = await create();
    await update(id, { body: 'Second.' });
    await update(id, { body: 'Third.', tags: ['new'] });
    expect(await kept(id)).toEqual([
      { version: 3, reason: 'saved', name: 'Anna' },
      { version: 2, reason: 'saved', name: 'Anna' },
      { version: 1, reason: 'first', name: null },
    ]);
  });

  test('of a change of tags alone, and of their order', async () => {
    const id = await create({ tags: ['a', 'b'] });
    await update(id, { tags: ['b', 'a'] });
    expect(await kept(id)).toHaveLength(2);
  });

  test('of nothing that leaves the text as it is', async () => {
    const id = await create();
    await update(id);
    await unpublishPost(id, db(), { now });
    await binPost(id, db(), { now });
    await restorePost(id, db(), { now });
    expect(await kept(id)).toEqual([]);
  });

  test('of a draft as it is published', async () => {
    const id = await create({ status: 'draft' });
    await publishPost(id, db(), { now, personId });
    expect(await kept(id)).toMatchObject([{ reason: 'published' }, { reason: 'first' }]);
  });
});

test.each(postKinds)('a version of the kind %s fills the form as the post did', async (kind) => {
  const input = { ...buildPost(kind), tags: ['One', 'Two'], lang: 'de' };
  const { id } = await createPost(input, db(), now);
  const before = (await getEditorState(id, now, db()))?.savedValues;
  await updatePost(id, { ...input, tags: [] }, db(), { now });
  const first = await getVersion(id, await versionId(id, 1), db());
  expect(first?.values).toEqual(before);
});

test('a version belongs to its post', async () => {
  const id = await create();
  await update(id, { body: 'Second.' });
  const other = await create({ slug: 'other' });
  expect(await getVersion(other, await versionId(id, 1), db())).toBeNull();
});

describe('restoring a version', () => {
  test('brings text and tags back, shows them to readers, and is a version itself', async () => {
    const id = await create({ tags: ['a', 'b'] });
    await update(id, { body: 'Second.', tags: ['c'] });
    const { result, touched } = await collectTouched(() => restore(id, 1));
    expect(result).toEqual({ status: 'restored' });
    expect(touched).toContain(`post:${id}`);
    expect(await bodyOf(id)).toBe('First.');
    expect(await tagsOf(id)).toEqual(['a', 'b']);
    expect((await kept(id))[0]).toEqual({ version: 3, reason: 'restored', name: 'Anna' });
  });

  test('leaves address, time and status', async () => {
    const id = await create();
    const publishedAt = new Date('2026-01-20T08:00:00Z');
    await update(id, { body: 'Second.', slug: 'moved', publishedAt });
    await restore(id, 1);
    const [row] = await db().select().from(posts).where(eq(posts.id, id));
    expect(row).toMatchObject({ slug: 'moved', publishedAt, status: 'published', body: 'First.' });
  });

  test('follows tags that were merged since, one into the next, and drops deleted ones', async () => {
    const id = await create({ tags: ['js', 'kept', 'doomed'] });
    await update(id, { body: 'Second.', tags: [] });
    const named = async (slug: string) =>
      (await db().select().from(tags).where(eq(tags.slug, slug)))[0]?.id ?? 0;
    await db()
      .insert(tags)
      .values([
        { slug: 'ecmascript', name: 'ECMAScript' },
        { slug: 'javascript', name: 'JavaScript' },
      ]);
    const [js, ecmascript] = [await named('js'), await named('ecmascript')];
    const javascript = await named('javascript');
    const doomed = await named('doomed');
    await db()
      .insert(tagChanges)
      .values([
        { action: 'merge', tagId: js, tag: {}, intoTagId: ecmascript },
        { action: 'merge', tagId: ecmascript, tag: {}, intoTagId: javascript },
        { action: 'delete', tagId: doomed, tag: {} },
      ]);
    for (const gone of [js, ecmascript, doomed]) await db().delete(tags).where(eq(tags.id, gone));
    await restore(id, 1);
    expect(await tagsOf(id)).toEqual(['JavaScript', 'kept']);
  });

  test('keeps what was typed and not saved as a version', async () => {
    const id = await create();
    await update(id, { body: 'Second.' });
    const state = await getEditorState(id, now, db());
    const typed = { ...state?.values, body: 'Typed.', tags: 'Known\nNot yet a tag' };
    await create({ slug: 'other', tags: ['Known'] });
    await type(id, typed);
    await restore(id, 1);
    expect(await kept(id)).toMatchObject([
      { version: 4, reason: 'restored' },
      { version: 3, reason: 'replaced' },
      { version: 2, reason: 'saved' },
      { version: 1, reason: 'first' },
    ]);
    const replaced = await getVersion(id, await versionId(id, 3), db());
    expect(replaced?.values).toMatchObject({ body: 'Typed.', tags: 'Known\nNot yet a tag' });
    expect((await getEditorState(id, now, db()))?.hasUnsavedChanges).toBe(false);
  });

  test('keeps what was typed into a draft whose slug follows its title', async () => {
    const id = await create({ status: 'draft', slug: undefined });
    await update(id, { status: 'draft', slug: undefined, body: 'Second.' });
    const state = await getEditorState(id, now, db());
    expect(state?.values.slug).toBe('');
    await type(id, { ...state?.values, body: 'Typed.' });
    expect(await restore(id, 1)).toEqual({ status: 'restored' });
    const replaced = await getVersion(id, await versionId(id, 3), db());
    expect(replaced?.values.body).toBe('Typed.');
    expect(await bodyOf(id)).toBe('First.');
  });

  test('is refused where what is typed cannot be kept whole, and changes nothing', async () => {
    const beat = buildPost('beat', { slug: 'kept' });
    const { id } = await createPost(beat, db(), now);
    await updatePost(id, { ...beat, title: 'Second' }, db(), { now, personId });
    const state = await getEditorState(id, now, db());
    const typed = { ...state?.values, metadata: '{"half', slug: 'no slug!', tags: 'Unmade' };
    await type(id, typed, 'beat');
    const everything = async () => [
      await db().select().from(posts).where(eq(posts.id, id)),
      await kept(id),
      (await getEditorState(id, now, db()))?.values,
      await db().$count(tags, eq(tags.name, 'Unmade')),
    ];
    const before = await everything();
    expect(await restore(id, 1)).toEqual({
      status: 'unkept',
      message: expect.stringMatching(/\(Metadata, Slug\).*Correct or clear/),
    });
    expect(await everything()).toEqual(before);
  });

  test('is refused where a public post would lack something, and changes nothing', async () => {
    const id = await create({ status: 'draft', body: 'x' });
    await db().update(posts).set({ body: '' }).where(eq(posts.id, id));
    await update(id, { body: 'Second.' });
    await update(id, { body: 'Third.' });
    await db().execute(
      `update post_versions set fields = fields || '{"body": ""}' where version = 2`,
    );
    expect(await restore(id, 2)).toEqual({
      status: 'incomplete',
      fields: { body: 'Text must not be empty.' },
    });
    expect(await bodyOf(id)).toBe('Third.');
  });

  test('is refused in the bin', async () => {
    const id = await create();
    await update(id, { body: 'Second.' });
    await binPost(id, db(), { now });
    expect(await restore(id, 1)).toEqual({ status: 'gone' });
  });
});
