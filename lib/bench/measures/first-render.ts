// How long a page takes that nobody has asked for yet: one address at a time, to the last byte.
import { maxStreamPage, urls } from '../../urls';
import {
  dayPaths,
  intersectionPaths,
  monthPaths,
  postPaths,
  tagOfTwoThousand,
  tagPaths,
  yearPaths,
} from '../addresses';
import { Client, isRendered } from '../client';
import { expireEverything } from '../expire';
import type { BenchContext, Finding } from '../measure';
import { say } from '../progress';
import { startServer } from '../server';
import { type Summary, summarise } from '../statistics';
import { analyse } from '../synthetic/load';
import { milliseconds, type Row } from '../table';

/** Up to this many posts the stricter limit holds. */
const smallArchive = 20_000;

type PageType = { name: string; paths: string[]; isLimited: boolean };
type Timing = Summary & { name: string; stored: number; failed: number; meanBytes: number };

export async function measureFirstRender(context: BenchContext): Promise<Finding> {
  const { databaseUrl, database, posts, isQuick, cleanup } = context;
  const counts = isQuick ? { warmUp: 5, timed: 20 } : { warmUp: 50, timed: 200 };
  await analyse(database);
  const types = await choosePages(counts.warmUp + counts.timed, context);
  const server = await startServer(databaseUrl, cleanup);
  const client = new Client(server.url);
  const timings: Timing[] = [];
  for (const type of types) {
    const timing = await timeType(type, counts, client, context);
    say(
      `first render, ${type.name}: p50 ${milliseconds(timing.p50)}, p95 ${milliseconds(timing.p95)}`,
    );
    timings.push(timing);
  }
  client.close();
  await server.stop();
  const limitMs = posts <= smallArchive ? 60 : 100;
  return {
    rows: timings.map((timing, index) => rowOf(timing, types[index]?.isLimited ? limitMs : null)),
    details: timings,
  };
}

async function choosePages(count: number, { database }: BenchContext): Promise<PageType[]> {
  const streamPages = Array.from({ length: maxStreamPage - 1 }, (_, index) =>
    urls.stream(index + 2),
  );
  const large = await tagOfTwoThousand(database);
  const limited = (name: string, paths: string[]) => ({ name, paths, isLimited: true });
  const other = (name: string, paths: string[]) => ({ name, paths, isLimited: false });
  return [
    limited('front page', [urls.stream()]),
    limited('stream, later pages', streamPages),
    limited(`tag of ${large.count.toLocaleString('en')} posts`, [urls.tag(large.slug)]),
    limited('day', await dayPaths(count, database)),
    limited('post', await postPaths(count, database)),
    other('month', await monthPaths(count, database)),
    other('year', await yearPaths(database)),
    other('tag, any', await tagPaths(count, database)),
    other('tag index', [urls.tags()]),
    other('intersection', await intersectionPaths(count, database)),
    other('kind listing', [urls.kind('blogmark')]),
    other('nothing there', madeUpPaths(count)),
  ].filter(({ paths }) => paths.length > 0);
}

export const madeUpPaths = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) =>
    urls.post({ publishedOn: '2024-01-01', slug: `made-up-${from + index}` }),
  );

/** Where addresses run out they start over, and every page is expired before each is asked for. */
async function timeType(
  { name, paths }: PageType,
  { warmUp, timed }: { warmUp: number; timed: number },
  client: Client,
  { database }: BenchContext,
): Promise<Timing> {
  const wanted = warmUp + timed;
  const mustExpire = paths.length < wanted;
  await expireEverything(database);
  const answers = [];
  for (let index = 0; index < wanted; index += 1) {
    if (mustExpire) await expireEverything(database);
    const answer = await client.get(paths[index % paths.length] ?? '');
    if (index >= warmUp) answers.push(answer);
  }
  const expected = name === 'nothing there' ? 404 : 200;
  return {
    name,
    ...summarise(answers.map(({ ms }) => ms)),
    stored: answers.filter((answer) => !isRendered(answer)).length,
    failed: answers.filter(({ status }) => status !== expected).length,
    meanBytes: answers.reduce((sum, { body }) => sum + body.length, 0) / answers.length,
  };
}

function rowOf(timing: Timing, limitMs: number | null): Row {
  const remarks = [
    timing.stored > 0 && `${timing.stored} were not rendered`,
    timing.failed > 0 && `${timing.failed} failed`,
  ].filter(Boolean);
  return {
    what: `first render, ${timing.name}`,
    must: limitMs === null ? '–' : `p95 ≤ ${limitMs} ms`,
    measured: [
      `p50 ${milliseconds(timing.p50)}, p95 ${milliseconds(timing.p95)}, max ${milliseconds(timing.max)}`,
      ...remarks,
    ].join('; '),
    isMet: limitMs === null ? null : timing.p95 <= limitMs && remarks.length === 0,
  };
}
