// Several who change tags and tag posts at a time: nobody fails, nothing is lost.

import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { posts, postTags, tagChanges, tags } from '../db/schema';
import { publishPost, unpublishPost, updatePost } from '../posts/change';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { eventually } from '../testing/eventually';
import { buildPost } from '../testing/factories';
import { miscounted, tagged, tagId, tagsOf } from '../testing/tags';
import { changeTagsOfPosts } from './bulk';
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
const retag = (id: number, names: string[]) =>
  updatePost(id, buildPost('note', { tags: names }), db(), { now });

test('posts that are tagged while their tag is merged have the other', async () => {
  const old = await Promise.all(Array.from({ length: 5 }, () => tagged(['from', 'x'], db())));
  await tagged(['into'], db());
  const [from, into] = [await idOf('from'), await idOf('into')];
  const [made] = await Promise.all([
    Promise.all(Array.from({ length: 5 }, () => tagged(['from', 'fresh'], db()))),
    mergeTags([from], into, db(), { now }),
    ...old.slice(0, 3).map((id) => retag(id, ['x', 'from'])),
    ...old.slice(3).map((id) => unpublishPost(id, db(), { now })),
  ]);
  for (const id of made) expect(await tagsOf(id, db())).toEqual(['into', 'fresh']);
  for (const id of old.slice(0, 3)) expect(await tagsOf(id, db())).toEqual(['x', 'into']);
  expect(await miscounted(db())).toEqual([]);
});

test('of two who merge one tag, one finds it gone', async () => {
  const post = await tagged(['a', 'b', 'c'], db());
  const [a, b, c] = [await idOf('a'), await idOf('b'), await idOf('c')];
  const merged = await Promise.all([
    mergeTags([a], b, db(), { now }),
    mergeTags([a], c, db(), { now }),
  ]);
  expect(merged.map(({ status }) => status).sort()).toEqual(['merged', 'missing']);
  expect(await tagsOf(post, db())).toHaveLength(2);
});

test('two tags merged into each other leave one', async () => {
  const post = await tagged(['a', 'b'], db());
  const [a, b] = [await idOf('a'), await idOf('b')];
  await Promise.all([mergeTags([a], b, db(), { now }), mergeTags([b], a, db(), { now })]);
  expect(await tagsOf(post, db())).toHaveLength(1);
  expect(await miscounted(db())).toEqual([]);
});

test('a name that one writes while another gives it to a tag is that tag', async () => {
  await tagged(['a'], db());
  const [post] = await Promise.all([
    tagged(['b'], db()),
    renameTag(await idOf('a'), { name: 'b' }, db(), { now }),
  ]);
  expect(await tagsOf(post, db())).toEqual(['b']);
});

test('everything at once', async () => {
  const ids = await Promise.all(
    Array.from({ length: 12 }, (_, index) => tagged(['a', index % 2 ? 'b' : 'c', 'd'], db())),
  );
  const [a, b] = [await idOf('a'), await idOf('b')];
  const merged = mergeTags([b], a, db(), { now });
  await Promise.all([
    merged,
    changeTagsOfPosts(ids, { add: ['e'], remove: ['d'] }, db(), { now }),
    ...ids.slice(0, 4).map((id) => retag(id, ['c', 'b', 'a'])),
    ...ids.slice(4, 8).map((id) => unpublishPost(id, db(), { now })),
    merged.then((change) =>
      change.status === 'merged' ? undoTagChanges(change.changeIds, db(), { now }) : null,
    ),
    ...ids.slice(4, 8).map((id) => publishPost(id, db(), { now })),
  ]);
  expect(await miscounted(db())).toEqual([]);
});

test('a post whose text was written before its tags are is waited for by who merges them', async () => {
  const post = await tagged(['from'], db());
  await tagged(['into'], db());
  const [from, into] = [await idOf('from'), await idOf('into')];
  const { merging } = await db().transaction(async (tx) => {
    await tx.update(posts).set({ plainText: 'Another text.' }).where(eq(posts.id, post));
    const merging = mergeTags([from], into, db(), { now });
    const waiting = sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    await eventually(async () => expect(await db().execute(waiting)).toHaveLength(1));
    await tx.delete(postTags).where(eq(postTags.postId, post));
    // Not awaited within: it ends after this.
    return { merging };
  });
  expect((await merging).status).toBe('merged');
  expect(await tagsOf(post, db())).toEqual([]);
});
