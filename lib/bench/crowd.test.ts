import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

test('a torn answer counts as an error', () => {
  expect(parseAnswer('', 5)).toEqual({
    status: 0,
    body: '',
    ms: 5,
    failure: 'closed without an answer',
  });
  expect(parseAnswer('HTTP/1.1 200 OK\r\ncontent-', 5, 'ECONNRESET')).toMatchObject({
    status: 0,
    failure: 'ECONNRESET',
  });
});
