import { EventEmitter, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { eventually } from '../testing/eventually';
import { whenAnswering } from './when-answering';

let site: Server | undefined;

afterEach(() => {
  site?.close();
});

async function serve(status: () => number): Promise<string> {
  site = createServer((_, response) => response.writeHead(status()).end());
  await once(site.listen(0, '127.0.0.1'), 'listening');
  const address = site.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return `http://127.0.0.1:${address.port}/`;
}

describe('the address is told', () => {
  test('once the server answers well', async () => {
    let status = 503;
    const callback = vi.fn();
    whenAnswering(await serve(() => status), new EventEmitter(), callback);
    await delay(300);
    expect(callback).not.toHaveBeenCalled();
    status = 200;
    await eventually(() => expect(callback).toHaveBeenCalledTimes(1));
  });

  test('not when it has ended, although something else answers there', async () => {
    const server = new EventEmitter();
    const callback = vi.fn();
    const address = await serve(() => {
      server.emit('exit');
      return 200;
    });
    whenAnswering(address, server, callback);
    await delay(400);
    expect(callback).not.toHaveBeenCalled();
  });
});
