// What is due does not wait for the words of an import.
import { expect, test } from 'vitest';
import { posts, searchWordQueue } from '../db/schema';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { look } from './scheduler';
import { createPost } from './write';

const { db } = testDatabase();

test('a look takes in the words of a few hundred posts, and the next one comes soon', async () => {
  const first = { ...buildPost('note', { slug: 'first' }), publishedAt: new Date('2026-01-01') };
  await createPost(first, db());
  const [row] = await db().select().from(posts);
  if (row === undefined) throw new Error('There is no post.');
  const { id: _, ...written } = row;
  const copies = Array.from({ length: 600 }, (_, index) => ({
    ...written,
    number: row.number + 1 + index,
    slug: `copy-${index}`,
    feedId: null,
  }));
  await db().insert(posts).values(copies);
  const waiting = () => db().$count(searchWordQueue);
  const before = await waiting();
  expect(before).toBeGreaterThan(600);
  expect(await look(db())).toBeLessThan(1000);
  const left = await waiting();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(before);
  while ((await waiting()) > 0) await look(db());
  expect(await look(db())).toBe(5000);
});
