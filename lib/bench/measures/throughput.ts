// How many cached pages a second, beside nginx serving the same bytes as files in the same run.
import { parseSearch, searchPath } from '../../search/query';
import { urls } from '../../urls';
import { dayPaths, postPaths, tagOfTwoThousand } from '../addresses';
import { Client } from '../client';
import type { BenchContext, Finding } from '../measure';
import { serveFiles } from '../nginx';
import { say } from '../progress';
import { isInstalled, proxyNames, startProxy } from '../proxies';
import { commonWords } from '../search-samples';
import { freePort, startServer } from '../server';
import { median } from '../statistics';
import { milliseconds, type Row, times, whole } from '../table';
import { hasWrk, runWrk, type Throughput } from '../wrk';

/** What asks for a page, what it must reach against the file, and how its clients ask. */
const fronts = [
  { name: 'app', what: 'app alone', leastShare: 0.08, headers: {} },
  { name: 'nginx', what: 'behind nginx', leastShare: 0.8, headers: { 'Accept-Encoding': 'gzip' } },
  {
    name: 'Varnish',
    what: 'behind Varnish',
    leastShare: 1.2,
    headers: { 'Accept-Encoding': 'gzip' },
  },
] as const;

type Front = (typeof fronts)[number];
type FrontName = Front['name'] | 'files';
type Page = {
  name: string;
  path: string;
  file: string;
  /** The shipped proxies leave it to the app: its addresses have no end. */
  isAppOnly?: boolean;
};
type Round = { front: FrontName; page: string; result: Throughput };

const mustOf = ({ leastShare }: Front) => `≥ ${leastShare} × nginx serving the bytes as a file`;

export async function measureThroughput(context: BenchContext): Promise<Finding> {
  if (!(await hasWrk())) return missing('wrk is not installed (apt install wrk)');
  const server = await startServer(context.databaseUrl, context.cleanup);
  const pages = await choosePages(context);
  const bodies = await readBodies(pages, server.url);
  const addresses = new Map<FrontName, string>([['app', server.url]]);
  if (await isInstalled('nginx')) addresses.set('files', await serveFiles(bodies, context.cleanup));
  for (const name of proxyNames) {
    if (!(await isInstalled(name))) continue;
    const port = await freePort();
    await startProxy(name, { port, appPort: server.port }, context.cleanup);
    addresses.set(name, `http://127.0.0.1:${port}`);
    await readBodies(
      pages.filter((page) => isServed(page, name)),
      `http://127.0.0.1:${port}`,
    );
  }
  const rounds = await runRounds(pages, addresses, context.isQuick);
  await server.stop();
  const bytes = Object.fromEntries([...bodies].map(([file, body]) => [file, body.length]));
  return {
    rows: fronts.flatMap((front) =>
      pages.filter((page) => isServed(page, front.name)).map((page) => rowOf(page, front, rounds)),
    ),
    details: { bytes, rounds },
  };
}

const isServed = ({ isAppOnly }: Page, front: FrontName) =>
  !isAppOnly || front === 'app' || front === 'files';

const missing = (measured: string): Finding => ({
  rows: fronts.map((front) => ({
    what: `cached pages, ${front.what}`,
    must: mustOf(front),
    measured,
    isMet: null,
  })),
  details: null,
});

async function choosePages({ database }: BenchContext): Promise<Page[]> {
  const [post = ''] = await postPaths(1, database);
  const [day = ''] = await dayPaths(1, database);
  const { slug } = await tagOfTwoThousand(database);
  const [word = ''] = await commonWords(1, database);
  const { query } = parseSearch(new URLSearchParams({ q: word }));
  return [
    { name: 'front page', path: urls.stream(), file: 'front' },
    { name: 'post', path: post, file: 'post' },
    { name: 'tag archive', path: urls.tag(slug), file: 'tag' },
    { name: 'day', path: day, file: 'day' },
    { name: 'kind listing', path: urls.kind('blogmark'), file: 'kind' },
    { name: 'search', path: searchPath(query), file: 'search', isAppOnly: true },
    { name: 'feed', path: urls.feed('atom', { page: 'stream', number: 1 }), file: 'feed' },
  ];
}

/** Asks until every page is stored. @returns what each weighs, by file name */
async function readBodies(pages: Page[], url: string): Promise<Map<string, Buffer>> {
  const bodies = new Map<string, Buffer>();
  for (const encoding of ['gzip', 'identity']) {
    const client = new Client(url, { 'Accept-Encoding': encoding });
    for (const { path, file } of pages) {
      await client.get(path);
      const { status, body } = await client.get(path);
      if (status !== 200) throw new Error(`${url}${path} answers ${status}.`);
      bodies.set(file, body);
    }
    client.close();
  }
  return bodies;
}

/** Every page on every server, one after the other, and all of that again. */
async function runRounds(
  pages: Page[],
  addresses: ReadonlyMap<FrontName, string>,
  isQuick: boolean,
): Promise<Round[]> {
  const rounds: Round[] = [];
  const repetitions = isQuick ? 1 : 3;
  for (let repetition = 1; repetition <= repetitions; repetition += 1) {
    say(`cached pages, round ${repetition} of ${repetitions}`);
    for (const page of pages)
      for (const [front, url] of addresses) {
        if (!isServed(page, front)) continue;
        const headers = fronts.find(({ name }) => name === front)?.headers ?? {};
        const address = front === 'files' ? `${url}/${page.file}` : url + page.path;
        const result = await runWrk(address, { seconds: isQuick ? 1 : 4, headers });
        if (result.failures > 0) say(`${front} ${page.path}: ${result.failures} failures`);
        rounds.push({ front, page: page.name, result });
      }
  }
  return rounds;
}

function rowOf(page: Page, front: Front, rounds: Round[]): Row {
  const of = (name: FrontName) =>
    rounds
      .filter((round) => round.front === name && round.page === page.name)
      .map(({ result }) => result);
  const row = { what: `cached ${page.name}, ${front.what}`, must: mustOf(front) };
  const own = of(front.name);
  if (own.length === 0) return { ...row, measured: `${front.name} is not installed`, isMet: null };
  const result = middle(own);
  const files = of('files');
  if (files.length === 0)
    return { ...row, measured: `${inWords(result)}; nginx is not installed`, isMet: null };
  const yardstick = middle(files);
  const share = result.perSecond / yardstick.perSecond;
  return {
    ...row,
    measured: `${times(share)}: ${inWords(result)}; the file ${inWords(yardstick)}`,
    isMet: share >= front.leastShare && result.failures === 0,
  };
}

const inWords = ({ perSecond, p50Ms, p99Ms }: Throughput) =>
  `${whole(perSecond)} req/s, p50 ${milliseconds(p50Ms)}, p99 ${milliseconds(p99Ms)}`;

/** The medians over the rounds; failures are added up. */
export function middle(rounds: readonly Throughput[]): Throughput {
  return {
    perSecond: median(rounds.map((round) => round.perSecond)),
    p50Ms: median(rounds.map((round) => round.p50Ms)),
    p99Ms: median(rounds.map((round) => round.p99Ms)),
    failures: rounds.reduce((sum, round) => sum + round.failures, 0),
  };
}
