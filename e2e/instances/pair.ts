// Two servers on one database, one of them the standalone output, and the test process as a third
// that writes to it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { type Database, openDatabase } from '../../lib/db/client';
import { cloneDatabase, dropDatabase } from '../../lib/testing/template';
import { type Server, startServer } from '../server';
import { type DatabaseGate, openGate } from './database-gate';

export type Pair = {
  servers: [Server, Server];
  /** Stops one of them and starts it again on what it had stored. */
  restart(index: 0 | 1, signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  db: Database;
  /** What the servers' connections to Postgres pass through. */
  gate: DatabaseGate;
};

/** One address for both: readers do not know which of them answers. */
const siteUrl = 'http://localhost:3000';

export const test = base.extend<object, { pair: Pair }>({
  pair: [
    async ({ playwright: _ }, use) => {
      const templates: Record<string, string> = JSON.parse(process.env.E2E_TEMPLATES ?? '{}');
      const databaseUrl = await cloneDatabase(templates.samples ?? '');
      const gate = await openGate(databaseUrl);
      const pool = openDatabase(databaseUrl, { max: 4 });
      const folder = await mkdtemp(path.join(tmpdir(), 'commonplace-pair-'));
      const start = (index: number) =>
        startServer({
          databaseUrl: gate.url,
          dataDir: path.join(folder, String(index)),
          siteUrl,
          isStandalone: index === 1,
        });
      const servers: [Server, Server] = [await start(0), await start(1)];
      const restart = async (index: 0 | 1, signal: 'SIGTERM' | 'SIGKILL') => {
        await servers[index].stop(signal);
        servers[index] = await start(index);
      };
      await use({ servers, restart, db: pool.database, gate });
      await Promise.all(servers.map((server) => server.stop()));
      await pool.close();
      await gate.close();
      await dropDatabase(databaseUrl);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

export { expect } from '@playwright/test';
