// `npm run build`: the production build. Needs no database.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Env } from '../env';
import { writeBuildStamp } from './build-stamp';
import { bundleReaderScript } from './bundle-reader-script';
import { CommandError } from './environment';
import { spawnNext, superviseChild } from './next';
import { completeStandalone } from './standalone';

const cache = path.join(import.meta.dirname, '../../.next/cache');

/** @throws {CommandError} when the build fails, of which Next has said why, or is stopped */
export async function build(env: Env, stop = new AbortController().signal): Promise<void> {
  await bundleReaderScript();
  const code = await superviseChild(spawnNext(['build'], { PAGE_CACHE: env.PAGE_CACHE }), stop);
  if (stop.aborted) throw new CommandError('The build was stopped.');
  if (code !== 0) {
    // The bundler remembers a failure also after its cause, such as an old Node.js, has gone.
    await rm(cache, { recursive: true, force: true });
    throw new CommandError('The build failed.');
  }
  await completeStandalone();
  await writeBuildStamp(env);
}
