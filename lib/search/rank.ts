// Which of what was found come first.
import { type SQL, sql } from 'drizzle-orm';
import { pageSize } from '../posts/types';
import type { CompiledSearch } from './compile';
import type { SearchQuery } from './query';

/**
 * How many of what was found are ranked by all their words; whatever comes after them goes by title
 * and tags alone. Ten pages: nobody looks further by relevance.
 */
const ranked = 10 * pageSize;
/** Weights of text, link, tags and title (https://www.postgresql.org/docs/current/textsearch-controls.html). */
const weights = sql`'{0.1, 0.2, 0.4, 1.0}'::float4[]`;

/** The posts of a page as an array, from the rows `found`. */
export function idsOfPage({ sort, page }: SearchQuery, compiled: CompiledSearch): SQL {
  const newest = sql`listed_at desc, post_id desc`;
  const offset = (page - 1) * pageSize;
  const { terms, whole, titleKey } = compiled;
  if (sort === 'date' || terms === null || whole === null)
    return sql`array(select post_id from found order by ${newest} limit ${pageSize} offset ${offset})`;
  const rankOf = rankBy({ terms, whole, isOneWord: compiled.lexemes.length < 2 });
  const isTitle = sql`(title_key = ${titleKey} and title_key <> '')`;
  const byHead = (limit: number, from: number) => sql`
    select post_id, listed_at, ${isTitle} as is_title from found
    order by is_title desc, ${rankOf(sql`head`)} desc, ${newest} limit ${limit} offset ${from}`;
  if (offset >= ranked)
    return sql`array(select post_id from (${byHead(pageSize, offset)}) as later)`;
  return sql`array(
    select best.post_id from (${byHead(ranked, 0)}) as best join post_search using (post_id)
    order by is_title desc, ${rankOf(sql`document`)} desc, best.listed_at desc, best.post_id desc
    limit ${pageSize} offset ${offset})`;
}

/**
 * How well a document fits. A word that is there as it was typed counts for more than one that
 * merely begins so. Several words tell posts apart: they are compared exactly, and a short text
 * that has them comes before a long one. One word does not: what has it nearly as often counts as
 * equal, and newer posts come first.
 */
function rankBy({ terms, whole, isOneWord }: { terms: string; whole: string; isOneWord: boolean }) {
  // 1: divided by the logarithm of the length.
  const normalization = isOneWord ? 0 : 1;
  const rank = (words: SQL, query: string) =>
    sql`ts_rank(${weights}, ${words}, ${query}::tsquery, ${normalization})`;
  return (words: SQL): SQL => {
    const sum = sql`(${rank(words, whole)} + ${rank(words, terms)} / 2)`;
    return isOneWord ? sql`floor(10 * ${sum})` : sum;
  };
}
