// The posts of a page of results, each with the part of its text that shows why it was found.
import { inArray, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { posts } from '../db/schema';
import { listColumns, toPost } from '../posts/columns';
import { type Marks, markAll, markSnippet } from './highlight';
import type { SearchResult } from './types';

/** How much of a text is looked through for what to show, in characters. */
const mostText = 60_000;
/** One word most often stands near the beginning: so much is read before the rest is. */
const firstLook = 4000;

const none = (name: string) => sql<string>`''`.as(name);
const startOf = (length: number) => sql<string>`left(${posts.plainText}, ${length})`.as('text');

const resultColumns = {
  ...listColumns,
  html: none('html'),
  excerptHtml: none('excerpt_html'),
  contextHtml: none('context_html'),
};

/** Results in the order of their ids. */
export async function showResults(
  ids: readonly number[],
  marks: Marks,
  db: Database,
): Promise<SearchResult[]> {
  if (ids.length === 0) return [];
  const look = marks.isOneWord ? firstLook : mostText;
  const rows = await db
    .select({ ...resultColumns, text: startOf(look) })
    .from(posts)
    .where(inArray(posts.id, [...ids]));
  const results = new Map(
    rows.map((row) => [
      row.id,
      {
        post: toPost(row),
        title: markAll(row.displayTitle, marks),
        snippet: markSnippet(row.text, marks),
      },
    ]),
  );
  const goesOn = rows.filter(
    ({ id, text }) =>
      look < mostText &&
      text.length >= look &&
      !results.get(id)?.snippet.some(({ isMatch }) => isMatch),
  );
  for (const { id, text } of await readOn(goesOn, db)) {
    const result = results.get(id);
    if (result) result.snippet = markSnippet(text, marks);
  }
  // One may have gone between two queries.
  return ids.flatMap((id) => results.get(id) ?? []);
}

/** The texts of posts of which the beginning does not show why they were found. */
async function readOn(rows: readonly { id: number }[], db: Database) {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  return db
    .select({ id: posts.id, text: startOf(mostText) })
    .from(posts)
    .where(inArray(posts.id, ids));
}
