// A thousand readers at once: on a post that nobody has rendered yet, and on the front page while
// it is being published.

import { urls } from '../../urls';
import { postPaths, tagOfTwoThousand } from '../addresses';
import { planChange } from '../changes';
import { Client } from '../client';
import { Crowd, type CrowdAnswer } from '../crowd';
import { expireEverything } from '../expire';
import type { BenchContext, Finding } from '../measure';
import { say } from '../progress';
import { countedUrl, scansDuring } from '../render-count';
import { startServer } from '../server';
import { percentile } from '../statistics';
import { milliseconds, type Row, whole } from '../table';

const readers = 1000;
const limitMs = 1000;
const must = `1 render, 0 errors, 0 stale after the return, p99 ≤ ${limitMs / 1000} s`;

type Spike = { answers: CrowdAnswer[]; stale: number; renders: number };

export async function measureSpike(context: BenchContext): Promise<Finding> {
  const { databaseUrl, database, cleanup } = context;
  const server = await startServer(countedUrl(databaseUrl), cleanup, { listenUrl: databaseUrl });
  const client = new Client(server.url);
  const [warmUp = '', path = ''] = await postPaths(2, database);
  // The first render of a process loads code; that is not what is asked here.
  for (const one of [warmUp, urls.stream()]) await client.get(one);
  const spikes = {
    'an uncached post': await spikeOnPost(path, server.url, client, context),
    'the front page while it is published': await spikeOnFrontPage(server.url, client, context),
  };
  client.close();
  await server.stop();
  return {
    rows: Object.entries(spikes).map(([name, spike]) => rowOf(name, spike)),
    details: Object.fromEntries(
      Object.entries(spikes).map(([name, { answers, ...rest }]) => [
        name,
        { ...rest, ms: answers.map(({ ms }) => Math.round(ms * 10) / 10).sort((a, b) => a - b) },
      ]),
    ),
  };
}

/** Scans of one render of a page, from a render of it alone. */
async function scansOfRender(
  path: string,
  client: Client,
  { database, databaseUrl }: BenchContext,
): Promise<number> {
  await expireEverything(database);
  return scansDuring(() => client.get(path), databaseUrl);
}

async function spikeOnPost(
  path: string,
  url: string,
  client: Client,
  context: BenchContext,
): Promise<Spike> {
  const ofOne = await scansOfRender(path, client, context);
  await expireEverything(context.database);
  const crowd = await Crowd.gather(readers, url);
  let answers: CrowdAnswer[] = [];
  const scans = await scansDuring(async () => {
    answers = await crowd.ask(path);
  }, context.databaseUrl);
  say(`spike on a post: ${scans} scans, ${ofOne} a render`);
  return { answers, stale: 0, renders: scans / ofOne };
}

/** One crowd asks while a post is published, a second one right after the write has returned. */
async function spikeOnFrontPage(
  url: string,
  client: Client,
  context: BenchContext,
): Promise<Spike> {
  const path = urls.stream();
  const tag = await tagOfTwoThousand(context.database);
  const ofOne = await scansOfRender(path, client, context);
  const ofWrite = await scansDuring(
    async (database) => (await planChange(0, tag, database)).apply(),
    context.databaseUrl,
  );
  await client.get(path);
  const [during, after] = [await Crowd.gather(readers, url), await Crowd.gather(readers, url)];
  let early: CrowdAnswer[] = [];
  let late: CrowdAnswer[] = [];
  let stale = 0;
  const scans = await scansDuring(async (database) => {
    const change = await planChange(1, tag, database);
    const isFresh = change.affected.find((one) => one.path === path)?.isFresh;
    const asked = during.ask(path);
    await change.apply();
    late = await after.ask(path);
    early = await asked;
    stale = late.filter((answer) => answer.status === 200 && !isFresh?.(answer)).length;
  }, context.databaseUrl);
  say(`spike on the front page: ${scans} scans, ${ofOne} a render, ${ofWrite} the write`);
  return { answers: [...early, ...late], stale, renders: (scans - ofWrite) / ofOne };
}

function rowOf(name: string, { answers, stale, renders }: Spike): Row {
  const errors = answers.filter(({ status }) => status !== 200).length;
  const p99 = percentile(
    answers.map(({ ms }) => ms),
    0.99,
  );
  const rendersSaid = Number.isInteger(renders) ? String(renders) : renders.toFixed(2);
  return {
    what: `${whole(readers)} connections on ${name}, app alone`,
    must,
    measured: `${rendersSaid} renders, ${errors} errors, ${stale} stale, p99 ${milliseconds(p99)}`,
    isMet: renders <= 1.01 && errors === 0 && stale === 0 && p99 <= limitMs,
  };
}
