// What a server holds after a crawl of everything, twice, and after one of addresses that lead
// nowhere: in memory and on disk.
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { allPostPaths } from '../addresses';
import { Client } from '../client';
import type { BenchContext, Finding } from '../measure';
import { say } from '../progress';
import { type Server, startServer } from '../server';
import { megabytes, seconds, whole } from '../table';
import { madeUpPaths } from './first-render';

const limitBytes = 400 * 1024 ** 2;
/** A larger archive is crawled this far: enough to see whether memory is bounded. */
const maxCrawled = 20_000;
const readers = 4;
const portion = 1000;

type Holding = { after: string; memoryBytes: number; diskBytes: number };

export async function measureMemory(context: BenchContext): Promise<Finding> {
  const { databaseUrl, isQuick, cleanup } = context;
  const madeUp = isQuick ? 2000 : 100_000;
  const server = await startServer(databaseUrl, cleanup);
  const holdings = [await holdingOf(server, 'start')];
  let crawled = 0;
  for (const round of ['first', 'second']) {
    const from = performance.now();
    crawled = await crawlPosts(server, context);
    say(`${round} crawl of ${whole(crawled)} posts: ${seconds((performance.now() - from) / 1000)}`);
    holdings.push(await holdingOf(server, `${round} crawl`));
  }
  for (let from = 0; from < madeUp; from += portion) {
    await crawl(madeUpPaths(portion, from), server.url);
    if ((from + portion) % 10_000 === 0) say(`${whole(from + portion)} made-up addresses`);
  }
  holdings.push(await holdingOf(server, 'made-up addresses'));
  await server.stop();
  const [, , crawl2, end] = holdings;
  return {
    rows: [
      rowOf(`server memory after crawling ${whole(crawled)} posts twice`, crawl2),
      rowOf(`server memory after ${whole(madeUp)} made-up addresses`, end),
    ],
    details: holdings,
  };
}

function rowOf(what: string, holding: Holding | undefined) {
  if (holding === undefined) throw new Error('Nothing was held.');
  return {
    what,
    must: `≤ ${megabytes(limitBytes)}, disk cache bounded`,
    measured: `${megabytes(holding.memoryBytes)}, ${megabytes(holding.diskBytes)} on disk`,
    isMet: holding.memoryBytes <= limitBytes,
  };
}

async function crawlPosts(server: Server, { database, isQuick }: BenchContext): Promise<number> {
  const limit = isQuick ? 1000 : maxCrawled;
  let done = 0;
  for await (const paths of allPostPaths(database)) {
    const wanted = paths.slice(0, limit - done);
    await crawl(wanted, server.url);
    done += wanted.length;
    if (done >= limit) break;
  }
  return done;
}

/** A few crawlers share the addresses. */
async function crawl(paths: string[], url: string): Promise<void> {
  let next = 0;
  const crawler = async () => {
    const client = new Client(url);
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      const { status } = await client.get(path);
      if (status >= 500) throw new Error(`${path} answers ${status}.`);
    }
    client.close();
  };
  await Promise.all(Array.from({ length: readers }, crawler));
}

async function holdingOf(server: Server, after: string): Promise<Holding> {
  return {
    after,
    memoryBytes: await server.memoryBytes(),
    diskBytes: await folderBytes(path.join(server.dataDir, 'pages')),
  };
}

/** What the files of a folder take on disk. */
async function folderBytes(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(none)) {
    if (!entry.isFile()) continue;
    // A file may go while the folder is read.
    const file = await stat(path.join(entry.parentPath, entry.name)).catch(none);
    bytes += 'blocks' in file ? file.blocks * 512 : 0;
  }
  return bytes;
}

function none(error: unknown): [] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}
