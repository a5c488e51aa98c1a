// `npm start`: everything on a fresh machine. Database, migrations, samples, build, server.
import { build } from './build';
import { isBuilt } from './build-stamp';
import { prepareDatabase } from './command-database';
import { loadEnvironment } from './environment';
import { spawnNext, superviseChild } from './next';
import { ensureSecrets } from './secrets';
import { whenAnswering } from './when-answering';

/**
 * Megabytes: several times what the page cache keeps. Without a limit V8 collects so lazily on a
 * large machine that a crawl of the archive takes a gigabyte.
 */
const heap = 320;

export async function start(): Promise<void> {
  const env = loadEnvironment();
  const secrets = await ensureSecrets(env);
  const database = await prepareDatabase(env, console.log);
  try {
    if (!(await isBuilt(env))) await build(env);
    const variables = { ...secrets, DATABASE_URL: database.url, SITE_URL: env.SITE_URL };
    const server = spawnNext(['start', '--port', String(env.PORT)], variables, { heap });
    const address = `http://localhost:${env.PORT}`;
    whenAnswering(`${address}/healthz`, server, () => {
      console.log(`\nCommonplace is at ${env.SITE_URL}\n`);
    });
    process.exitCode = await superviseChild(server);
  } finally {
    await database.release();
  }
}
