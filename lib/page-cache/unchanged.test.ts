// That an answer which its reader has already is not sent again.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { spareUnchanged } from './unchanged.mjs';

const modified = 'Thu, 15 Jan 2026 09:30:00 GMT';
const server = createServer((request, response) => {
  spareUnchanged(request, response);
  response.statusCode = request.url === '/missing' ? 404 : 200;
  response.setHeader('ETag', '"abc"');
  response.setHeader('Last-Modified', modified);
  response.setHeader('Content-Type', 'text/plain');
  response.setHeader('Access-Control-Allow-Origin', '*');
  // As the framework does it: the head goes out before the first piece of the text.
  response.flushHeaders();
  response.write('some ');
  response.end('text');
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close();
});

type Asked = { path?: string; method?: string; headers: Record<string, string> };

async function ask({ path = '/', method = 'GET', headers }: Asked) {
  const { port } = server.address() as AddressInfo;
  // Left alone, fetch asks for a fresh copy whenever it is given such a header.
  const all = { 'cache-control': 'max-age=0', ...headers };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers: all });
  return { status: response.status, body: await response.text(), headers: response.headers };
}

describe('nothing is sent', () => {
  test.each<Record<string, string>>([
    { 'if-none-match': '"abc"' },
    { 'if-none-match': 'W/"abc"' },
    { 'if-none-match': '"x", "abc"' },
    { 'if-modified-since': modified },
    { 'if-modified-since': 'Fri, 16 Jan 2026 00:00:00 GMT' },
    { 'if-none-match': '"abc"', 'if-modified-since': modified },
  ])('to %o', async (headers) => {
    const answer = await ask({ headers });
    expect(answer).toMatchObject({ status: 304, body: '' });
    expect(answer.headers.get('etag')).toBe('"abc"');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('content-type')).toBeNull();
  });
});

describe('everything is sent', () => {
  test.each<Record<string, string>>([
    { 'if-none-match': '"other"' },
    { 'if-modified-since': 'Wed, 14 Jan 2026 00:00:00 GMT' },
    { 'if-none-match': '"other"', 'if-modified-since': modified },
    { 'if-none-match': '"abc"', 'cache-control': 'no-cache' },
  ])('to %o', async (headers) => {
    expect(await ask({ headers })).toMatchObject({ status: 200, body: 'some text' });
  });

  test('that is no success', async () => {
    const answer = await ask({ path: '/missing', headers: { 'if-none-match': '"abc"' } });
    expect(answer).toMatchObject({ status: 404, body: 'some text' });
  });

  test('to what changes something', async () => {
    const answer = await ask({ method: 'POST', headers: { 'if-none-match': '"abc"' } });
    expect(answer).toMatchObject({ status: 200, body: 'some text' });
  });
});
