// A server, run by `npm start` on a port and in a folder of its own.
import type { ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { residentBytes, serverStartedBy, startCommand, stopChild } from './children';
import type { Cleanup } from './cleanup';
import { say } from './progress';

export type Server = {
  /** `http://127.0.0.1:PORT`, without a final slash. */
  url: string;
  /** What it takes for its public address. */
  siteUrl: string;
  port: number;
  dataDir: string;
  /** Of the process that answers. */
  memoryBytes(): Promise<number>;
  stop(): Promise<void>;
};

const firstPort = 3700;
const lastPort = 3799;
const patienceMs = 60_000;
const pollMs = 50;
/** Seals the sessions of whoever writes here. */
export const authSecret = 'bench-'.repeat(6);
const secrets = { AUTH_SECRET: authSecret, CRON_SECRET: authSecret };

type ServerOptions = {
  /** Another way to the same database, for what must not be interrupted. */
  listenUrl?: string;
  /** The cache in front, to be told of changes. */
  purgeUrl?: string;
};

/** Starts a server on this database and waits until it is ready to answer. */
export async function startServer(
  databaseUrl: string,
  cleanup: Cleanup,
  { listenUrl = databaseUrl, purgeUrl = '' }: ServerOptions = {},
): Promise<Server> {
  const port = await freePort();
  const dataDir = await cleanup.folder('data');
  const url = `http://127.0.0.1:${port}`;
  const siteUrl = `http://localhost:${port}`;
  const logFile = path.join(dataDir, 'server.log');
  const log = openSync(logFile, 'a');
  const child = startCommand(
    ['start'],
    {
      ...secrets,
      PORT: String(port),
      SITE_URL: siteUrl,
      DATABASE_URL: databaseUrl,
      DATABASE_URL_UNPOOLED: listenUrl,
      PURGE_URL: purgeUrl,
      DATA_DIR: dataDir,
    },
    cleanup,
    { log },
  );
  // Should the part end before it stops its server, the server's words may say why.
  let isStopped = false;
  cleanup.defer(async () => {
    if (!isStopped)
      say(`the server, at its end: ${(await readFile(logFile, 'utf8')).slice(-1500)}`);
  });
  await whenReady(`${url}/readyz`, child, logFile);
  const pid = await serverStartedBy(child.pid ?? 0);
  return {
    url,
    siteUrl,
    port,
    dataDir,
    memoryBytes: () => residentBytes(pid),
    stop: async () => {
      isStopped = true;
      await stopChild(child);
      await sayWarnings(logFile);
    },
  };
}

const maxWarnings = 5;

/** What a server had to say may be the reason for a figure. */
async function sayWarnings(logFile: string): Promise<void> {
  const lines = (await readFile(logFile, 'utf8')).split('\n').filter((line) => /^\{/.test(line));
  for (const line of lines.slice(0, maxWarnings)) say(`the server: ${line.slice(0, 300)}`);
  if (lines.length > maxWarnings) say(`the server: ${lines.length - maxWarnings} more lines`);
}

/** Waits until an address answers with 200. @throws when the child ends or time does */
export async function whenReady(
  address: string,
  child: ChildProcess,
  logFile: string,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  let status: number | null = null;
  while (child.exitCode === null && Date.now() < deadline) {
    status = await fetch(address).then(
      (response) => response.status,
      // Refused: not listening yet.
      () => null,
    );
    if (status === 200) return;
    await delay(pollMs);
  }
  const words = await readFile(logFile, 'utf8');
  throw new Error(`${address} answers ${status ?? 'nothing'}: ${words.slice(-1000)}`);
}

let nextPort = firstPort;

/** The next port of ours that nobody listens on. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried <= lastPort - firstPort; tried += 1) {
    const port = nextPort;
    nextPort = port === lastPort ? firstPort : port + 1;
    if (await isFree(port)) return port;
  }
  throw new Error(`All ports from ${firstPort} to ${lastPort} are taken.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
