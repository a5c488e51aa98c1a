// Stands between servers and Postgres, to take it away: stopped (connections are closed and refused)
// or no longer answering (connections stay and nothing comes).
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type DatabaseGate = {
  url: string;
  open(): void;
  /** As when Postgres is stopped. */
  shut(): void;
  /** As when its machine hangs. */
  hang(): void;
  close(): Promise<void>;
};

export async function openGate(databaseUrl: string): Promise<DatabaseGate> {
  const target = new URL(databaseUrl);
  const pairs = new Set<[Socket, Socket]>();
  let state: 'open' | 'shut' | 'hanging' = 'open';
  const server = createServer((client) => {
    if (state === 'shut') return client.destroy();
    const upstream = connect(Number(target.port || 5432), target.hostname);
    const pair: [Socket, Socket] = [client, upstream];
    pairs.add(pair);
    // A socket that breaks is closed, and so is its other half.
    for (const [from, to] of [pair, [upstream, client]] as const)
      from
        .on('data', (data) => state === 'open' && to.write(data))
        .on('error', () => from.destroy())
        .on('close', () => {
          pairs.delete(pair);
          to.destroy();
        });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  const destroyAll = () => {
    for (const [client] of pairs) client.destroy();
  };
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(address.port);
  return {
    url: url.href,
    open: () => {
      // What was swallowed while nothing answered is lost, so the connections are too.
      if (state === 'hanging') destroyAll();
      state = 'open';
    },
    shut: () => {
      state = 'shut';
      destroyAll();
    },
    hang: () => {
      state = 'hanging';
    },
    close: async () => {
      destroyAll();
      server.close();
      await once(server, 'close');
    },
  };
}
