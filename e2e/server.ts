// A server of the production build, as a process of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect } from '@playwright/test';
import { fewArenas, serverHeap } from '../lib/commands/next';

const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
const standalone = path.join(process.cwd(), '.next/standalone/server.js');

/** Seals the cookies of the journeys. */
export const authSecret = 'the secret of the journeys';
export const cronSecret = 'the-secret-of-those-who-keep-time';

type ServerOptions = {
  databaseUrl: string;
  dataDir: string;
  pageCache?: 'own' | 'platform';
  cwd?: string;
  /** The small server of `.next/standalone` instead of the whole one. */
  isStandalone?: boolean;
  /** The address that readers use; the server's own when not given. */
  siteUrl?: string;
  /** What else its environment holds. */
  variables?: Record<string, string>;
  /** That of a server which was there before; a free one when not given. */
  port?: number;
};

export type Server = {
  baseUrl: string;
  pid: number;
  /** The lines that the server has logged so far. */
  lines: string[];
  /** Ends it, as a process manager does (SIGTERM) or as a crash (SIGKILL). */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

/** Starts a server and resolves when it answers. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const port = options.port ?? (await freePort());
  const baseUrl = `http://localhost:${port}`;
  const program = options.isStandalone ? [standalone] : [next, 'start'];
  const child = spawn(process.execPath, [`--max-old-space-size=${serverHeap}`, ...program], {
    cwd: options.cwd ?? process.cwd(),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...fewArenas,
      ...process.env,
      PORT: String(port),
      // The standalone server binds to this; a shell may have set it to the machine's name.
      HOSTNAME: '0.0.0.0',
      DATABASE_URL: options.databaseUrl,
      DATA_DIR: options.dataDir,
      SITE_URL: options.siteUrl ?? baseUrl,
      PAGE_CACHE: options.pageCache ?? 'own',
      AUTH_SECRET: authSecret,
      CRON_SECRET: cronSecret,
      ...options.variables,
    },
  });
  const lines: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    lines.push(...text.split('\n').filter(Boolean));
  });
  await whenUp(`${baseUrl}/healthz`, child);
  return {
    baseUrl,
    pid: child.pid ?? 0,
    lines,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
}

async function whenUp(address: string, server: ChildProcess): Promise<void> {
  await expect
    .poll(
      async () => {
        if (server.exitCode !== null) throw new Error('The server has ended.');
        return fetch(address)
          .then((response) => response.status)
          .catch(() => 0);
      },
      { timeout: 30_000, intervals: [50] },
    )
    .toBe(200);
}
