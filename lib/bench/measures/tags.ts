// The author's side of tags: how long a merge takes until every page shows it, and suggestions
// while a tag is typed.
import { sql } from 'drizzle-orm';
import { dashboardUrls } from '../../dashboard-urls';
import type { Database } from '../../db/client';
import { mergeTags } from '../../tags/merge';
import { undoTagChanges } from '../../tags/undo';
import { ensureTags } from '../../tags/write';
import { tagOfTwoThousand, topTag } from '../addresses';
import type { BenchContext } from '../measure';
import { type Summary, summarise } from '../statistics';

/**
 * Merges the tag of 2,000 posts into one that no post has and into the commonest in turn, taking
 * each merge back. A server is there to be told of the pages that change.
 */
export async function timeMerges({ database, isQuick }: BenchContext): Promise<{
  merges: Summary;
  undos: Summary;
  posts: number;
}> {
  const from = await tagOfTwoThousand(database);
  const targets = [
    await findId('bench-empty', database),
    await findId((await topTag(database, { except: from })).name, database),
  ];
  const source = await findId(from.name, database);
  const times = { merges: [] as number[], undos: [] as number[] };
  for (let number = 0; number < (isQuick ? 4 : 40); number += 1) {
    const into = targets[number % targets.length] ?? 0;
    const begin = performance.now();
    const merged = await mergeTags([source], into, database);
    const done = performance.now();
    if (merged.status !== 'merged') throw new Error('Nothing was merged.');
    const undone = await undoTagChanges(merged.changeIds, database);
    if (undone.status !== 'undone') throw new Error(`Not taken back: ${undone.status}.`);
    times.merges.push(done - begin);
    times.undos.push(performance.now() - done);
  }
  return {
    merges: summarise(times.merges),
    undos: summarise(times.undos),
    posts: from.count,
  };
}

async function findId(name: string, database: Database): Promise<number> {
  const id = (await ensureTags([name], database)).get(name);
  if (id === undefined) throw new Error(`There is no tag ${name}.`);
  return id;
}

/** Asks as the tag field does after each letter: for what begins, or is somewhere in, some names. */
export async function timeSuggestions(
  { url, cookie }: { url: string; cookie: string },
  { database, isQuick }: BenchContext,
): Promise<Summary> {
  const names = await database.execute<{ name: string }>(
    sql`select name from tags order by md5(name) limit ${isQuick ? 5 : 60}`,
  );
  const times: number[] = [];
  for (const { name } of names)
    for (const length of [1, 2, 3, 5, 8]) {
      const begin = performance.now();
      const response = await fetch(url + dashboardUrls.suggestTags(name.slice(-length)), {
        headers: { cookie },
      });
      await response.arrayBuffer();
      times.push(performance.now() - begin);
      if (!response.ok) throw new Error(`A suggestion was answered ${response.status}.`);
    }
  return summarise(times);
}
