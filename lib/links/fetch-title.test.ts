// The title of a linked page, asked of a server of our own; and what is refused.
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchTitle } from './fetch-title';

type Page = (response: ServerResponse) => void;

const html =
  (body: string | Uint8Array, type = 'text/html; charset=utf-8', headers = {}): Page =>
  (response) =>
    response.writeHead(200, { 'Content-Type': type, ...headers }).end(body);
const redirect =
  (location: string): Page =>
  (response) =>
    response.writeHead(302, { Location: location }).end();

const pages: Record<string, Page> = {
  '/plain': html('<!doctype html><title>A plain\n  title &amp; more</title><h1>No</h1>'),
  '/shared': html('<head><meta content="Shared &#8220;title&#8221;" property="og:title"><p>x'),
  '/both': html('<meta property=og:title content=Other><TITLE data-x>The first</TITLE>'),
  '/comment': html('<!-- <title>No</title> --><title>Yes</title>'),
  '/empty': html('<title> </title><p>x'),
  '/never-closed': html(`${'<title'.repeat(100_000)}`),
  '/latin': html(Buffer.from('<title>Caf\xe9</title>', 'latin1'), 'text/html; charset=iso-8859-1'),
  '/meta': html(
    Buffer.from('<meta charset="windows-1251"><title>\xcf</title>', 'latin1'),
    'text/html',
  ),
  '/unnamed': html(Buffer.from('<title>Caf\xe9</title>', 'latin1'), 'text/html'),
  '/utf-8': html('<title>Café</title>', 'text/html'),
  '/packed': html(gzipSync('<title>Unpacked</title>'), 'text/html', { 'Content-Encoding': 'gzip' }),
  '/picture': html('x', 'image/png'),
  '/missing': (response) => response.writeHead(404).end('<title>Not found</title>'),
  '/moved': redirect('/plain'),
  '/circle': redirect('/circle'),
  '/to-file': redirect('file:///etc/passwd'),
  '/endless': (response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.write('<title>At the start</title>');
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
      response.once('drain', more);
    };
    more();
  },
  '/silent': () => {},
};

let server: Server;
let port: number;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(`${request.headers.host} ${path}`);
    (pages[path] ?? pages['/missing'])?.(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const local = { isAllowed: () => true, timeoutMs: 2000 };
const at = (path: string) => `http://127.0.0.1:${port}${path}`;

test.each([
  ['/plain', 'A plain title & more'],
  ['/shared', 'Shared “title”'],
  ['/both', 'The first'],
  ['/comment', 'Yes'],
  ['/latin', 'Café'],
  ['/meta', 'П'],
  ['/unnamed', 'Café'],
  ['/utf-8', 'Café'],
  ['/packed', 'Unpacked'],
  ['/moved', 'A plain title & more'],
  ['/endless', 'At the start'],
])('the title of %s is %s', async (path, title) => {
  expect(await fetchTitle(at(path), local)).toEqual({ title });
});

test.each([
  ['/empty', 'The page has no title.'],
  ['/never-closed', 'The page has no title.'],
  ['/picture', 'That is not a page with a title, but image/png.'],
  ['/missing', 'The page answers 404.'],
  ['/circle', 'The page leads from redirect to redirect.'],
  ['/to-file', 'That is no web address.'],
  ['/silent', 'The page did not answer in time.'],
])('%s has none: %s', async (path, reason) => {
  expect(await fetchTitle(at(path), { ...local, timeoutMs: 700 })).toEqual({ reason });
});

test.each(['file:///etc/passwd', 'ftp://example.org/', 'javascript:alert(1)', 'no address', ''])(
  '%s is no web address',
  async (url) => {
    expect(await fetchTitle(url)).toEqual({ reason: 'That is no web address.' });
  },
);

test('a port where nobody listens is told without more', async () => {
  expect(await fetchTitle('http://127.0.0.1:9/', local)).toEqual({
    reason: 'The page could not be reached.',
  });
});

describe('a machine that may not be asked', () => {
  const refused = { reason: 'This server may not look there.' };

  test.each([
    (path: string) => `http://127.0.0.1:${port}${path}`,
    (path: string) => `http://localhost:${port}${path}`,
    (path: string) => `http://[::ffff:127.0.0.1]:${port}${path}`,
    (path: string) => `http://2130706433:${port}${path}`,
    (path: string) => `http://0x7f.0.0.1:${port}${path}`,
    (path: string) => `http://0.0.0.0:${port}${path}`,
  ])('is not, however it is written (%#)', async (address) => {
    asked.length = 0;
    expect(await fetchTitle(address('/plain'))).toEqual(refused);
    expect(asked).toEqual([]);
  });

  test('is not by a redirect either', async () => {
    asked.length = 0;
    pages['/inwards'] = redirect(`http://localhost:${port}/plain`);
    // As if the first machine were a public one.
    let isFirst = true;
    const isAllowed = () => {
      const was = isFirst;
      isFirst = asked.length === 0;
      return was && isFirst;
    };
    expect(await fetchTitle(at('/inwards'), { isAllowed })).toEqual(refused);
    expect(asked).toEqual([`127.0.0.1:${port} /inwards`]);
  });

  test('is not by a name that means another machine when it is used', async () => {
    asked.length = 0;
    const meant = await lookup('localhost', { all: true });
    let questions = 0;
    // What the name means is believed, the connection that follows is not.
    const isAllowed = () => ++questions <= meant.length;
    expect(await fetchTitle(`http://localhost:${port}/plain`, { isAllowed })).toEqual(refused);
    expect(asked).toEqual([]);
  });
});
