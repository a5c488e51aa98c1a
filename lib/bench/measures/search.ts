// How long a search takes that nobody has asked for yet: common words, alone and with what readers
// do next, each asked of a server to the last byte.
import { sql } from 'drizzle-orm';
import { narrowed, parseSearch, type SearchQuery, searchPath } from '../../search/query';
import { Client, isRendered } from '../client';
import { expireEverything } from '../expire';
import type { BenchContext, Finding } from '../measure';
import { say } from '../progress';
import { commonWords } from '../search-samples';
import { startServer } from '../server';
import { summarise } from '../statistics';
import { analyse } from '../synthetic/load';
import { milliseconds } from '../table';

/** Up to this many posts the stricter limit holds. */
const smallArchive = 20_000;

/** A client behind a proxy that nobody counts: the limit is on readers, and this is many. */
const manyReaders = { 'X-Forwarded-For': '203.0.113.1' };

export async function measureSearch(context: BenchContext): Promise<Finding> {
  const { databaseUrl, database, posts, isQuick, cleanup } = context;
  await analyse(database);
  const words = await commonWords(isQuick ? 10 : 60, database);
  const server = await startServer(databaseUrl, cleanup);
  const client = new Client(server.url, manyReaders);
  const searches = words.flatMap(searchesFor).map(searchPath);
  for (const path of searches.slice(0, isQuick ? 5 : 50)) await client.get(path);
  await expireEverything(database);
  const answers = [];
  for (const path of searches) answers.push({ path, ...(await client.get(path)) });
  client.close();
  await server.stop();
  const failed = answers.filter((answer) => answer.status !== 200 || !isRendered(answer));
  const timing = summarise(answers.map(({ ms }) => ms));
  const limitMs = posts <= smallArchive ? 25 : 250;
  const plan = await explain(words[0] ?? '', database);
  say(plan);
  return {
    rows: [
      {
        what: `search with facets, ${words.length} common words`,
        must: `p95 ≤ ${limitMs} ms`,
        measured: `p50 ${milliseconds(timing.p50)}, p95 ${milliseconds(timing.p95)}, max ${milliseconds(timing.max)}${failed.length > 0 ? `; ${failed.length} failed` : ''}`,
        isMet: timing.p95 <= limitMs && failed.length === 0,
      },
    ],
    details: { timing, answers: answers.map(({ path, ms }) => ({ path, ms })), plan },
  };
}

/** A word alone, and narrowed down by kind, by year, in the other order, on the second page. */
function searchesFor(word: string): SearchQuery[] {
  const { query } = parseSearch(new URLSearchParams({ q: word }));
  return [
    query,
    narrowed(query, { kind: 'entry' }),
    narrowed(query, { year: new Date().getUTCFullYear() - 1 }),
    narrowed(query, { sort: 'date' }),
    { ...query, page: 2 },
  ];
}

/** How Postgres finds the posts of a word. */
async function explain(word: string, database: BenchContext['database']): Promise<string> {
  const rows = await database.execute<{ 'QUERY PLAN': string }>(sql`
    explain (analyze, buffers) select post_id, kind, year, tag_ids from post_search
    where document @@ ${`'${word}'`}::tsquery and listed_at <= now() limit 20001`);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}
