// What to search for: common words, and of posts chosen the same way every time their rarest words,
// their titles, and words with a slip of the hand.
import { sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { takeInWords } from '../search/words';
import { pick } from './synthetic/words';

/** The words that most posts have, as they stand in a sample of documents. */
export async function commonWords(count: number, database: Database): Promise<string[]> {
  const rows = await database.execute<{ word: string }>(sql`
    select word from ts_stat($$
      select document from post_search where post_id in
        (select id from posts where listed_at <= now() order by hashint8(id) limit 2000)$$)
    where word ~ '^[a-z]{3,}$' order by ndoc desc, word limit ${count}`);
  return rows.map(({ word }) => word);
}

type SampleRow = { id: number; alike: number[]; title: string; key: string; words: string[] };

export type Sample = {
  id: number;
  /** The three words of its text that the fewest posts have; null where it has fewer. */
  rare: [string, string, string] | null;
  /** Posts whose text is the same, itself among them: releases that say no more than the last. */
  alike: number[];
  /** Null for kinds without one. */
  title: { text: string; key: string } | null;
};

/** Posts with what they are to be found by. */
export async function samplePosts(count: number, database: Database): Promise<Sample[]> {
  await takeInWords(database);
  const rows = await database.execute<SampleRow>(sql`
    with sample as materialized (
      select id, kind, display_title, plain_text from posts where listed_at <= now()
      order by hashint8(id) limit ${count}
    ), texts as materialized (
      select id, md5(plain_text) as hash from posts where listed_at <= now()
    ), used as materialized (
      select word as lexeme, ndoc from ts_stat('select document from post_search')
    )
    select id, array(select texts.id from texts where texts.hash = md5(sample.plain_text)) as alike,
      case when kind in ('entry', 'blogmark', 'beat') then display_title else '' end as title,
      left(search_fold(display_title), 200) as key,
      array(select word from (
          select distinct on (lexeme) word, lexeme, ndoc
          from regexp_split_to_table(search_fold(plain_text), ' ') as word
          join search_words using (word) join used using (lexeme)
          where word ~ '^[a-z]{4,}$' order by lexeme, word) as words
        order by ndoc, word limit 3) as words
    from sample order by hashint8(id)`);
  return rows.map(({ id, alike, title, key, words: [one, other, third] }) => ({
    id,
    alike,
    rare: one && other && third ? [one, other, third] : null,
    title: title === '' ? null : { text: title, key },
  }));
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** A word with one slip: a letter left out, put in, mistaken, or swapped with the next. */
export function mistype(word: string, random: () => number): string {
  for (;;) {
    const mistyped = slip(word, random);
    // Two of the same, swapped, are no slip.
    if (mistyped !== word) return mistyped;
  }
}

function slip(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  switch (Math.floor(random() * 4)) {
    case 0:
      return before + after;
    case 1:
      return before + pick(letters, random) + letter + after;
    case 2:
      return before + pick(letters, random) + after;
    default:
      return before + after.charAt(0) + letter + after.slice(1);
  }
}
