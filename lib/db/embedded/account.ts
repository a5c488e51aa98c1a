// Which user PostgreSQL runs as (it refuses root), and how that user reaches its folder.
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { type Owner, ownerOf } from './files';
import type { Place } from './place';

/** Spread into spawn options; empty: the user of this process. */
export type Account = Partial<Owner>;

/** How a process of an account finds a folder: start it in `cwd` and call the folder `path`. */
export type Approach = { cwd: string; path: string };

// PostgreSQL gets no variable of ours: secrets stay here, PGDATA, PGPORT and locales stay out.
export const bareEnvironment: NodeJS.ProcessEnv | undefined =
  process.platform === 'win32'
    ? undefined
    : { NODE_ENV: 'production', LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

/**
 * The owner of the existing database, else of DATA_DIR, else the customary unprivileged users.
 * @throws when this is root and there is nobody to become
 */
export function chooseAccount(place: Place): Account {
  if (process.getuid?.() !== 0) return refuseForeignCluster(place);
  for (const folder of [place.cluster, place.dataDir]) {
    const owner = ownerOf(folder);
    const account = owner && owner.uid !== 0 ? lookUp(String(owner.uid)) : null;
    if (account) return account;
  }
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const account = lookUp(name);
    if (account) return account;
  }
  throw new Error(
    'PostgreSQL does not run as root and there is no user "postgres" or "nobody" here: start Commonplace as an ordinary user, or set DATABASE_URL.',
  );
}

function refuseForeignCluster(place: Place): Account {
  const uid = ownerOf(place.cluster)?.uid;
  if (process.getuid && uid !== undefined && uid !== process.getuid()) {
    throw new Error(
      `The database in ${place.cluster} belongs to user ${uid}: start Commonplace as that user or as root, or hand the folder ${place.root} over with chown -R.`,
    );
  }
  return {};
}

// PostgreSQL asks for the user's name, so a bare number without an entry is of no use.
function lookUp(user: string): Account | null {
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    spawnSync('id', [flag, user], { encoding: 'utf8', env: bareEnvironment }),
  );
  if (uid?.status !== 0 || gid?.status !== 0) return null;
  const account = { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  return spawnSync('id', ['-nu', user], { env: bareEnvironment }).status === 0 ? account : null;
}

/** @throws when root may not become that user, as in containers without the right */
export function runAs(
  account: Account,
  command: string,
  args: string[],
  cwd: string,
): SpawnSyncReturns<string> {
  const result = spawnSync(command, args, {
    ...account,
    cwd,
    env: bareEnvironment,
    encoding: 'utf8',
  });
  if (account.uid !== undefined && isRefusal(result.error)) {
    throw new Error(
      `PostgreSQL does not run as root, and this root may not become user ${account.uid}: start Commonplace as an ordinary user, or set DATABASE_URL.`,
      { cause: result.error },
    );
  }
  return result;
}

function isRefusal(error: Error | undefined): boolean {
  return (
    error !== undefined && 'code' in error && (error.code === 'EPERM' || error.code === 'EINVAL')
  );
}

/**
 * Below a closed folder such as /root no other user can walk to `folder`. A child process enters
 * its working directory before it gives up root, and Linux lets it keep that one open under the
 * name /proc/self/cwd: so the data stays in DATA_DIR and nobody's permissions are touched.
 */
export function approach(account: Account, folder: string): Approach {
  if (account.uid === undefined || mayWrite(account, folder, '/')) {
    return { cwd: folder, path: folder };
  }
  const here = '/proc/self/cwd';
  if (process.platform === 'linux' && mayWrite(account, here, folder)) {
    return { cwd: folder, path: here };
  }
  throw new Error(
    `User ${account.uid}, as whom PostgreSQL has to run because it refuses root, cannot reach ${folder}: name a folder outside of closed ones in DATA_DIR, start Commonplace as an ordinary user, or set DATABASE_URL.`,
  );
}

function mayWrite(account: Account, folder: string, cwd: string): boolean {
  return (
    runAs(account, '/bin/sh', ['-c', 'test -w "$0" && test -x "$0"', folder], cwd).status === 0
  );
}
