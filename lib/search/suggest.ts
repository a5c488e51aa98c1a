// Another spelling for a search that finds nothing: each unknown word gives way to words that are
// known and look alike, and the first combination that finds something under the same filters wins.
import { sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { isListedInSearch } from '../posts/visibility';
import { compileSearch, isFound } from './compile';
import { foldWord, signs, wordsIn } from './fold';
import { narrowed, type SearchQuery } from './query';
import { mostSlips, slipsBetween, swaps } from './spelling';
import { parseText } from './text';
import type { Suggestion } from './types';

const mostCounted = 1000;
/** How many words of a text may be wrong, and how many spellings of each are tried. */
const mostWords = 3;
const mostSpellings = 6;
const mostTried = 24;
/** How alike words have to look to be compared letter by letter (pg_trgm, 0 to 1). */
const leastSimilarity = 0.2;
const mostCompared = 300;

/** A spelling that finds something; null when there is none. */
export async function suggestSpelling(
  query: SearchQuery,
  now: Date,
  db: Database,
): Promise<Suggestion | null> {
  const words = lookedFor(query.text);
  const known = await listKnown(words, now, db);
  const unknown = words.filter((word) => !known.has(word));
  // Where every word is known, one of them may be another one mistyped.
  const doubtful = unknown.length > 0 ? [unknown] : words.map((word) => [word]);
  let tried = 0;
  for (const wrong of doubtful.filter(({ length }) => length <= mostWords)) {
    const spellings = await Promise.all(wrong.map((word) => listSpellings(word, now, db)));
    for (const combination of combine(spellings)) {
      tried += 1;
      if (tried > mostTried) return null;
      const text = respell(
        query.text,
        new Map(wrong.map((word, index) => [word, combination[index] ?? word])),
      );
      const other = narrowed(query, { text });
      const count = await countFound(other, now, db);
      if (count > 0) return { query: other, count };
    }
  }
  return null;
}

/** The words that have to be there, folded; signs have no spelling. */
function lookedFor(text: string): string[] {
  const clauses = parseText(text).alternatives.flat();
  const words = clauses
    .filter(({ isExcluded }) => !isExcluded)
    .flatMap((clause) => [...wordsIn(clause.text)].map(({ word }) => foldWord(word)));
  return [...new Set(words)].filter((word) => !signs.test(word) && mostSlips(word) > 0);
}

/** Those of the words that a public post has. */
async function listKnown(words: string[], now: Date, db: Database): Promise<Set<string>> {
  const rows = await db.execute<{ word: string }>(sql`
    select word from unnest(${sql.param(words)}::text[]) as word
    where exists (select from post_search
      where document @@ search_phrase(search_language(), word) and ${isListedInSearch(now)})`);
  return new Set(rows.map(({ word }) => word));
}

/** Known words that a word may be meant to be: the fewest slips away first, then the most used. */
async function listSpellings(word: string, now: Date, db: Database): Promise<string[]> {
  await db.execute(
    sql`select set_config('pg_trgm.similarity_threshold', ${String(leastSimilarity)}, true)`,
  );
  const alike = await db.execute<{ word: string }>(sql`
    (select word from search_words where word % ${word} order by similarity(word, ${word}) desc, word limit ${mostCompared})
    union select word from search_words where word = any(${sql.param(swaps(word))}::text[])`);
  const near = alike
    .map((one) => ({ word: one.word, slips: slipsBetween(one.word, word) }))
    .filter(({ slips }) => slips > 0 && slips <= mostSlips(word))
    .sort((a, b) => a.slips - b.slips)
    .slice(0, mostCompared / 10);
  const used = await db.execute<{ word: string; count: number }>(sql`
    select word, (select count(*)::int from (select from post_search
        where document @@ search_phrase(search_language(), word) and ${isListedInSearch(now)}
        limit ${mostCounted}) as counted) as count
    from unnest(${sql.param(near.map((one) => one.word))}::text[]) as word`);
  const counts = new Map(used.map((one) => [one.word, one.count]));
  const countOf = (one: string) => counts.get(one) ?? 0;
  return near
    .filter((one) => countOf(one.word) > 0)
    .sort((a, b) => a.slips - b.slips || countOf(b.word) - countOf(a.word))
    .slice(0, mostSpellings)
    .map((one) => one.word);
}

/** One of each, the first ones first. */
function combine(lists: string[][]): string[][] {
  const combined = lists.reduce<{ words: string[]; rank: number }[]>(
    (before, list) =>
      before.flatMap(({ words, rank }) =>
        list.map((word, index) => ({ words: [...words, word], rank: rank + index })),
      ),
    [{ words: [], rank: 0 }],
  );
  return combined.sort((a, b) => a.rank - b.rank).map(({ words }) => words);
}

/** The text with other words in the places of some, everything else as it was. */
function respell(text: string, spellings: ReadonlyMap<string, string>): string {
  return text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => spellings.get(foldWord(word)) ?? word);
}

async function countFound(query: SearchQuery, now: Date, db: Database): Promise<number> {
  const compiled = await compileSearch(query, now, db);
  if (compiled.condition === null) return 0;
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (select from post_search
      where ${isFound(sql`${compiled.condition}::tsquery`, compiled, now)} limit ${mostCounted}) as counted`);
  return row?.count ?? 0;
}
