// That a build takes the same time whatever the database holds, and needs none.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot, startCommand, watchToEnd } from '../children';
import type { BenchContext, Finding } from '../measure';
import { say } from '../progress';
import { median } from '../statistics';
import { seconds, times, whole } from '../table';

/** Two builds of the same sources differ by this much for no reason. */
const tolerance = 0.15;
/** Nobody listens there. */
const unreachable = 'postgres://nobody@127.0.0.1:1/nothing';

export async function measureBuild(context: BenchContext): Promise<Finding> {
  const { databaseUrl, posts, isQuick } = context;
  const without: number[] = [];
  const loaded: number[] = [];
  for (let round = 0; round < (isQuick ? 1 : 3); round += 1) {
    without.push(await timeBuild(unreachable, context));
    loaded.push(await timeBuild(databaseUrl, context));
  }
  const ratio = median(loaded) / median(without);
  return {
    rows: [
      {
        what: `next build, ${whole(posts)} posts against no database`,
        must: 'same time; needs no database',
        measured: `${seconds(median(loaded))} against ${seconds(median(without))} (${times(ratio)})`,
        isMet: isQuick ? null : ratio < 1 + tolerance,
      },
    ],
    details: { without, loaded },
  };
}

/** From nothing, so that no build profits from the one before. */
async function timeBuild(databaseUrl: string, { cleanup }: BenchContext): Promise<number> {
  await rm(path.join(projectRoot, '.next'), { recursive: true, force: true });
  const child = startCommand(['build'], { DATABASE_URL: databaseUrl }, cleanup);
  const { code, ms } = await watchToEnd(child);
  if (code !== 0) throw new Error('The build failed.');
  say(`built in ${seconds(ms / 1000)}`);
  return ms / 1000;
}
