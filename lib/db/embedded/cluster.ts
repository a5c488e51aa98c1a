// Makes PostgreSQL's data directory. initdb works in a folder beside it, which is moved into place
// when all is written, so that a kill in the middle leaves nothing that looks like a database.
import { execFile } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Account, approach, bareEnvironment } from './account';
import type { Binaries } from './binaries';
import { giveTo, ownerOf } from './files';
import type { Place } from './place';
import type { Installation } from './postmaster';

const workspacePrefix = 'init-';

/** Called only under the lock. @throws with initdb's own words when it fails */
export async function createCluster(
  { place, account, binaries }: Installation,
  password: string,
): Promise<void> {
  removeUnfinished(place);
  const workspace = mkdtempSync(path.join(place.root, workspacePrefix));
  try {
    const data = path.join(workspace, 'data');
    mkdirSync(data, { mode: 0o700 });
    writeFileSync(path.join(workspace, 'password'), `${password}\n`, { mode: 0o600 });
    giveTo(workspace, account);
    await initialize(data, account, binaries);
    renameSync(data, place.cluster);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

/**
 * Makes a data directory fit to start with after it came from a backup or `cp -r`, which may have
 * given it to root or opened it to others; PostgreSQL refuses both.
 */
export function adoptCluster({ place, account }: Installation): void {
  const cluster = realpathSync(place.cluster);
  if (account.uid !== undefined && ownerOf(cluster)?.uid !== account.uid) giveTo(cluster, account);
  if (process.platform !== 'win32' && (statSync(cluster).mode & 0o077) !== 0) {
    chmodSync(cluster, 0o700);
  }
}

async function initialize(data: string, account: Account, binaries: Binaries): Promise<void> {
  const { cwd, path: folder } = approach(account, data);
  const args = ['-D', folder, '-U', 'postgres', '--pwfile', path.join('..', 'password')];
  args.push('-A', 'scram-sha-256', '-E', 'UTF8', '--no-instructions');
  // The same order and case rules on every machine, whatever locales it has.
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C');
  try {
    await promisify(execFile)(binaries.initdb, args, { ...account, cwd, env: bareEnvironment });
  } catch (cause) {
    throw new Error(
      `PostgreSQL could not create its files in ${data} (${lastWords(cause)}): remove the obstacle it names, or set DATABASE_URL.`,
      { cause },
    );
  }
}

function removeUnfinished(place: Place): void {
  for (const name of readdirSync(place.root)) {
    if (name.startsWith(workspacePrefix)) {
      // The initdb of a killed process goes on for a moment and puts back what is taken away.
      rmSync(path.join(place.root, name), {
        recursive: true,
        force: true,
        maxRetries: 20,
        retryDelay: 50,
      });
    }
  }
}

function lastWords(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const stderr = 'stderr' in cause && typeof cause.stderr === 'string' ? cause.stderr : '';
  const lines = stderr.trim().split('\n');
  const telling = lines.filter((line) => /error:|FATAL|PANIC/.test(line));
  return telling.join('; ') || lines.at(-1) || cause.message;
}
