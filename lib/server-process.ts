// What a server process does before its first request.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { env } from './env';
import { configurePageCache } from './page-cache/configure';

export async function startServerProcess(): Promise<void> {
  const environment = env();
  if (environment.PAGE_CACHE === 'own') configurePageCache(environment, await buildId());
}

/** The build that this process serves; `next dev` has none. */
async function buildId(): Promise<string> {
  try {
    return await readFile(path.join(process.cwd(), '.next/BUILD_ID'), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'development';
    throw error;
  }
}
