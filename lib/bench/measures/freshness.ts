// How soon every affected page shows a change on every instance: two servers that share nothing
// but the database, changes made by a third process.
import { tagOfTwoThousand, topTag } from '../addresses';
import { type Affected, type Change, planChanges } from '../changes';
import { Client } from '../client';
import type { BenchContext, Finding } from '../measure';
import { say } from '../progress';
import { startServer } from '../server';
import { type Summary, summarise } from '../statistics';
import { milliseconds, type Row } from '../table';

const limits = { p95Ms: 60, maxMs: 100 };
/** A page that is still old by then is reported as never fresh. */
const patienceMs = 5000;

type Look = { change: string; page: string; instance: number; freshMs: number; isStale: boolean };

export async function measureFreshness(context: BenchContext): Promise<Finding> {
  const { databaseUrl, database, isQuick, cleanup } = context;
  const wanted = isQuick ? 20 : 200;
  const servers = [
    await startServer(databaseUrl, cleanup),
    await startServer(databaseUrl, cleanup),
  ];
  const clients = servers.map(({ url }) => new Client(url));
  const tag = await tagOfTwoThousand(database);
  const changes = planChanges([tag, await topTag(database, { except: tag })], database);
  const looks: Look[] = [];
  const writeMs: number[] = [];
  for await (const change of changes) {
    await storeOldPages(change, clients);
    const from = performance.now();
    await change.apply();
    const returned = performance.now();
    writeMs.push(returned - from);
    const number = writeMs.length;
    looks.push(...(await lookAround(change, { number, returned, clients })));
    if (number % 50 === 0) say(`${number} of ${wanted} changes`);
    if (number === wanted) break;
  }
  for (const client of clients) client.close();
  await Promise.all(servers.map((server) => server.stop()));
  return { rows: rowsOf(looks, writeMs), details: detailsOf(looks, writeMs) };
}

async function storeOldPages({ affected }: Change, clients: Client[]): Promise<void> {
  for (const client of clients) for (const { path } of affected) await client.get(path);
}

/**
 * Asks every instance for every page, each time beginning with another one, so that each is often
 * the very first to be asked. The clock of a page runs from when it is first asked for; of one
 * whose first answer is old, from the return of the change.
 */
async function lookAround(
  change: Change,
  { number, returned, clients }: { number: number; returned: number; clients: Client[] },
): Promise<Look[]> {
  const order = clients.flatMap((client, instance) =>
    change.affected.map((affected) => ({ client, instance, affected })),
  );
  const first = number % order.length;
  const looks: Look[] = [];
  for (const { client, instance, affected } of [...order.slice(first), ...order.slice(0, first)]) {
    const { freshMs, isStale } = await lookUntilFresh(affected, client, returned);
    looks.push({ change: change.name, page: affected.page, instance, freshMs, isStale });
  }
  return looks;
}

async function lookUntilFresh(affected: Affected, client: Client, returned: number) {
  const first = await client.get(affected.path);
  if (affected.isFresh(first)) return { freshMs: first.ms, isStale: false };
  while (performance.now() - returned < patienceMs) {
    const answer = await client.get(affected.path);
    if (affected.isFresh(answer)) break;
  }
  return { freshMs: performance.now() - returned, isStale: true };
}

function rowsOf(looks: Look[], writeMs: number[]): Row[] {
  const fresh = summarise(looks.map(({ freshMs }) => freshMs));
  const stale = looks.filter(({ isStale }) => isStale);
  const write = summarise(writeMs);
  const stalePages = [...new Set(stale.map(({ change, page }) => `${page} after ${change}`))];
  return [
    {
      what: `change → fresh, ${writeMs.length} changes, 2 instances`,
      must: `p95 ≤ ${limits.p95Ms} ms, max ≤ ${limits.maxMs} ms after the return`,
      measured: inWords(fresh),
      isMet: fresh.p95 <= limits.p95Ms && fresh.max <= limits.maxMs,
    },
    {
      what: 'stale answers after a change',
      must: '0',
      measured: [`${stale.length} of ${looks.length}`, stalePages.slice(0, 3).join(', ')]
        .filter(Boolean)
        .join(': '),
      isMet: stale.length === 0,
    },
    { what: 'the change itself', must: '–', measured: inWords(write), isMet: null },
  ];
}

const inWords = ({ p50, p95, max }: Summary) =>
  `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}, max ${milliseconds(max)}`;

function detailsOf(looks: Look[], writeMs: number[]) {
  const pages = [...new Set(looks.map(({ page }) => page))];
  return {
    write: summarise(writeMs),
    byPage: Object.fromEntries(
      pages.map((page) => [
        page,
        summarise(looks.filter((look) => look.page === page).map(({ freshMs }) => freshMs)),
      ]),
    ),
    stale: looks.filter(({ isStale }) => isStale),
  };
}
