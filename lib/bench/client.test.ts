import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, test } from 'vitest';
import { Client } from './client';

test('a connection that the server closed while it rested is opened again', async () => {
  let dropped: Socket | undefined;
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    if (asked === 2) {
      dropped = request.socket;
      dropped.resetAndDestroy();
      return;
    }
    response.end(`answer ${asked}`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = new Client(`http://127.0.0.1:${port}`);
  expect((await client.get('/')).body.toString()).toBe('answer 1');
  expect((await client.get('/')).body.toString()).toBe('answer 3');
  expect(dropped).toBeDefined();
  client.close();
  server.close();
});
