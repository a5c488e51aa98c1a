// Pictures of other machines, asked of a server of our own; and what is refused.
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPerson } from '../testing/editor';
import * as files from '../testing/media-files';
import { mediaLibrary, mostBytes } from '../testing/media-library';
import { UploadRefused } from './accept';
import { fetchPicture } from './fetch-remote';

const { db, storages } = mediaLibrary();

type Page = (response: ServerResponse) => void;

const send =
  (body: Uint8Array, type = 'application/octet-stream'): Page =>
  (response) =>
    response.writeHead(200, { 'Content-Type': type }).end(body);
const redirect =
  (location: string): Page =>
  (response) =>
    response.writeHead(302, { Location: location }).end();

const pages: Record<string, Page> = {
  '/cat%20one.png?size=2': send(files.flatPng(321, 123)),
  '/drawing': send(files.svg, 'image/svg+xml'),
  '/page.png': send(Buffer.from('<!doctype html><script>1</script>'), 'image/png'),
  '/missing.png': (response) => response.writeHead(404).end(),
  '/moved.png': redirect('/cat%20one.png?size=2'),
  '/circle.png': redirect('/circle.png'),
  '/file.png': redirect('file:///etc/passwd'),
  '/silent.png': () => {},
  '/huge.png': (response) => response.writeHead(200, { 'Content-Length': mostBytes + 1 }).end('x'),
  '/breaking.png': (response) => {
    response.writeHead(200, { 'Content-Length': 1000 });
    response.write(files.flatPng(9, 9), () => response.destroy());
  },
};

let server: Server;
let port: number;
const asked: string[] = [];
let personId: number;

beforeAll(async () => {
  personId = await createPerson('Anna', db());
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    (pages[request.url ?? ''] ?? pages['/missing.png'])?.(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const at = (path: string) => `http://127.0.0.1:${port}${path}`;
const options = () => ({ storage: storages.disk(), db: db(), personId, mostBytes });
const local = () => ({ ...options(), isAllowed: () => true, timeoutMs: 1500 });
const refusal = (url: string, given: Parameters<typeof fetchPicture>[1] = local()) =>
  fetchPicture(url, given).then(
    () => 'taken',
    (error: unknown) => (error instanceof UploadRefused ? error.message : Promise.reject(error)),
  );

test('a picture comes under its name, once', async () => {
  const first = await fetchPicture(at('/moved.png'), local());
  expect(first).toMatchObject({
    status: 'new',
    file: { name: 'cat-one.png', type: 'image/png', width: 321, uploaderId: personId },
  });
  const again = await fetchPicture(at('/cat%20one.png?size=2'), local());
  expect([again.status, again.file.id]).toEqual(['known', first.file.id]);
  expect(await fetchPicture(at('/drawing'), local())).toMatchObject({
    file: { name: 'drawing.svg', type: 'image/svg+xml' },
  });
});

test.each([
  ['/page.png', 'There is no picture at this address.'],
  ['/missing.png', 'The address answers 404.'],
  ['/circle.png', 'This address leads from redirect to redirect.'],
  ['/file.png', 'That is no web address.'],
  ['/silent.png', 'The address did not answer in time.'],
  ['/breaking.png', 'The connection broke before all of it was here.'],
  ['/huge.png', expect.stringContaining('30 MB are taken')],
])('%s is refused: %s', async (path, reason) => {
  expect(await refusal(at(path))).toEqual(reason);
  expect(await readdir(storages.disk().incoming)).toEqual([]);
});

describe('a machine that may not be asked', () => {
  test.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433', '0.0.0.0'])(
    'is not, as %s',
    async (host) => {
      asked.length = 0;
      const url = `http://${host}:${port}/cat%20one.png?size=2`;
      expect(await refusal(url, options())).toBe('This server may not look there.');
      expect(asked).toEqual([]);
    },
  );

  test.each(['no address', 'file:///etc/passwd', 'ftp://example.org/x.png', ''])(
    'nor is %s a web address',
    async (url) => {
      expect(await refusal(url)).toBe('That is no web address.');
    },
  );
});
