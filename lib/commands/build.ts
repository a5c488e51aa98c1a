// `npm run build`: the production build. Needs no database.
import type { Env } from '../env';
import { writeBuildStamp } from './build-stamp';
import { bundleReaderScript } from './bundle-reader-script';
import { CommandError } from './environment';
import { exitOf, spawnNext } from './next';
import { completeStandalone } from './standalone';

/** @throws {CommandError} when the build fails; Next has said why */
export async function build(env: Env): Promise<void> {
  await bundleReaderScript();
  const code = await exitOf(spawnNext(['build'], { PAGE_CACHE: env.PAGE_CACHE }));
  if (code !== 0) throw new CommandError('The build failed.');
  await completeStandalone();
  await writeBuildStamp(env);
}
