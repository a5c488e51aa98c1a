// `npm run import -- PATH [--old-host HOST]`: brings another blog in.
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { openSource, UnknownFormatError } from '../import/open';
import type { ImportReport } from '../import/report';
import { runImport } from '../import/run';
import { prepareDatabase, withPool } from './command-database';
import { CommandError, loadEnvironment } from './environment';

const usage = 'Usage: npm run import -- PATH [--old-host HOST]';

export async function importPosts(args: string[]): Promise<void> {
  const { path, oldHosts } = readArguments(args);
  const env = loadEnvironment();
  const { source, folder, close } = await openSource(path).catch((error) => {
    throw error instanceof UnknownFormatError ? new CommandError(error.message) : error;
  });
  try {
    const database = await prepareDatabase(env, console.log);
    try {
      const started = performance.now();
      console.log(`Importing a ${source.name} from ${path}`);
      const progress = startProgress(await source.countPosts(folder));
      const report = await withPool(database.url, (pool) =>
        runImport(source.read(folder), { oldHosts, onProgress: progress.update }, pool.database),
      ).finally(progress.stop);
      print(report, (performance.now() - started) / 1000);
    } finally {
      await database.release();
    }
  } finally {
    await close();
  }
}

function readArguments(args: string[]): { path: string; oldHosts: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'old-host': { type: 'string', multiple: true } },
    });
    const [path, ...surplus] = positionals;
    if (path === undefined || surplus.length > 0) throw new CommandError(usage);
    return { path, oldHosts: (values['old-host'] ?? []).map((host) => host.toLowerCase()) };
  } catch (error) {
    if (error instanceof TypeError) throw new CommandError(`${error.message}\n${usage}`);
    throw error;
  }
}

/** A bar on a terminal, a line for every tenth elsewhere. */
function startProgress(total: number): { update: (done: number) => void; stop: () => void } {
  if (process.stderr.isTTY) {
    const bar = new SingleBar({
      format: '{bar} {percentage}% | {value} of {total} posts | {eta_formatted} left',
    });
    bar.start(total, 0);
    return { update: (done) => bar.update(done), stop: () => bar.stop() };
  }
  let tenths = 0;
  const update = (done: number) => {
    const reached = total === 0 ? 10 : Math.floor((done / total) * 10);
    if (reached > tenths) console.log(`${done} of ${total} posts`);
    tenths = Math.max(tenths, reached);
  };
  return { update, stop: () => {} };
}

function print(report: ImportReport, seconds: number): void {
  for (const line of report.lines()) console.log(line);
  console.log();
  for (const line of report.summary()) console.log(line);
  const outcome = report.hasChanges ? 'Imported' : 'Nothing has changed';
  console.log(`\n${outcome} in ${seconds.toFixed(1)} s.`);
}
