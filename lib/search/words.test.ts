// Words of new posts, where several look for them and take them in at once.
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { searchWordQueue } from '../db/schema';
import { createPost } from '../posts/write';
import { testDatabase } from '../testing/database';
import { buildPost } from '../testing/factories';
import { awaitWords, takeInWords } from './words';

const { db } = testDatabase();

const knows = async (word: string) => {
  const rows = await db().execute(sql`select 1 from search_words where word = ${word}`);
  return rows.length > 0;
};

/** Another process takes words in and has not done yet; `work` is told how to let it come to its end. */
async function whileTakenIn(work: (end: () => void) => Promise<void>) {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const other = db().transaction(async (tx) => {
    await takeInWords(tx);
    begin();
    await ended;
  });
  await begun;
  try {
    await work(end);
  } finally {
    end();
    await other;
  }
}

/** Until a statement of this database waits for another. */
async function untilSomebodyWaits() {
  const waiting = sql`select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  await expect.poll(async () => (await db().execute(waiting)).length).toBeGreaterThan(0);
}

test('who looks for words waits for another who takes them in', async () => {
  await createPost(buildPost('note', { slug: 'one', body: 'Bullace.' }), db());
  await whileTakenIn(async (end) => {
    const awaited = awaitWords(db(), 60_000);
    await untilSomebodyWaits();
    expect(await knows('bullace')).toBe(false);
    end();
    await awaited;
    expect(await knows('bullace')).toBe(true);
  });
});

test('… no longer than it may', async () => {
  await createPost(buildPost('note', { slug: 'two', body: 'Cornel.' }), db());
  await whileTakenIn(async () => {
    await awaitWords(db(), 50);
    expect(await knows('cornel')).toBe(false);
  });
  expect(await knows('cornel')).toBe(true);
});

test('who only takes words in passes over those that another is taking in', async () => {
  await createPost(buildPost('note', { slug: 'four', body: 'Sorb.' }), db());
  await whileTakenIn(async () => {
    expect(await takeInWords(db())).toBe(0);
    expect(await db().$count(searchWordQueue)).toBe(1);
  });
  expect(await knows('sorb')).toBe(true);
});
