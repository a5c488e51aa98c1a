import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { interceptRequests } from './requests.mjs';

test('steps stand before any server, the last one put first, and may answer themselves', async () => {
  const server = createServer((_, response) => response.end('server'));
  interceptRequests((request, response, passOn) => {
    response.setHeader('steps', `${response.getHeader('steps') ?? ''} first`);
    if (request.url === '/refused') response.end('step');
    else passOn();
  });
  interceptRequests((_, response, passOn) => {
    response.setHeader('steps', 'second');
    passOn();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  for (const [path, text] of [
    ['/', 'server'],
    ['/refused', 'step'],
  ] as const) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('steps')).toBe('second first');
  }
  server.close();
});
