// `npm start`: everything on a fresh machine. Database, migrations, samples, build, server.
import { build } from './build';
import { isBuilt } from './build-stamp';
import { prepareDatabase } from './command-database';
import { loadEnvironment } from './environment';
import { spawnNext, superviseChild } from './next';
import { ensureSecrets } from './secrets';
import { whenAnswering } from './when-answering';

export async function start(): Promise<void> {
  const env = loadEnvironment();
  const secrets = await ensureSecrets(env);
  const database = await prepareDatabase(env, console.log);
  try {
    if (!(await isBuilt(env))) await build(env);
    const server = spawnNext(['start', '--port', String(env.PORT)], {
      ...secrets,
      DATABASE_URL: database.url,
      SITE_URL: env.SITE_URL,
    });
    const address = `http://localhost:${env.PORT}`;
    whenAnswering(`${address}/healthz`, server, () => {
      console.log(`\nCommonplace is at ${env.SITE_URL}\n`);
    });
    process.exitCode = await superviseChild(server);
  } finally {
    await database.release();
  }
}
