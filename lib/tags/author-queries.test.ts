// What the list of tags, a tag's own page, the preview of a merge and the history say.
import { beforeAll, describe, expect, test } from 'vitest';
import { people } from '../db/schema';
import { binPost } from '../posts/change';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { tagged, tagId } from '../testing/tags';
import {
  countUnusedTags,
  getManagedTag,
  listManagedTags,
  listTaggedPosts,
  type TagFilter,
} from './author-queries';
import { deleteTag } from './delete';
import { describeTag } from './describe';
import { listTagEvents } from './history';
import { mergeTags } from './merge';
import { previewMerge } from './merge-preview';
import { renameTag } from './rename';
import { ensureTags } from './write';

const { db } = testDatabase();
const later = new Date(now.getTime() + 3_600_000);
const idOf = (slug: string) => tagId(slug, db());

beforeAll(async () => {
  await ensureTags(['Unused'], db());
  await tagged(['Python', 'web'], db(), { publishedAt: new Date('2026-01-10T09:00:00Z') });
  await tagged(['Python', 'py'], db(), { publishedAt: new Date('2026-01-12T09:00:00Z') });
  await tagged(['py'], db(), { status: 'draft' });
  await tagged(['py'], db(), { publishedAt: later });
  await binPost(await tagged(['py'], db()), db(), { now });
});

describe('the list', () => {
  const cases: { name: string; filter: TagFilter; slugs: string[] }[] = [
    { name: 'most used first', filter: {}, slugs: ['python', 'py', 'web', 'unused'] },
    { name: 'by name', filter: { sort: 'name' }, slugs: ['py', 'python', 'unused', 'web'] },
    { name: 'newest first', filter: { sort: 'newest' }, slugs: ['py', 'web', 'python', 'unused'] },
    { name: 'part of a name', filter: { text: ' PYT' }, slugs: ['python'] },
    { name: 'a sign that patterns use', filter: { text: '%' }, slugs: [] },
    { name: 'unused', filter: { isUnused: true }, slugs: ['unused'] },
    {
      name: 'past the end: the last page',
      filter: { page: 9 },
      slugs: ['python', 'py', 'web', 'unused'],
    },
  ];
  test.each(cases)('$name', async ({ filter, slugs }) => {
    const { tags } = await listManagedTags(filter, db());
    expect(tags.map((tag) => tag.slug)).toEqual(slugs);
  });

  test('counts what readers see apart from what they do not', async () => {
    const { tags } = await listManagedTags({ text: 'py' }, db());
    expect(tags).toMatchObject([
      { slug: 'python', published: 2, unpublished: 0 },
      { slug: 'py', published: 1, unpublished: 3 },
    ]);
    expect(await countUnusedTags(db())).toBe(1);
  });
});

test('a tag shows its unpublished posts first, and none of the bin', async () => {
  const found = await listTaggedPosts(await idOf('py'), 10, db());
  expect(found.map((post) => post.listedAt?.toISOString() ?? 'draft')).toEqual([
    'draft',
    later.toISOString(),
    '2026-01-12T09:00:00.000Z',
  ]);
});

test('the preview of a merge counts what moves', async () => {
  const [py, python] = [await idOf('py'), await idOf('python')];
  expect(await previewMerge([py], python, now, db())).toEqual({
    into: { id: python, slug: 'python', name: 'Python' },
    from: [{ id: py, slug: 'py', name: 'py' }],
    kinds: [{ kind: 'note', posts: 4 }],
    posts: 4,
    haveBoth: 1,
    unpublished: 2,
    binned: 1,
    descriptionOf: null,
    pages: { posts: 1, days: 1, months: 1, tags: 1 },
  });
  expect(await previewMerge([python], python, now, db())).toBeNull();
  expect(await previewMerge([999_999], python, now, db())).toBeNull();
});

test('the history names what is gone, and who did it', async () => {
  const [person] = await db()
    .insert(people)
    .values({ name: 'Ada', slug: 'ada' })
    .returning({ id: people.id });
  const by = { now, personId: person?.id ?? null };
  await renameTag(await idOf('web'), { name: 'Web' }, db(), by);
  await describeTag(await idOf('web'), 'All of it.', db(), by);
  const web = await idOf('web');
  await mergeTags([await idOf('py')], await idOf('python'), db(), by);
  await deleteTag(await idOf('unused'), 0, db(), by);
  const { events, hasMore } = await listTagEvents({}, db());
  expect(hasMore).toBe(false);
  expect(events).toMatchObject([
    { action: 'delete', name: 'Unused', posts: 0, by: 'Ada', undoneAt: null },
    { action: 'merge', name: 'py', posts: 4, into: { name: 'Python' } },
    { action: 'describe', name: 'Web' },
    { action: 'rename', name: 'web', newName: 'Web' },
  ]);
  const ofWeb = await listTagEvents({ tagId: web }, db());
  expect(ofWeb.events.map(({ action }) => action)).toEqual(['describe', 'rename']);
  expect(await getManagedTag(web, db())).toMatchObject({ name: 'Web', description: 'All of it.' });
  expect(await getManagedTag(await idOf('python'), db())).toMatchObject({ formerNames: ['py'] });
  expect(await getManagedTag(999_999, db())).toBeNull();
});
