// What taking changes of tags back restores, also after posts have been written on.
import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { collectTouched } from '../db/page-changes';
import { posts, postTags, postVersions, tagChanges, tagFormerNames, tags } from '../db/schema';
import { deletePost, updatePost } from '../posts/change';
import { resolveMissing } from '../redirects/resolve';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { miscounted, tagged, tagId, tagsOf } from '../testing/tags';
import { changeTagsOfPosts } from './bulk';
import { deleteTag } from './delete';
import { describeTag } from './describe';
import { mergeTags } from './merge';
import { renameTag } from './rename';
import { undoTagChanges } from './undo';

const { db } = testDatabase();

beforeEach(async () => {
  await db().delete(posts);
  await db().delete(tags);
  await db().delete(tagChanges);
});

const idOf = (slug: string) => tagId(slug, db());
const undo = (...ids: number[]) => undoTagChanges(ids, db(), { now });
const retag = (id: number, names: string[]) =>
  updatePost(id, buildPost('note', { tags: names }), db(), { now });
const leadsTo = (path: string) => resolveMissing(path, '', now, db());

async function merge(from: string[], into: string): Promise<number[]> {
  const ids = await Promise.all(from.map(idOf));
  const merged = await mergeTags(ids, await idOf(into), db(), { now });
  if (merged.status !== 'merged') throw new Error(`Nothing was merged: ${merged.status}.`);
  return merged.changeIds;
}

/** Everything that is known of tags. */
const snapshot = async () => ({
  tags: await db().select().from(tags).orderBy(asc(tags.id)),
  taggings: await db().select().from(postTags).orderBy(asc(postTags.postId), asc(postTags.tagId)),
  names: await db().select().from(tagFormerNames).orderBy(asc(tagFormerNames.name)),
});

describe('a merge taken back', () => {
  test('leaves everything as it was: places, names, descriptions, counts, ids', async () => {
    await tagged(['from', 'x', 'into'], db());
    await tagged(['into', 'also', 'x', 'from'], db());
    await tagged(['x', 'also', 'from'], db());
    await tagged(['from'], db(), { status: 'draft' });
    await tagged(['into'], db());
    await renameTag(await idOf('from'), { name: 'From' }, db(), { now });
    await renameTag(await idOf('also'), { name: 'also too' }, db(), { now });
    await describeTag(await idOf('from'), 'On *one*.', db(), { now });
    const before = await snapshot();
    expect(await undo(...(await merge(['from', 'also-too'], 'into')))).toMatchObject({
      status: 'undone',
    });
    expect(await snapshot()).toEqual(before);
    expect(await miscounted(db())).toEqual([]);
    expect(await leadsTo('/tags/also/')).toBe('/tags/also-too/');
  });

  test.each([
    { name: 'a post without the merged tag', since: ['x'], has: ['x'] },
    { name: 'a post with another tag', since: ['into', 'y'], has: ['from', 'y', 'into'] },
    { name: 'another order', since: ['y', 'into', 'x'], has: ['y', 'into', 'from', 'x'] },
  ])('keeps what was written since on a post that had both: $name', async ({ since, has }) => {
    const post = await tagged(['from', 'x', 'into'], db());
    const changes = await merge(['from'], 'into');
    await retag(post, since);
    await undo(...changes);
    expect(await tagsOf(post, db())).toEqual(has);
  });

  test.each([
    { name: 'a post without the merged tag', since: ['x'], has: ['x'] },
    { name: 'another order', since: ['y', 'into'], has: ['y', 'from'] },
    { name: 'nothing', since: ['from', 'x'], has: ['from', 'x'] },
  ])('keeps what was written since on a post that had one: $name', async ({ since, has }) => {
    const post = await tagged(['from', 'x'], db());
    await tagged(['into'], db());
    const changes = await merge(['from'], 'into');
    await retag(post, since);
    await undo(...changes);
    expect(await tagsOf(post, db())).toEqual(has);
  });

  test('passes over posts that are gone, and leaves those tagged since', async () => {
    const gone = await tagged(['from'], db());
    await tagged(['into'], db());
    const changes = await merge(['from'], 'into');
    const later = await tagged(['from'], db());
    await db().update(posts).set({ deletedAt: now }).where(eq(posts.id, gone));
    await deletePost(gone, db());
    expect(await undo(...changes)).toMatchObject({ status: 'undone' });
    expect(await tagsOf(later, db())).toEqual(['into']);
  });

  test('works one by one where the posts differ, else the last one first', async () => {
    await tagged(['into'], db());
    const both = await tagged(['a', 'b'], db());
    await tagged(['c'], db());
    const [a = 0, b = 0, c = 0] = await merge(['a', 'b', 'c'], 'into');
    expect(await undo(a)).toEqual({ status: 'later', action: 'merge', name: 'b' });
    expect(await undo(c)).toMatchObject({ status: 'undone' });
    expect(await undo(b)).toMatchObject({ status: 'undone' });
    expect(await tagsOf(both, db())).toEqual(['into', 'b']);
    expect(await undo(a)).toMatchObject({ status: 'undone' });
    expect(await tagsOf(both, db())).toEqual(['a', 'b']);
  });

  test('needs the later ones of a chain to be taken back before', async () => {
    const post = await tagged(['a', 'b', 'c'], db());
    const first = await merge(['a'], 'b');
    const second = await merge(['b'], 'c');
    expect(await undo(...first)).toEqual({ status: 'later', action: 'merge', name: 'b' });
    await undo(...second);
    await undo(...first);
    expect(await tagsOf(post, db())).toEqual(['a', 'b', 'c']);
    expect(await undo(...first)).toEqual({ status: 'already' });
    expect(await undo(999_999)).toEqual({ status: 'missing' });
  });

  test('is refused where another tag has the name by now, and then nothing is', async () => {
    await tagged(['a', 'into', 'other'], db());
    const changes = await merge(['a'], 'into');
    await renameTag(await idOf('other'), { name: 'A' }, db(), { now });
    const before = await snapshot();
    expect(await undo(...changes)).toMatchObject({ status: 'taken', tag: { name: 'A' } });
    expect(await snapshot()).toEqual(before);
  });

  test('tells the pages', async () => {
    const post = await tagged(['from', 'x'], db(), {
      publishedAt: new Date('2026-01-15T09:00:00Z'),
    });
    await tagged(['into'], db(), { publishedAt: new Date('2026-01-16T09:00:00Z') });
    const from = await idOf('from');
    const beside = [`tag:${await idOf('x')}`, `tag:${await idOf('into')}`];
    const changes = await merge(['from'], 'into');
    const { touched } = await collectTouched(() => undo(...changes));
    expect(touched.sort()).toEqual(
      [
        ...['tag-index', 'redirects', 'trending', `post:${post}`, `tag:${from}`, ...beside],
        ...['everything', 'search', 'sitemap', 'sitemap-tags'],
        ...['stream', 'kind:note', 'day:2026-01-15', 'month:2026-1'],
      ].sort(),
    );
  });
});

