// The oracle of freshness: after a change every page as served must be what it is when everything
// is rendered anew, and what the change does not touch stays stored.
import { cacheTags } from '../../lib/cache-tags';
import { changePages } from '../../lib/db/page-changes';
import { ask, askAll, listPages } from './crawl';
import { expect, type Pair } from './pair';

type Proof = {
  change: () => Promise<unknown>;
  /** Pages that nothing links before or after. */
  also: string[];
  /** Pages that stay stored. */
  untouched: string[];
};

/** Stores the whole site on both servers, makes a change and compares every page of both. */
export async function proveFreshness(pair: Pair, { change, also, untouched }: Proof) {
  const pages = await listPages(pair.servers[0], also);
  for (const server of pair.servers) {
    await askAll(server, pages);
    for (const [path, { cache }] of await askAll(server, pages)) expect(cache, path).toBe('HIT');
  }

  await change();

  for (const server of pair.servers)
    for (const path of untouched)
      expect((await ask(server, path)).cache, `${path} was rendered again`).toBe('HIT');
  const all = [...new Set([...pages, ...(await listPages(pair.servers[1], also))])];
  const served = await Promise.all(pair.servers.map((server) => askAll(server, all)));
  await changePages(pair.db, async (_, touch) => touch([cacheTags.site]));
  for (const [path, fresh] of await askAll(pair.servers[0], all)) {
    expect(fresh.cache, path).toBe('MISS');
    for (const answers of served)
      expect(firstDifference(answers.get(path)?.html, fresh.html), `${path} was old`).toBe('');
  }
}

/** Where two pages begin to differ; whole pages are too long for a report. */
function firstDifference(served = '', fresh: string): string {
  if (served === fresh) return '';
  const start = [...fresh].findIndex((character, index) => character !== served[index]);
  return `${served.slice(start - 60, start + 60)} ≠ ${fresh.slice(start - 60, start + 60)}`;
}
