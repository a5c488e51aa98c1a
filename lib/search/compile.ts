// A search as Postgres understands it: one condition on documents that holds words and filters, and
// what is left for the rows themselves.
import { inArray, type SQL, sql } from 'drizzle-orm';
import { type Day, splitDay } from '../dates';
import type { Database } from '../db/client';
import { tags } from '../db/schema';
import type { TagRef } from '../posts/types';
import { isListedInSearch } from '../posts/visibility';
import type { SearchQuery } from './query';
import { parseText, type SearchText, wordsOf } from './text';

export type CompiledSearch = {
  /** A tsquery; null when nothing can be found: no words in the text, a tag that there is not. */
  condition: string | null;
  /** Tsqueries of any word looked for, the last perhaps begun, and whole; null without words. */
  terms: string | null;
  whole: string | null;
  /** What the words come down to in the site's language. */
  lexemes: string[];
  /** What the title would be, were the text a title; empty where it cannot be one. */
  titleKey: string;
  from: Day | null;
  to: Day | null;
  /** The tags asked for that there are. */
  tags: TagRef[];
  excludedTags: TagRef[];
  /** How many posts search knows, more or less. */
  size: number;
};

/** The mark that every document has. */
export const anyDocument = "'/'";
/** A year's mark, as a tsquery. */
export const inYear = (year: number) => `'/y:${year}'`;

/** Most years that a range of dates is written out as. */
const mostYears = 60;

export async function compileSearch(
  query: SearchQuery,
  now: Date,
  db: Database,
): Promise<CompiledSearch> {
  const parsed = parseText(query.text);
  const [words, tagged] = await Promise.all([
    compileWords(parsed, db),
    findTags([...query.tags, ...query.excludedTags], db),
  ]);
  const known = (slugs: string[]) =>
    slugs.flatMap((slug) => tagged.find((tag) => tag.slug === slug) ?? []);
  const chosen = known(query.tags);
  const excludedTags = known(query.excludedTags);
  const isImpossible =
    chosen.length < query.tags.length ||
    (parsed.alternatives.length > 0 && words.wanted === null) ||
    (parsed.alternatives.length === 0 && hasWordsMissing(query.text, parsed));
  const parts = [
    words.wanted === null ? anyDocument : `(${words.wanted})`,
    // An exclusion alone says nothing of where to look.
    ...(words.wanted?.includes('!') ? [anyDocument] : []),
    ...filterMarks(query),
    ...chosen.map(({ id }) => `'/t:${id}'`),
    ...excludedTags.map(({ id }) => `!'/t:${id}'`),
    ...yearMarks(parsed, now),
  ];
  return {
    ...words,
    condition: isImpossible ? null : parts.join(' & '),
    from: parsed.from,
    to: parsed.to,
    tags: chosen,
    excludedTags,
  };
}

/** A text of nothing but punctuation finds nothing; one of dates alone finds what is of them. */
const hasWordsMissing = (text: string, { from, to, hasBadDate }: SearchText) =>
  text !== '' && from === null && to === null && !hasBadDate;

function filterMarks({ kind, beatType, year, month }: SearchQuery): string[] {
  return [
    ...(kind === null ? [] : [`'/k:${kind}'`]),
    ...(beatType === null ? [] : [`'/b:${beatType}'`]),
    ...(year === null ? [] : [inYear(year)]),
    ...(month === null ? [] : [`'/m:${month}'`]),
  ];
}

/** The years that a range of dates touches; the days themselves are compared row by row. */
function yearMarks({ from, to }: SearchText, now: Date): string[] {
  if (from === null) return [];
  const first = splitDay(from).year;
  // A day ahead: somewhere the new year has begun.
  const last = to === null ? now.getUTCFullYear() + 1 : splitDay(to).year;
  const count = last - first + 1;
  if (count > mostYears || count < 1) return [];
  return [`(${Array.from({ length: count }, (_, index) => inYear(first + index)).join(' | ')})`];
}

type CompiledWords = { wanted: string | null } & Pick<
  CompiledSearch,
  'terms' | 'whole' | 'lexemes' | 'titleKey' | 'size'
>;

async function compileWords(parsed: SearchText, db: Database): Promise<CompiledWords> {
  const [row] = await db.execute<CompiledWords>(sql`
    select wanted::text, terms::text, whole::text, lexemes,
      left(search_fold(${wordsOf(parsed)}), 200) as "titleKey",
      (select greatest(reltuples, 0)::float8 from pg_class where oid = 'post_search'::regclass) as size
    from search_query(${JSON.stringify(parsed.alternatives)}::jsonb)`);
  if (row === undefined) throw new Error('Postgres made nothing of a search.');
  return row;
}

async function findTags(slugs: string[], db: Database): Promise<TagRef[]> {
  if (slugs.length === 0) return [];
  return db
    .select({ id: tags.id, slug: tags.slug, name: tags.name })
    .from(tags)
    .where(inArray(tags.slug, slugs));
}

/** That a document meets a condition, its time has come and its day is within the range. */
export function isFound(
  condition: SQL,
  { from, to }: Pick<CompiledSearch, 'from' | 'to'>,
  now: Date,
): SQL {
  return sql`document @@ ${condition} and ${isListedInSearch(now)}
    ${from === null ? sql`` : sql`and published_on >= ${from}`}
    ${to === null ? sql`` : sql`and published_on <= ${to}`}`;
}

/** The ids of everything that a search finds, as a query within another. */
export async function selectFoundIds(query: SearchQuery, now: Date, db: Database): Promise<SQL> {
  const compiled = await compileSearch(query, now, db);
  const { condition } = compiled;
  const where =
    condition === null ? sql`false` : isFound(sql`${condition}::tsquery`, compiled, now);
  return sql`(select post_id from post_search where ${where})`;
}
