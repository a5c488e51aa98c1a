// For tests of the proxies: an app that answers with the headers of ours, and a client that shows
// what went over the wire.
import { createServer, type IncomingHttpHeaders, request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** As Next sends them. */
export const life = 's-maxage=900, stale-while-revalidate=603900';
const nextVary =
  'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding';

export type Page = {
  status?: number;
  tags?: string[];
  headers?: Record<string, string>;
  /** How long making it takes. */
  delayMs?: number;
  /** Answers only when this has resolved. */
  after?: Promise<void>;
};

export type Asked = { method: string; url: string; headers: IncomingHttpHeaders; body: string };

export type App = Awaited<ReturnType<typeof startApp>>;

/** Text that compresses, different for each time that a page is made. */
const textOf = (url: string, made: number) =>
  `<!doctype html><title>${url}</title><p>made ${made} ${'the same words again '.repeat(200)}</p>`;

export async function startApp() {
  const pages = new Map<string, Page>();
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    let body = '';
    for await (const chunk of request) body += String(chunk);
    if (url === '/healthz') return response.end('ok');
    asked.push({ method, url, headers, body });
    const made = asked.length;
    const page = pages.get(`${headers.host}${url}`) ?? pages.get(url) ?? {};
    if (page.delayMs) await pause(page.delayMs);
    await page.after;
    const isData = headers.rsc !== undefined;
    const text = isData ? `flight ${made}` : textOf(url, made);
    response.writeHead(page.status ?? 200, {
      'Content-Type': isData ? 'text/x-component' : 'text/html; charset=utf-8',
      'Cache-Control': life,
      Vary: nextVary,
      ETag: `"${made}"`,
      ...(page.tags && { 'Cache-Tag': page.tags.join(',') }),
      ...page.headers,
    });
    response.end(text);
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    port,
    pages,
    asked,
    /** How often an address has been asked for. */
    count: (url: string) => asked.filter((one) => one.url === url).length,
    last: (url: string) => asked.findLast((one) => one.url === url),
    stop,
    start: () => listen(port),
  };
}

export type Answered = { status: number; headers: IncomingHttpHeaders; body: Buffer };

type Question = {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  localAddress?: string;
};

/** Sends one request, on a connection of its own, and decodes nothing. */
export function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body, localAddress }: Question = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = sendRequest(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        localAddress,
        agent: false,
        headers: { Host: 'blog.example.org', ...headers },
      },
      async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        });
      },
    );
    request.once('error', reject);
    request.end(body);
  });
}
