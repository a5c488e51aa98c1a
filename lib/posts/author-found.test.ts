// The author's list takes what a reader's search finds, to be tagged or published all at once.
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { parseFilter } from './author-filter';
import { findPosts } from './author-find';
import { createPost } from './write';

const { db } = testDatabase();
const now = new Date('2026-06-01T12:00:00Z');
const owner = { id: 1, role: 'owner' as const };
const ids: Record<string, number> = {};

beforeAll(async () => {
  const add = async (name: string, over = {}) => {
    const input = buildPost('entry', { title: name, body: 'Deep in it: marzipan.', ...over });
    ids[name] = (await createPost({ ...input, slug: name }, db())).id;
  };
  await add('tagged', { tags: ['sweet'] });
  await add('untagged');
  await add('draft', { status: 'draft' });
  await add('other', { body: 'Nothing of it.' });
});

test.each([
  { search: 'q=marzipan', found: ['untagged', 'tagged'] },
  { search: 'q=marzipan&exclude.tag=sweet', found: ['untagged'] },
  { search: 'q=marzipan&tag=sweet&page=7', found: ['tagged'] },
  { search: 'q=marzipan&tag=nothing', found: [] },
  { search: 'q=%2B%2B', found: [] },
  { search: 'nonsense', found: ['other', 'untagged', 'tagged'] },
])('$search', async ({ search, found }) => {
  const filter = parseFilter({ search }, 'owner');
  const list = await findPosts({ filter, place: null, limit: 10 }, owner, now, db());
  expect(list.map(({ id }) => id).sort()).toEqual(found.map((name) => ids[name]).sort());
});
