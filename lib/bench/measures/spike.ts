// A thousand readers at once: on a post that nobody has rendered yet, and on the front page while
// it is being published; on the app alone, and through the shipped proxies.
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../../db/client';
import { announceCachesInFront } from '../../db/page-changes';
import { httpTarget } from '../../purge/http-target';
import { urls } from '../../urls';
import { postPaths, tagOfTwoThousand } from '../addresses';
import { type Change, planChanges } from '../changes';
import { Client } from '../client';
import { Crowd, type CrowdAnswer } from '../crowd';
import { expireEverything } from '../expire';
import type { BenchContext, Finding } from '../measure';
import { isInstalled, type ProxyName, proxyNames, startProxy } from '../proxies';
import { countedUrl, scansDuring } from '../render-count';
import { freePort, startServer } from '../server';
import { percentile } from '../statistics';
import { milliseconds, type Row, whole } from '../table';

const readers = 1000;
/** For a purge to reach the proxy. */
const purgeMs = 500;

/** Where the crowd asks, and where it can be asked without going through the proxy. */
type Site = { name: string; limitMs: number; url: string; app: Client };
type Spike = { answers: CrowdAnswer[]; stale: number; renders: number };

export async function measureSpike(context: BenchContext): Promise<Finding> {
  const rows: Row[] = [];
  const details: Record<string, unknown> = {};
  for (const proxy of [null, ...proxyNames]) {
    if (proxy !== null && !(await isInstalled(proxy))) continue;
    const { site, stop } = await openSite(proxy, context);
    const spikes = {
      'an uncached post': await spikeOnPost(site, context),
      'the front page while it is published': await spikeOnFrontPage(site, context),
    };
    await stop();
    for (const [name, spike] of Object.entries(spikes)) {
      const row = rowOf(name, site, spike);
      rows.push(row);
      details[row.what] = spike.answers.map(({ ms }) => Math.round(ms)).sort((a, b) => a - b);
    }
  }
  return { rows, details };
}

/** A server, warmed up: the first render of a process loads code, which is not what is asked. */
async function openSite(proxy: ProxyName | null, context: BenchContext) {
  const { databaseUrl, database, cleanup } = context;
  const proxyPort = await freePort();
  const proxyUrl = `http://127.0.0.1:${proxyPort}`;
  const server = await startServer(countedUrl(databaseUrl), cleanup, {
    listenUrl: databaseUrl,
    ...(proxy !== null && { purgeUrl: proxyUrl }),
  });
  if (proxy !== null) await startProxy(proxy, { port: proxyPort, appPort: server.port }, cleanup);
  // The changes are made here and wait for the cache as they do in the server that purges it.
  announceCachesInFront(proxy === null ? [] : [httpTarget({ url: proxyUrl, timeoutMs: 0 }).name]);
  const app = new Client(server.url);
  for (const path of [...(await postPaths(20, database)), urls.stream()]) await app.get(path);
  const site: Site = {
    name: proxy === null ? 'app alone' : `behind ${proxy}`,
    limitMs: proxy === null ? 1000 : 100,
    url: proxy === null ? server.url : proxyUrl,
    app,
  };
  const stop = async () => {
    announceCachesInFront([]);
    app.close();
    await server.stop();
  };
  return { site, stop };
}

/** Scans of one render of a page, from a render of it alone. */
async function scansOfRender(
  path: string,
  { app }: Site,
  { database, databaseUrl }: BenchContext,
): Promise<number> {
  await expireEverything(database);
  const scans = await scansDuring(() => app.get(path), databaseUrl);
  if (scans === 0)
    throw new Error(`A render of ${path} scans no posts: renders cannot be counted.`);
  return scans;
}

async function spikeOnPost(site: Site, context: BenchContext): Promise<Spike> {
  const [path = ''] = await postPaths(1, context.database);
  const ofOne = await scansOfRender(path, site, context);
  await expireEverything(context.database);
  await delay(purgeMs);
  const crowd = await Crowd.gather(readers, site.url);
  let answers: CrowdAnswer[] = [];
  const scans = await scansDuring(async () => {
    answers = await crowd.ask(path);
  }, context.databaseUrl);
  return { answers, stale: 0, renders: scans / ofOne };
}

/** One crowd asks while a post is published, a second one right after the write has returned. */
async function spikeOnFrontPage(site: Site, context: BenchContext): Promise<Spike> {
  const path = urls.stream();
  const ofOne = await scansOfRender(path, site, context);
  const ofWrite = await scansDuring(
    async (database) => (await planPublishing(database)).apply(),
    context.databaseUrl,
  );
  await delay(purgeMs);
  const reader = new Client(site.url);
  await reader.get(path);
  reader.close();
  const during = await Crowd.gather(readers, site.url);
  const after = await Crowd.gather(readers, site.url);
  let answers: CrowdAnswer[] = [];
  let stale = 0;
  const scans = await scansDuring(async (database) => {
    const change = await planPublishing(database);
    const isFresh = change.affected.find((one) => one.path === path)?.isFresh;
    const asked = during.ask(path);
    await change.apply();
    const late = await after.ask(path);
    stale = late.filter((answer) => answer.status === 200 && !isFresh?.(answer)).length;
    answers = [...(await asked), ...late];
  }, context.databaseUrl);
  return { answers, stale, renders: (scans - ofWrite) / ofOne };
}

async function planPublishing(database: Database): Promise<Change> {
  const tag = await tagOfTwoThousand(database);
  const changes = planChanges([tag, tag], database);
  const { value } = await changes.next();
  return value;
}

function rowOf(name: string, { name: where, limitMs }: Site, { answers, stale, renders }: Spike) {
  const failed = answers
    .filter(({ status, failure }) => status !== 200 || failure !== null)
    .map(({ status, failure }) => failure ?? status);
  const errors = failed.length;
  const statuses = errors === 0 ? '' : ` (${[...new Set(failed)].join(', ')})`;
  const p99 = percentile(
    answers.map(({ ms }) => ms),
    0.99,
  );
  const rounded = Math.abs(Math.round(renders * 10) / 10);
  return {
    what: `${whole(readers)} connections on ${name}, ${where}`,
    must: `1 render, 0 errors, 0 stale after the return, p99 ≤ ${milliseconds(limitMs)}`,
    measured: `${rounded} renders, ${errors} errors${statuses}, ${stale} stale, p99 ${milliseconds(p99)}`,
    isMet: rounded <= 1 && errors === 0 && stale === 0 && p99 <= limitMs,
  };
}
