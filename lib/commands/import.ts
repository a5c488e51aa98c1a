// `npm run import -- PATH [--old-host HOST]`: brings another blog in.
import { basename } from 'node:path';
import { SingleBar } from 'cli-progress';
import { openSource, UnknownFormatError } from '../import/open';
import type { ImportRecord } from '../import/record';
import type { ImportReport } from '../import/report';
import { runImport } from '../import/run';
import { readArguments } from './arguments';
import { prepareDatabase, withPool } from './command-database';
import { CommandError, loadEnvironment } from './environment';

const usage = 'Usage: npm run import -- PATH [--old-host HOST]';

export async function importPosts(args: string[]): Promise<void> {
  const { path, oldHosts } = readPath(args);
  const env = loadEnvironment();
  const { source, folder, close } = await openSource(path).catch(failedOpening(path));
  try {
    const posts = await source.countPosts(folder).catch(failedReading(path));
    const database = await prepareDatabase(env, console.log);
    try {
      const started = performance.now();
      console.log(`Importing a ${source.name} from ${path}`);
      const progress = startProgress(posts);
      const report = await withPool(
        database.directUrl,
        (pool) =>
          runImport(
            readable(source.read(folder), path),
            { oldHosts, onProgress: progress.update },
            pool.database,
          ),
        { prepare: env.DATABASE_PREPARE },
      ).finally(progress.stop);
      print(report, (performance.now() - started) / 1000);
    } finally {
      await database.release();
    }
  } finally {
    await close();
  }
}

function readPath(args: string[]): { path: string; oldHosts: string[] } {
  const { values, positionals } = readArguments(
    {
      args,
      allowPositionals: true,
      options: { 'old-host': { type: 'string', multiple: true } },
    },
    usage,
  );
  const [path, ...surplus] = positionals;
  if (path === undefined || surplus.length > 0) throw new CommandError(usage);
  return { path, oldHosts: (values['old-host'] ?? []).map((host) => host.toLowerCase()) };
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

function failedOpening(path: string) {
  return (error: unknown): never => {
    if (error instanceof UnknownFormatError) throw new CommandError(error.message);
    const code = codeOf(error);
    if (/^(Z|TAR)_/.test(code))
      throw new CommandError(
        `${path} cannot be unpacked (${messageOf(error)}): it is damaged, cut off or no archive. Fetch it again.`,
      );
    if (code === 'ENOTDIR') throw new CommandError(`There is nothing at ${path}.`);
    if (code === 'EACCES')
      throw new CommandError(
        `${path} cannot be read (${messageOf(error)}): give yourself the right to.`,
      );
    if (code === 'ENOSPC')
      throw new CommandError(
        `There is no room to unpack ${path}: free some, or unpack it yourself and name the folder.`,
      );
    throw error;
  };
}

/** For a source that has been recognised and turns out not to be whole. */
function failedReading(path: string) {
  return (error: unknown): never => {
    if (codeOf(error) === 'ENOENT' && error instanceof Error && 'path' in error)
      throw new CommandError(
        `${path} is not a whole dump: ${basename(String(error.path))} is missing.`,
      );
    if (error instanceof SyntaxError)
      throw new CommandError(`${path} is damaged: a file in it is not JSON (${error.message}).`);
    throw error;
  };
}

/** The records of a source, with its failures told apart from those of what is done with them. */
async function* readable(
  records: AsyncIterable<ImportRecord>,
  path: string,
): AsyncGenerator<ImportRecord> {
  const iterator = records[Symbol.asyncIterator]();
  for (;;) {
    const { value, done } = await iterator.next().catch(failedReading(path));
    if (done) return;
    yield value;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
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
