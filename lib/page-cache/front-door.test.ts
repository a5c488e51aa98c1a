// The door before Next: what it answers itself, and what it leaves to Next. "Next" here is a few
// lines around Next's own cache class and our handler.

import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { expireCacheTags } from '../db/page-changes';
import { testDatabase } from '../testing/database';
import { eventually } from '../testing/eventually';
import { cacheControl, context, nextCache, page, testPageCache } from '../testing/page-cache';
import { FrontDoor } from './front-door.mjs';
import { pageCacheState } from './state.mjs';

const { db, url } = testDatabase();
testPageCache(url);

let asked: string[];
let renders = 0;
let life: typeof cacheControl;
let server: http.Server;

async function next(request: http.IncomingMessage, response: http.ServerResponse) {
  asked.push(request.url ?? '');
  const cache = nextCache();
  const key = (request.url ?? '').replace(/\?.*/, '');
  const entry = await cache.get(key, context);
  if (!entry) renders += 1;
  const html = entry?.value.html ?? `render ${renders} of ${key}`;
  if (!entry && key !== '/made-each-time/')
    await cache.set(key, page(html, ['stream']), { ...context, cacheControl: life });
  response.setHeader('x-nextjs-cache', entry ? 'HIT' : 'MISS');
  response.setHeader('ETag', `"${html.length}"`);
  response.setHeader('Vary', 'rsc');
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(request.method === 'HEAD' ? undefined : html);
}

beforeEach(async () => {
  asked = [];
  life = cacheControl;
  const door = new FrontDoor({
    mayAnswer: ({ headers }) => headers['x-former-host'] === undefined,
    isPage: (path) => !path.startsWith('/made-each-time/') && !path.includes('?page'),
  });
  server = http.createServer((request, response) =>
    door.receive(request, response, () => void next(request, response)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

async function ask(path: string, init: RequestInit = {}) {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
  const headers = Object.fromEntries(response.headers);
  delete headers.date;
  return { status: response.status, headers, body: await response.text() };
}

/** Made by the first request, found by the second: the third needs Next no more. */
async function learned(path = '/a/') {
  await ask(path);
  const answer = await ask(path);
  asked = [];
  return answer;
}

describe('a stored page', () => {
  test('is answered as Next answered it, without asking it', async () => {
    const { headers, ...answer } = await learned();
    const again = await ask('/a/');
    expect(again).toMatchObject(answer);
    const { 'transfer-encoding': _, ...expected } = headers;
    expect(again.headers).toMatchObject(expected);
    expect(again.headers['content-length']).toBe(String(answer.body.length));
    expect(asked).toEqual([]);
  });

  test('answers HEAD without its text', async () => {
    const { body } = await learned();
    const answer = await ask('/a/', { method: 'HEAD' });
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(answer.headers['content-length']).toBe(String(body.length));
    expect(asked).toEqual([]);
  });

  test('answers 304 to who has it', async () => {
    const { headers } = await learned();
    // Left alone, fetch asks for a fresh copy whenever it is given such a header.
    const revalidating = { 'cache-control': 'max-age=0', 'if-none-match': headers.etag ?? '' };
    const answer = await ask('/a/', { headers: revalidating });
    expect(answer).toMatchObject({ status: 304, body: '', headers: { etag: headers.etag } });
    const other = await ask('/a/', { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
    expect(asked).toEqual([]);
  });

  test('is answered for other addresses as for its own', async () => {
    const a = await learned('/a/');
    const b = await learned('/b/');
    expect((await ask('/a/')).body).toBe(a.body);
    expect((await ask('/b/')).body).toBe(b.body);
    expect(asked).toEqual([]);
  });
});

test('a page that goes by its query is answered under each of them', async () => {
  const { body } = await learned('/found/?q=a');
  expect((await ask('/found/?q=a')).body).toBe(body);
  expect(asked).toEqual([]);
  await ask('/found/?q=b');
  expect(asked).toEqual(['/found/?q=b']);
});

describe('Next is asked', () => {
  test('once a page has expired, at the first request after the writer returned', async () => {
    const { body } = await learned();
    await expireCacheTags(['stream'], db());
    await eventually(async () => expect((await ask('/a/')).body).not.toBe(body));
  });

  test('once its life is over', async () => {
    life = { ...cacheControl, revalidate: 0.001 };
    await learned();
    await ask('/a/');
    expect(asked).toEqual(['/a/']);
  });

  test('for what is not stored', async () => {
    await learned('/made-each-time/');
    await ask('/made-each-time/');
    expect(asked).toEqual(['/made-each-time/']);
  });

  test('when the page is no longer in memory', async () => {
    await learned();
    vi.spyOn(pageCacheState().store, 'recall').mockReturnValue(undefined);
    await ask('/a/');
    expect(asked).toEqual(['/a/']);
    vi.restoreAllMocks();
  });

  test.each([
    ['a query', '/a/?page=2', {}],
    ['another method', '/a/', { method: 'POST' }],
    ['a request of the framework', '/a/', { headers: { rsc: '1' } }],
    ['a text in the request', '/a/', { method: 'POST', body: 'text' }],
    ['a preflight', '/a/', { headers: { 'access-control-request-method': 'PUT' } }],
    ['a host that is another site', '/a/', { headers: { 'x-former-host': '1' } }],
  ])('for %s', async (_, path, init) => {
    await learned();
    await ask(path, init);
    expect(asked).toEqual([path]);
  });
});

describe('a crowd', () => {
  const crowd = (path: string) => Promise.all(Array.from({ length: 50 }, () => ask(path)));

  test('that asks for a page not stored waits for one render and one look into the store', async () => {
    const answers = await crowd('/a/');
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(asked).toEqual(['/a/', '/a/']);
  });

  test('that asks for a page which just expired gets the new one', async () => {
    const { body } = await learned();
    await expireCacheTags(['stream'], db());
    await pageCacheState().invalidations.catchUp();
    for (const answer of await crowd('/a/')) expect(answer.body).not.toBe(body);
    expect(asked.length).toBe(2);
  });

  test('that asks for a page whose life is over gets it, and one of them has it made anew', async () => {
    life = { ...cacheControl, revalidate: 0.001 };
    const { body } = await learned();
    for (const answer of await crowd('/a/')) expect(answer.body).toBe(body);
    expect(asked).toEqual(['/a/']);
  });

  test('that asks for what is made each time does not queue', async () => {
    const answers = await crowd('/made-each-time/');
    expect(new Set(answers.map(({ body }) => body)).size).toBe(50);
  });

  test('goes on when the first one leaves', async () => {
    const { port } = server.address() as AddressInfo;
    const leaving = http.get({ port, path: '/a/' });
    leaving.on('error', () => {});
    await new Promise((resolve) => server.once('request', resolve));
    const others = crowd('/a/');
    leaving.destroy();
    for (const { status } of await others) expect(status).toBe(200);
  });
});

test('what is stored is answered while Postgres is away, expired or not', async () => {
  life = { ...cacheControl, revalidate: 0.001 };
  const { body } = await learned();
  vi.spyOn(pageCacheState().invalidations, 'isDown', 'get').mockReturnValue(true);
  expect((await ask('/a/')).body).toBe(body);
  expect(asked).toEqual([]);
  vi.restoreAllMocks();
});
