// Reading a search: what a page of it shows, all of it or nothing within a few seconds.
import { sql } from 'drizzle-orm';
import { type Database, database } from '../db/client';
import { pageSize } from '../posts/types';
import { marksOf } from './highlight';
import { isAsked, type SearchQuery } from './query';
import { readResults } from './results';
import { runSearch } from './run';
import { suggestSpelling } from './suggest';
import { listTagsLike } from './tags-like';
import { parseText } from './text';
import type { SearchPage } from './types';
import { listForms, takeInWords } from './words';

/** What one search may cost before it is given up, in milliseconds. */
const longestMs = 5000;

/** A page of a search; null for one that takes longer than it may. */
export async function getSearchPage(
  query: SearchQuery,
  now = new Date(),
  db: Database = database(),
): Promise<SearchPage | null> {
  try {
    const page = await withinTime(db, (tx) => readPage(query, now, tx));
    if (page.total.count > 0 || !isAsked(query)) return page;
    await takeInWords(db);
    const suggestion = await withinTime(db, (tx) => suggestSpelling(query, now, tx));
    return { ...page, suggestion };
  } catch (error) {
    if (isGivenUp(error)) return null;
    throw error;
  }
}

function withinTime<Result>(
  db: Database,
  read: (tx: Database) => Promise<Result>,
): Promise<Result> {
  return db.transaction(
    async (tx) => {
      // Bitmaps of a million posts stay exact in this memory; compiling a plan takes longer than it.
      await tx.execute(sql`select set_config('statement_timeout', ${String(longestMs)}, true),
        set_config('work_mem', '32MB', true), set_config('jit', 'off', true)`);
      return read(tx);
    },
    { accessMode: 'read only' },
  );
}

async function readPage(query: SearchQuery, now: Date, db: Database): Promise<SearchPage> {
  const { compiled, ids, total, since, facets } = await runSearch(query, now, db);
  const forms = await listForms(compiled.lexemes, db);
  return {
    results: await readResults(ids, marksOf(parseText(query.text), forms), db),
    total,
    hasNext: query.page * pageSize < total.count,
    since,
    facets,
    tags: compiled.tags,
    excludedTags: compiled.excludedTags,
    tagsLike: await listTagsLike(query, db),
    suggestion: null,
  };
}

/** SQLSTATE 57014: the statement took too long. */
function isGivenUp(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === '57014';
}
