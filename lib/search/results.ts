// The posts of a page of results, each with the part of its text that shows why it was found.
import { inArray, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { posts } from '../db/schema';
import { listColumns, type PostRow, toPost } from '../posts/columns';
import { type Marks, markAll, markSnippet } from './highlight';
import type { SearchResult } from './types';

/** How much of a text is looked through for what to show. */
const mostText = 60_000;

const none = (name: string) => sql<string>`''`.as(name);

const resultColumns = {
  ...listColumns,
  html: none('html'),
  excerptHtml: none('excerpt_html'),
  contextHtml: none('context_html'),
  text: sql<string>`left(${posts.plainText}, ${mostText})`.as('text'),
};

type ResultRow = PostRow & { text: string };

/** Results in the order of their ids. */
export async function readResults(
  ids: readonly number[],
  marks: Marks,
  db: Database,
): Promise<SearchResult[]> {
  if (ids.length === 0) return [];
  const rows: ResultRow[] = await db
    .select(resultColumns)
    .from(posts)
    .where(inArray(posts.id, [...ids]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    // It went between two queries.
    if (row === undefined) return [];
    return [
      {
        post: toPost(row),
        title: markAll(row.displayTitle, marks),
        snippet: markSnippet(row.text, marks),
      },
    ];
  });
}