describe('taken back', () => {
  test('a deletion brings the tag back to its posts, those in the bin too', async () => {
    await tagged(['x', 'going', 'y'], db());
    await tagged(['going'], db(), { status: 'draft' });
    await renameTag(await idOf('going'), { name: 'gone' }, db(), { now });
    const before = await snapshot();
    const deleted = await deleteTag(await idOf('gone'), 2, db(), { now });
    expect(deleted.status === 'deleted' && (await undo(deleted.changeId))).toMatchObject({
      status: 'undone',
    });
    expect(await snapshot()).toEqual(before);
  });

  test('a rename leaves the name between leading to the tag', async () => {
    await tagged(['a'], db());
    const renamed = await renameTag(await idOf('a'), { name: 'b' }, db(), { now });
    expect(renamed.status === 'renamed' && (await undo(renamed.changeId))).toMatchObject({
      status: 'undone',
    });
    expect(await leadsTo('/tags/b/')).toBe('/tags/a/');
    expect(await leadsTo('/tags/a/')).toBeNull();
  });

  test('a rename that took a name away gives it back', async () => {
    await tagged(['a'], db());
    await tagged(['b'], db());
    await renameTag(await idOf('a'), { name: 'a2' }, db(), { now });
    const renamed = await renameTag(await idOf('b'), { name: 'a' }, db(), { now });
    expect(renamed.status === 'renamed' && (await undo(renamed.changeId))).toMatchObject({
      status: 'undone',
    });
    expect(await leadsTo('/tags/a/')).toBe('/tags/a2/');
  });

  test('a rename waits for the later one, a description likewise', async () => {
    await tagged(['a'], db());
    const id = await idOf('a');
    const first = await renameTag(id, { name: 'b' }, db(), { now });
    await renameTag(id, { name: 'c' }, db(), { now });
    expect(first.status === 'renamed' && (await undo(first.changeId))).toMatchObject({
      status: 'later',
      action: 'rename',
    });
    const one = await describeTag(id, 'One.', db(), { now });
    const two = await describeTag(id, 'Two.', db(), { now });
    if (one.status !== 'described' || two.status !== 'described') throw new Error('Not described.');
    expect(await undo(one.changeId)).toMatchObject({ status: 'later', action: 'describe' });
    await undo(two.changeId);
    const [tag] = await db().select().from(tags);
    expect(tag?.descriptionHtml).toBe('<p>One.</p>');
  });

  test('bulk tagging leaves alone what was changed since, and keeps versions', async () => {
    const one = await tagged(['a', 'b'], db());
    const two = await tagged(['b', 'c'], db());
    const three = await tagged(['new'], db());
    const changed = await changeTagsOfPosts(
      [one, two, three],
      { add: ['new'], remove: ['b'] },
      db(),
      { now },
    );
    expect(changed.posts).toBe(2);
    await retag(two, ['c', 'b']);
    expect(await undo(...changed.changeIds)).toMatchObject({ status: 'undone' });
    expect(await tagsOf(one, db())).toEqual(['a', 'b']);
    expect(await tagsOf(two, db())).toEqual(['c', 'b']);
    expect(await tagsOf(three, db())).toEqual(['new']);
    const kept = await db()
      .select({ version: postVersions.version, reason: postVersions.reason })
      .from(postVersions)
      .where(eq(postVersions.postId, one))
      .orderBy(asc(postVersions.version));
    expect(kept.map(({ reason }) => reason)).toEqual(['first', 'saved', 'saved', 'saved']);
    const [row] = await db().select().from(posts).where(eq(posts.id, one));
    expect(row?.version).toBe(kept.at(-1)?.version);
  });
});
