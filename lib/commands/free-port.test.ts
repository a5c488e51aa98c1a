import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { CommandError } from './environment';
import { requireFreePort } from './free-port';

let stranger: Server | undefined;

afterEach(() => {
  stranger?.close();
  stranger = undefined;
});

async function listenAt(host: string | undefined): Promise<number> {
  stranger = createServer().listen({ port: 0, host });
  await once(stranger, 'listening');
  const address = stranger.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

describe('the port of the server', () => {
  test.each([{ host: undefined }, { host: '127.0.0.1' }, { host: '0.0.0.0' }])(
    'is refused when somebody listens on it at $host',
    async ({ host }) => {
      const port = await listenAt(host);
      await expect(requireFreePort(port)).rejects.toThrow(CommandError);
      await expect(requireFreePort(port)).rejects.toThrow(
        `Port ${port} is in use; set PORT to another one.`,
      );
    },
  );

  test('is taken when it is free, and left free', async () => {
    const port = await listenAt(undefined);
    stranger?.close();
    await requireFreePort(port);
    await requireFreePort(port);
  });
});
