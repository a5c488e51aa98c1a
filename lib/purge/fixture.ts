// For tests: a cache in front of the site that remembers what it was told, and a clock that moves
// when told to.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterEach } from 'vitest';
import type { Database } from '../db/client';
import type { Later } from './purger';

/** Records an invalidation as any writer may, psql included. */
export async function expireTags(tags: string[], db: Database): Promise<void> {
  await db.execute(sql`select expire_cache_tags(${sql.param(tags)}::text[])`);
}

export type Told = {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
};

export type Answer = { status: number; body?: string } | 'silence';

/** Starts one that answers as `answer` says; it ends with the test. */
export async function openStandIn(answer: (told: Told, count: number) => Answer) {
  const told: Told[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { method = '', url = '', headers } = request;
    told.push({ method, url, headers, body });
    const reply = answer({ method, url, headers, body }, told.length);
    if (reply !== 'silence') response.writeHead(reply.status).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    told,
    /** The `Cache-Tag` headers received so far. */
    headers: () => told.map(({ headers }) => headers['cache-tag']),
  };
}

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** Timers that go off when the test says so. */
export function manualTimers() {
  let waiting: { milliseconds: number; work: () => void }[] = [];
  const later: Later = (milliseconds, work) => {
    waiting.push({ milliseconds, work });
  };
  return {
    later,
    /** Lengths of what waits. */
    lengths: () => waiting.map(({ milliseconds }) => milliseconds),
    /** Sets off every timer of this length. */
    pass(milliseconds: number) {
      const due = waiting.filter((timer) => timer.milliseconds === milliseconds);
      waiting = waiting.filter((timer) => timer.milliseconds !== milliseconds);
      for (const { work } of due) work();
    },
  };
}
