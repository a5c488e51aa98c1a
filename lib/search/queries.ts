// Reading a search: what a page of it shows, all of it or nothing within a few seconds.
import { sql } from 'drizzle-orm';
import { type Database, database } from '../db/client';
import { isRefusedFor } from '../db/refused';
import { pageSize } from '../posts/types';
import { marksOf } from './highlight';
import { isAsked, type SearchQuery } from './query';
import { showResults } from './results';
import { countFound, findPage, planSearch, type SearchPlan } from './run';
import { suggestSpelling } from './suggest';
import { listTagsLike } from './tags-like';
import { parseText } from './text';
import type { SearchPage, SearchResult } from './types';
import { awaitWords, listForms } from './words';

/** What one search may cost before it is given up, in milliseconds. */
const longestMs = 5000;
/** How long a reader waits for words that are new: after an import it would take too long. */
const longestForWordsMs = 500;

/** A page of a search; null for one that takes longer than it may. */
export async function getSearchPage(
  query: SearchQuery,
  now = new Date(),
  db: Database = database(),
  mostMs = longestMs,
): Promise<SearchPage | null> {
  const withinTime = <Result>(read: (tx: Database) => Promise<Result>) =>
    readWithin(mostMs, read, db);
  try {
    const plan = await withinTime((tx) => planSearch(query, now, tx));
    const [{ total, facets, tagsLike }, results] = await Promise.all([
      withinTime((tx) => readNumbers(plan, tx)),
      withinTime((tx) => readResults(plan, tx)),
    ]);
    const page = {
      results,
      total,
      hasNext: query.page * pageSize < total.count,
      since: plan.since,
      facets,
      tags: plan.compiled.tags,
      excludedTags: plan.compiled.excludedTags,
      tagsLike,
      suggestion: null,
    };
    if (page.total.count > 0 || !isAsked(query)) return page;
    await awaitWords(db, longestForWordsMs);
    const suggestion = await withinTime((tx) => suggestSpelling(query, now, tx));
    return { ...page, suggestion };
  } catch (error) {
    if (isRefusedFor('query_canceled', error)) return null;
    throw error;
  }
}

function readWithin<Result>(
  mostMs: number,
  read: (tx: Database) => Promise<Result>,
  db: Database,
): Promise<Result> {
  return db.transaction(
    async (tx) => {
      // Bitmaps of a million posts stay exact in this memory; compiling a plan takes longer than it;
      // and reading every document, which lies apart and packed, longer than Postgres reckons.
      await tx.execute(sql`select set_config('statement_timeout', ${String(mostMs)}, true),
        set_config('work_mem', '32MB', true), set_config('jit', 'off', true),
        set_config('enable_seqscan', 'off', true)`);
      return read(tx);
    },
    { accessMode: 'read only' },
  );
}

// One after the other on a connection: when a statement is given up, none stands behind it.

async function readNumbers(plan: SearchPlan, db: Database) {
  const counted = await countFound(plan, db);
  return { ...counted, tagsLike: await listTagsLike(plan.query, db) };
}

async function readResults(plan: SearchPlan, db: Database): Promise<SearchResult[]> {
  const ids = await findPage(plan, db);
  const forms = await listForms(plan.compiled.lexemes, db);
  return showResults(ids, marksOf(parseText(plan.query.text), forms), db);
}
