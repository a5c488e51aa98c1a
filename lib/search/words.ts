// The words that stand in documents, `search_words`. Writers of posts only note which posts have new
// words (drizzle/0013); taking them in happens afterwards and by itself, so that no author waits for
// another because both have used the same new word.
import { sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { isRefusedFor } from '../db/refused';

const batchSize = 500;

/** Longest word worth knowing, in characters, and the shortest. */
const longest = 40;
const shortest = 2;

/**
 * Takes in the words of posts that wait for it, a few hundred at a time.
 * @param mostMs after so many milliseconds it stops, with the first few hundred done in any case
 * @returns of how many posts
 */
export async function takeInWords(
  db: Database,
  mostMs = Number.POSITIVE_INFINITY,
): Promise<number> {
  const until = performance.now() + mostMs;
  let taken = 0;
  for (;;) {
    const count = await takeInBatch(db);
    taken += count;
    if (count < batchSize || performance.now() >= until) return taken;
  }
}

/**
 * The same for who is about to look for words that are new: what another process is taking in at the
 * moment is waited for.
 * @param mostMs so many milliseconds at most for waiting, and for taking in what is left
 */
export async function awaitWords(db: Database, mostMs: number): Promise<void> {
  await waitForOthers(db, mostMs);
  await takeInWords(db, mostMs);
}

/** Until those that are being taken in are: they are the first in the queue, and locked. */
async function waitForOthers(db: Database, mostMs: number): Promise<void> {
  try {
    await db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('lock_timeout', ${String(mostMs)}, true)`);
      await tx.execute(sql`
        select from search_word_queue order by post_id limit ${batchSize} for key share`);
    });
  } catch (error) {
    if (!isRefusedFor('lock_not_available', error)) throw error;
  }
}

/** One statement, the words in their order: two processes at it never wait for each other. */
async function takeInBatch(db: Database): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    with taken as (
      delete from search_word_queue where post_id in (
        select post_id from search_word_queue order by post_id limit ${batchSize} for update skip locked)
      returning post_id
    ), texts as (
      select search_fold(concat_ws(' / ', p.display_title, p.title, p.via_title, left(p.plain_text, 1000000),
        (select string_agg(t.name || ' / ' || t.slug, ' / ') from post_tags pt join tags t on t.id = pt.tag_id where pt.post_id = p.id))) as text
      from taken join posts p on p.id = taken.post_id
    ), words as (
      select distinct word from texts, regexp_split_to_table(text, ' ') as word
      where length(word) between ${shortest} and ${longest} and word ~ '[^0-9]'
    ), added as (
      insert into search_words (word, lexeme)
      select word, (tsvector_to_array(to_tsvector(language, word)))[1]
      from words, search_language() as language order by word collate "C"
      on conflict (word) do update set lexeme = excluded.lexeme
        where search_words.lexeme is distinct from excluded.lexeme
    )
    select count(*)::int as count from taken`);
  return row?.count ?? 0;
}

/** Words that come down to one of these lexemes. */
export async function listForms(lexemes: readonly string[], db: Database): Promise<string[]> {
  if (lexemes.length === 0) return [];
  const rows = await db.execute<{ word: string }>(sql`
    select word from search_words where lexeme = any(${sql.param(lexemes)}::text[]) limit 500`);
  return rows.map(({ word }) => word);
}
