import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { bodyLengthHeader, tellLength } from './body-length.mjs';

/** What a client gets of an answer. */
async function ask(answer: (response: ServerResponse) => void, method = 'GET') {
  const server = createServer((_, response) => {
    tellLength(response);
    answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const response = await fetch(`http://127.0.0.1:${port}/`, { method });
  const text = await response.text();
  server.close();
  const { headers } = response;
  return { text, length: headers.get('content-length'), named: headers.get(bodyLengthHeader) };
}

test('a streamed body says how long it is', async () => {
  const answer = await ask((response) => {
    response.statusCode = 206;
    response.setHeader(bodyLengthHeader, '6');
    response.write('abc');
    response.end('def');
  });
  expect(answer).toEqual({ text: 'abcdef', length: '6', named: null });
});

test('so does the head alone', async () => {
  const answer = await ask((response) => {
    response.setHeader(bodyLengthHeader, '6');
    response.end();
  }, 'HEAD');
  expect(answer).toEqual({ text: '', length: '6', named: null });
});

test('what has no body, or does not say, stays as it is', async () => {
  const unchanged = await ask((response) => {
    response.statusCode = 304;
    response.setHeader(bodyLengthHeader, '6');
    response.end();
  });
  expect(unchanged).toMatchObject({ text: '', length: null, named: null });
  const silent = await ask((response) => {
    response.write('abc');
    response.end();
  });
  expect(silent).toEqual({ text: 'abc', length: null, named: null });
});
