// A WebSub hub is told of changes in the same way as the caches in front of the site: once for all
// processes, after the commit, again if it fails, and without anybody waiting for it.
// https://www.w3.org/TR/websub/; how a publisher tells its hub is the form that hubs have in common.
import type { Database } from '../db/client';
import { batchesByCount } from '../purge/batches';
import { PurgeRefused, type PurgeTarget } from '../purge/target';
import { getSettings } from '../settings/queries';
import { topicsOf } from './topics';

/** Its row in the table `cache_purges`; which hub it is, a setting says. */
export const hubTargetName = 'websub';

const maxTopicsPerRequest = 25;

type Options = {
  siteUrl: string;
  database: Database;
  /** The caches in front of the site: what a hub fetches from them at once has to be new. */
  comesAfter: readonly string[];
  timeoutMs: number;
};

export function hubTarget({ siteUrl, database, comesAfter, timeoutMs }: Options): PurgeTarget {
  const readHub = async () => (await getSettings(database)).hub;
  return {
    name: hubTargetName,
    storesNothing: true,
    comesAfter,
    isWanted: async () => (await readHub()) !== '',
    async purge(touched) {
      const hub = await readHub();
      if (hub === '') return;
      const topics = await topicsOf(touched, siteUrl, database);
      for (const batch of batchesByCount(topics, maxTopicsPerRequest))
        await tellHub(hub, batch, timeoutMs);
    },
  };
}

async function tellHub(hub: string, topics: string[], timeoutMs: number): Promise<void> {
  const response = await fetch(hub, {
    method: 'POST',
    body: new URLSearchParams([
      ['hub.mode', 'publish'],
      ...topics.map((topic): [string, string] => ['hub.url', topic]),
    ]),
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  await response.body?.cancel();
  if (!response.ok) throw new PurgeRefused(`answered ${response.status}`);
}
