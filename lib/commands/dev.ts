// `npm run dev`: the development server on the embedded database, or on DATABASE_URL.
import { bundleReaderScript } from './bundle-reader-script';
import { prepareDatabase } from './command-database';
import { loadEnvironment } from './environment';
import { spawnNext, superviseChild } from './next';
import { ensureSecrets } from './secrets';

export async function dev(): Promise<void> {
  const env = loadEnvironment({ dev: true });
  const secrets = await ensureSecrets(env);
  const database = await prepareDatabase(env, console.log);
  try {
    await bundleReaderScript();
    const server = spawnNext(['dev', '--port', String(env.PORT)], {
      ...secrets,
      DATABASE_URL: database.url,
      SITE_URL: env.SITE_URL,
    });
    process.exitCode = await superviseChild(server);
  } finally {
    await database.release();
  }
}
