import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Crowd, parseAnswer } from './crowd';

test('everybody asks once, all at the same time', async () => {
  const waiting: (() => void)[] = [];
  const server = createServer((_, response) => {
    // Nobody is answered before everybody has asked.
    waiting.push(() => response.end('hello'));
    if (waiting.length === 250) for (const answer of waiting) answer();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const crowd = await Crowd.gather(250, `http://127.0.0.1:${port}`);
  const answers = await crowd.ask('/');
  server.close();
  expect(answers).toHaveLength(250);
  expect(
    new Set(answers.map(({ status, body, failure }) => `${status} ${body} ${failure}`)),
  ).toEqual(new Set(['200 hello null']));
});

test('an answer is read as it was sent, compressed and in chunks', () => {
  const sent = gzipSync('hello');
  const inChunks = Buffer.concat([
    Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n'),
    ...[sent.subarray(0, 4), sent.subarray(4)].flatMap((chunk) => [
      Buffer.from(`${chunk.length.toString(16)}\r\n`),
      chunk,
      Buffer.from('\r\n'),
    ]),
    Buffer.from('0\r\n\r\n'),
  ]);
  expect(parseAnswer(inChunks, 5)).toEqual({ status: 200, body: 'hello', ms: 5, failure: null });
  expect(parseAnswer(inChunks.subarray(0, -12), 5).failure).toMatch(/^torn/);
});

test('a torn answer counts as an error', () => {
  expect(parseAnswer(Buffer.from(''), 5)).toEqual({
    status: 0,
    body: '',
    ms: 5,
    failure: 'closed without an answer',
  });
  expect(parseAnswer(Buffer.from('HTTP/1.1 200 OK\r\ncontent-'), 5, 'ECONNRESET')).toMatchObject({
    status: 0,
    failure: 'ECONNRESET',
  });
});
