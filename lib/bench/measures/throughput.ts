// How many cached pages a second, beside nginx serving the same bytes as files in the same run.

import { urls } from '../../urls';
import { dayPaths, postPaths, tagOfTwoThousand } from '../addresses';
import { Client } from '../client';
import type { BenchContext, Finding } from '../measure';
import { hasNginx, serveFiles } from '../nginx';
import { say } from '../progress';
import { startServer } from '../server';
import { median } from '../statistics';
import { milliseconds, type Row, times, whole } from '../table';
import { hasWrk, runWrk, type Throughput } from '../wrk';

const leastShare = 0.08;
const must = `≥ ${leastShare} × nginx serving the same bytes`;

type Page = { name: string; path: string };
type Round = { server: string; page: string; result: Throughput };

export async function measureThroughput(context: BenchContext): Promise<Finding> {
  if (!(await hasWrk())) return missing('wrk is not installed (apt install wrk)');
  const server = await startServer(context.databaseUrl, context.cleanup);
  const { pages, bodies } = await readPages(await choosePages(context), server.url);
  const files = (await hasNginx()) ? await serveFiles(bodies, context.cleanup) : null;
  if (files === null) say('nginx is not installed: there is nothing to compare with.');
  const rounds = await runRounds(
    pages,
    { app: server.url, ...(files !== null && { files }) },
    context.isQuick,
  );
  await server.stop();
  return {
    rows: pages.map((page) => rowOf(page, rounds)),
    details: {
      bytes: Object.fromEntries([...bodies].map(([name, body]) => [name, body.length])),
      rounds,
    },
  };
}

const missing = (measured: string): Finding => ({
  rows: [{ what: 'cached pages, app alone', must, measured, isMet: null }],
  details: null,
});

async function choosePages({ database }: BenchContext): Promise<Page[]> {
  const [post = ''] = await postPaths(1, database);
  const [day = ''] = await dayPaths(1, database);
  const { slug } = await tagOfTwoThousand(database);
  return [
    { name: 'front page', path: urls.stream() },
    { name: 'post', path: post },
    { name: 'tag archive', path: urls.tag(slug) },
    { name: 'day', path: day },
    { name: 'kind listing', path: urls.kind('blogmark') },
  ];
}

/** What each page weighs, once it is stored. */
async function readPages(pages: Page[], url: string) {
  const client = new Client(url);
  const bodies = new Map<string, Buffer>();
  for (const { name, path } of pages) {
    await client.get(path);
    const { status, body } = await client.get(path);
    if (status !== 200) throw new Error(`${path} answers ${status}.`);
    bodies.set(name.replace(' ', '-'), body);
  }
  client.close();
  return { pages, bodies };
}

/** Every page on every server, one after the other, and all of that again. */
async function runRounds(
  pages: Page[],
  servers: Record<string, string>,
  isQuick: boolean,
): Promise<Round[]> {
  const rounds: Round[] = [];
  const repetitions = isQuick ? 1 : 3;
  for (let round = 1; round <= repetitions; round += 1) {
    say(`cached pages, round ${round} of ${repetitions}`);
    for (const page of pages)
      for (const [name, url] of Object.entries(servers)) {
        const path = name === 'files' ? `/${page.name.replace(' ', '-')}` : page.path;
        const result = await runWrk(url + path, { seconds: isQuick ? 1 : 4 });
        if (result.failures > 0) say(`${name} ${path}: ${result.failures} failures`);
        rounds.push({ server: name, page: page.name, result });
      }
  }
  return rounds;
}

function rowOf(page: Page, rounds: Round[]): Row {
  const of = (server: string) =>
    rounds
      .filter((round) => round.server === server && round.page === page.name)
      .map(({ result }) => result);
  const app = middle(of('app'));
  const files = of('files');
  const own = `${whole(app.perSecond)} req/s, p50 ${milliseconds(app.p50Ms)}, p99 ${milliseconds(app.p99Ms)}`;
  const what = `cached ${page.name}, app alone`;
  if (files.length === 0)
    return { what, must, measured: `${own}; nginx is not installed`, isMet: null };
  const yardstick = middle(files);
  const share = app.perSecond / yardstick.perSecond;
  const beside = `nginx ${whole(yardstick.perSecond)} req/s, p50 ${milliseconds(yardstick.p50Ms)}, p99 ${milliseconds(yardstick.p99Ms)}`;
  const measured = `${times(share)}: ${own}; ${beside}`;
  return { what, must, measured, isMet: share >= leastShare && app.failures === 0 };
}

/** The medians over the rounds; failures are added up. */
export function middle(rounds: readonly Throughput[]): Throughput {
  return {
    perSecond: median(rounds.map((round) => round.perSecond)),
    p50Ms: median(rounds.map((round) => round.p50Ms)),
    p99Ms: median(rounds.map((round) => round.p99Ms)),
    failures: rounds.reduce((sum, round) => sum + round.failures, 0),
  };
}
