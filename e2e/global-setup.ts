// Once for all workers: the production build, a Postgres server, and on it two databases to clone:
// the world of lib/testing and the samples of a new site.
import path from 'node:path';
import { build } from '../lib/commands/build';
import { isBuilt } from '../lib/commands/build-stamp';
import { withPool } from '../lib/commands/command-database';
import { loadEnvironment } from '../lib/commands/environment';
import type { Database } from '../lib/db/client';
import { openEmbeddedDatabase } from '../lib/db/embedded/embedded';
import { addSamplePosts } from '../lib/samples/add';
import { createTemplate, dropDatabase, requireLocal } from '../lib/testing/template';
import { createWorld, formerHost } from '../lib/testing/world';

export default async function setup(): Promise<() => Promise<void>> {
  process.env.FORMER_HOSTS = `${formerHost},www.old.example.org`;
  const env = loadEnvironment();
  // The platform's cache lies inside the build: a fresh one has no pages of an earlier run.
  if (env.PAGE_CACHE === 'platform' || !(await isBuilt(env))) await build(env);
  const server =
    env.DATABASE_URL === undefined
      ? await openEmbeddedDatabase({ dataDir: path.join(env.DATA_DIR, 'test') })
      : { url: env.DATABASE_URL, release: async () => {} };
  requireLocal(server.url);
  const fill = async (work: (db: Database) => Promise<void>) => {
    const url = await createTemplate(server.url);
    await withPool(url, ({ database }) => work(database));
    return url;
  };
  const world = await fill(createWorld);
  const samples = await fill(addSamplePosts);
  process.env.E2E_TEMPLATES = JSON.stringify({ world, samples });
  return async () => {
    await Promise.all([world, samples].map(dropDatabase));
    await server.release();
  };
}
