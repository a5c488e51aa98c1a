// Finds out what a path holds: a folder or a packed one, and which format.
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as tar from 'tar';
import type { ImportSource } from './record';
import { seedDump } from './sources/seed-dump';

/** A path that cannot be imported, said to whoever gave it. */
export class UnknownFormatError extends Error {
  override name = 'UnknownFormatError';
}

const sources: ImportSource[] = [seedDump];

export type OpenedSource = {
  source: ImportSource;
  folder: string;
  /** Removes what was unpacked. */
  close(): Promise<void>;
};

/** @throws {UnknownFormatError} when there is nothing, or nothing known, at the path */
export async function openSource(given: string): Promise<OpenedSource> {
  const found = await stat(given).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new UnknownFormatError(`There is nothing at ${given}.`);
    throw error;
  });
  if (found.isDirectory()) return { ...(await findSource(given)), close: async () => {} };
  if (!/\.(tar\.gz|tgz|tar)$/.test(given))
    throw new UnknownFormatError(`${given} is neither a folder nor a .tar.gz of one.`);
  const unpacked = await mkdtemp(path.join(tmpdir(), 'commonplace-import-'));
  // What was being written when an archive turned out to be damaged still arrives for a moment.
  const close = () => rm(unpacked, { recursive: true, force: true, maxRetries: 5 });
  try {
    await tar.extract({ file: given, cwd: unpacked });
    return { ...(await findSource(unpacked)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Looks in the folder and in those directly below it. */
async function findSource(given: string): Promise<{ source: ImportSource; folder: string }> {
  const entries = await readdir(given, { withFileTypes: true });
  const below = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(given, entry.name));
  for (const folder of [given, ...below])
    for (const source of sources) if (await source.recognises(folder)) return { source, folder };
  throw new UnknownFormatError(
    `${given} holds no known format. Known: ${sources.map((source) => source.name).join(', ')}.`,
  );
}
