// Lighthouse, mobile, simulated: the pages as a reader on a phone gets them, through the shipped
// nginx, which compresses. Runs where Lighthouse is installed (npm install --global lighthouse) and
// a Chromium is there.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { urls } from '../../urls';
import { dayPaths, postPaths, tagOfTwoThousand } from '../addresses';
import { findBrowser } from '../browser';
import { outputOf } from '../children';
import type { BenchContext, Finding } from '../measure';
import { isInstalled, startProxy } from '../proxies';
import { freePort, startServer } from '../server';
import { median } from '../statistics';
import { milliseconds, type Row } from '../table';

const rounds = { whole: 3, quick: 1 };
const flags = '--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage';

const report = z.object({
  categories: z.record(z.string(), z.object({ score: z.number() })),
  audits: z.record(z.string(), z.object({ numericValue: z.number().optional() })),
});

type Run = { scores: Record<string, number>; lcpMs: number; shift: number; blockedMs: number };

export async function measureLighthouse(context: BenchContext): Promise<Finding> {
  const browser = findBrowser();
  const version = await outputOf('lighthouse', ['--version']);
  if (browser === null || version === null || !(await isInstalled('nginx')))
    return { rows: [missing()], details: null };
  const { databaseUrl, database, cleanup, isQuick } = context;
  const server = await startServer(databaseUrl, cleanup);
  const port = await freePort();
  await startProxy('nginx', { port, appPort: server.port }, cleanup);
  const tag = await tagOfTwoThousand(database);
  const [post = ''] = await postPaths(1, database);
  const [day = ''] = await dayPaths(1, database);
  const pages = {
    'front page': urls.stream(),
    post,
    tag: urls.tag(tag.slug),
    day,
    search: urls.search(),
  };
  const file = path.join(await cleanup.folder('lighthouse'), 'report.json');
  const rows: Row[] = [];
  const details: Record<string, Run[]> = {};
  for (const [name, address] of Object.entries(pages)) {
    const runs: Run[] = [];
    for (let round = 0; round < (isQuick ? rounds.quick : rounds.whole); round += 1)
      runs.push(await runLighthouse(`http://127.0.0.1:${port}${address}`, browser, file));
    details[name] = runs;
    rows.push(rowOf(name, runs));
  }
  await server.stop();
  return { rows, details: { version, runs: details } };
}

async function runLighthouse(url: string, browser: string, file: string): Promise<Run> {
  await outputOf(
    'lighthouse',
    [url, '--output=json', `--output-path=${file}`, '--quiet', `--chrome-flags=${flags}`],
    { CHROME_PATH: browser },
  );
  const { categories, audits } = report.parse(JSON.parse(await readFile(file, 'utf8')));
  const value = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  return {
    scores: Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [name, Math.round(score * 100)]),
    ),
    lcpMs: value('largest-contentful-paint'),
    shift: value('cumulative-layout-shift'),
    blockedMs: value('total-blocking-time'),
  };
}

function rowOf(name: string, runs: Run[]): Row {
  const limitMs = name === 'post' ? 1000 : 1100;
  const of = (value: (run: Run) => number) => median(runs.map(value));
  const names = Object.keys(runs[0]?.scores ?? {});
  const scores = names.map((category) => of(({ scores }) => scores[category] ?? 0));
  const lcpMs = of((run) => run.lcpMs);
  const shift = of((run) => run.shift);
  const blockedMs = of((run) => run.blockedMs);
  return {
    what: `Lighthouse mobile, ${name}`,
    must: `100 / 100 / 100 / 100, LCP ≤ ${milliseconds(limitMs)}, CLS 0, TBT ≤ 50 ms`,
    measured: `${scores.join(' / ')}, LCP ${milliseconds(lcpMs)}, CLS ${shift.toFixed(2)}, TBT ${milliseconds(blockedMs)}`,
    isMet:
      scores.every((score) => score === 100) &&
      lcpMs <= limitMs &&
      shift < 0.005 &&
      blockedMs <= 50,
  };
}

const missing = (): Row => ({
  what: 'Lighthouse mobile',
  must: '100 / 100 / 100 / 100, LCP ≤ 1.0 s post, ≤ 1.1 s front page, CLS 0, TBT ≤ 50 ms',
  measured: 'lighthouse, chromium or nginx is not installed',
  isMet: null,
});
