// Stands between a browser and a server, as the line on which files travel: it can be held in the
// middle of a file, and cut.
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type Line = {
  /** What the browser is to ask instead of the server. */
  url: string;
  /** From now on a connection carries so many bytes to the server, and no more until it is freed. */
  hold(bytes: number): void;
  free(): void;
  /** Ends all connections at once and takes no more, as when a phone leaves its network. */
  cut(): void;
  close(): Promise<void>;
};

export async function openLine(target: string): Promise<Line> {
  const { port, hostname, protocol } = new URL(target);
  const clients = new Set<Socket>();
  let most = Number.POSITIVE_INFINITY;
  let isCut = false;
  const server = createServer((client) => {
    if (isCut) return client.destroy();
    const upstream = connect(Number(port), hostname);
    let carried = 0;
    clients.add(client);
    client.on('data', (data) => {
      carried += data.length;
      if (!upstream.write(data) || carried > most) client.pause();
    });
    upstream.on('drain', () => carried > most || client.resume());
    upstream.on('data', (data) => client.write(data));
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const)
      one
        .on('error', () => one.destroy())
        .on('close', () => {
          clients.delete(client);
          other.destroy();
        });
  }).listen(0);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  const cut = () => {
    isCut = true;
    for (const client of clients) client.destroy();
  };
  return {
    url: `${protocol}//${hostname}:${address.port}`,
    hold: (bytes) => {
      most = bytes;
    },
    free: () => {
      isCut = false;
      most = Number.POSITIVE_INFINITY;
      for (const client of clients) client.resume();
    },
    cut,
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
