// `npm run dev`: the development server on the embedded database, or on DATABASE_URL.
import { bundleReaderScript } from './bundle-reader-script';
import { prepareDatabase } from './command-database';
import { loadEnvironment } from './environment';
import { requireFreePort } from './free-port';
import { spawnNext, superviseChild } from './next';
import { ensureSecrets } from './secrets';
import { stopSignal } from './stop-signal';

export async function dev(): Promise<void> {
  const env = loadEnvironment({ dev: true });
  await requireFreePort(env.PORT);
  const secrets = await ensureSecrets(env);
  const database = await prepareDatabase(env, console.log);
  const stop = stopSignal();
  try {
    await bundleReaderScript();
    const server = spawnNext(['dev', '--port', String(env.PORT)], {
      ...secrets,
      DATABASE_URL: database.url,
      SITE_URL: env.SITE_URL,
    });
    process.exitCode = await superviseChild(server, stop);
  } finally {
    await database.release();
  }
}
