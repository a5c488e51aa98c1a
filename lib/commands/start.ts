// `npm start`: everything on a fresh machine. Database, migrations, samples, build, server.
import { requireAuthSecret } from '../env';
import { build } from './build';
import { isBuilt } from './build-stamp';
import { prepareDatabase } from './command-database';
import { loadEnvironment } from './environment';
import { requireFreePort } from './free-port';
import { serverHeap, spawnNext, superviseChild } from './next';
import { ensureSecrets } from './secrets';
import { stopSignal } from './stop-signal';
import { whenAnswering } from './when-answering';

export async function start(): Promise<void> {
  const env = loadEnvironment();
  requireAuthSecret(env);
  await requireFreePort(env.PORT);
  const secrets = await ensureSecrets(env);
  const database = await prepareDatabase(env, console.log);
  const stop = stopSignal();
  try {
    if (!(await isBuilt(env))) {
      await build(env, stop);
      await requireFreePort(env.PORT);
    }
    const variables = { ...secrets, DATABASE_URL: database.url, SITE_URL: env.SITE_URL };
    const server = spawnNext(['start', '--port', String(env.PORT)], variables, {
      heap: serverHeap,
    });
    const address = `http://localhost:${env.PORT}`;
    whenAnswering(`${address}/healthz`, server, () => {
      console.log(`\nCommonplace is at ${env.SITE_URL}\n`);
    });
    process.exitCode = await superviseChild(server, stop);
  } finally {
    await database.release();
  }
}
