// Once for all tests: a Postgres server, and on it a migrated database that each test file clones.
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbeddedDatabase } from '../db/embedded/embedded';
import { env } from '../env';
import { createTemplate, dropDatabase, requireLocal } from './template';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's address with the template database. */
    templateUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { DATABASE_URL, DATA_DIR } = env();
  const server =
    DATABASE_URL === undefined
      ? await openEmbeddedDatabase({ dataDir: path.join(DATA_DIR, 'test') })
      : { url: DATABASE_URL, release: async () => {} };
  requireLocal(server.url);
  const templateUrl = await createTemplate(server.url);
  project.provide('templateUrl', templateUrl);
  return async () => {
    await dropDatabase(templateUrl);
    await server.release();
  };
}
