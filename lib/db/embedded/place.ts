// Where the embedded database lies under DATA_DIR, and which folders are refused.
// DATA_DIR/postgres/18 belongs to PostgreSQL; everything beside it is the starter's own.
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { giveTo, type Owner, ownerOf, readIfThere } from './files';

export const POSTGRES_MAJOR = '18';

export type Place = {
  dataDir: string;
  /** DATA_DIR/postgres */
  root: string;
  /** PostgreSQL's data directory */
  cluster: string;
  users: string;
  lock: string;
  log: string;
  connection: string;
  /** Whom the starter's own files belong to when root writes them; null: whoever runs. */
  owner: Owner | null;
};

/** @throws when the folders cannot be made or written */
export function preparePlace(dataDir: string): Place {
  const asRoot = process.getuid?.() === 0;
  const root = path.join(dataDir, 'postgres');
  const users = path.join(root, 'users');
  try {
    mkdirSync(dataDir, { recursive: true });
    // Root's files go to the owner of DATA_DIR, so that one `sudo npm start` locks nobody out.
    const owner = asRoot ? ownerOf(dataDir) : null;
    for (const folder of [root, users]) {
      if (!existsSync(folder)) {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if (owner) giveTo(folder, owner);
      }
      accessSync(folder, constants.W_OK | constants.X_OK);
    }
    // PostgreSQL, running as somebody else than root, passes through on its way to its own folder.
    if (asRoot) chmodSync(root, 0o711);
    return {
      dataDir,
      root,
      cluster: path.join(root, POSTGRES_MAJOR),
      users,
      lock: path.join(root, 'lock'),
      log: path.join(root, 'log'),
      connection: path.join(root, 'connection.json'),
      owner,
    };
  } catch (cause) {
    const holder = holderOf(root) ?? holderOf(dataDir);
    throw new Error(
      `The database folder ${root} cannot be written (${messageOf(cause)}): start Commonplace as the user it belongs to${holder === undefined ? '' : ` (${holder})`}, or name another folder in DATA_DIR.`,
      { cause },
    );
  }
}

/**
 * Whether DATA_DIR already holds a database of this PostgreSQL.
 * @throws when it holds something else, which must not be overwritten
 */
export function hasCluster(place: Place): boolean {
  const version = versionOf(place.cluster);
  if (version === POSTGRES_MAJOR) return true;
  if (version !== null) throw otherMajor(place.cluster, version);
  if (existsSync(place.cluster) && readdirSync(place.cluster).length > 0) {
    throw new Error(
      `${place.cluster} holds files but no PostgreSQL database: move that folder away and start again.`,
    );
  }
  for (const name of readdirSync(place.root)) {
    const other = /^\d+$/.test(name) ? versionOf(path.join(place.root, name)) : null;
    if (other !== null) throw otherMajor(path.join(place.root, name), other);
  }
  return false;
}

/** Whose folder it is; undefined where that cannot be seen, such as below a file. */
function holderOf(folder: string): number | undefined {
  try {
    return ownerOf(folder)?.uid;
  } catch {
    return undefined;
  }
}

function versionOf(cluster: string): string | null {
  return readIfThere(path.join(cluster, 'PG_VERSION'))?.trim() ?? null;
}

function otherMajor(folder: string, version: string): Error {
  return new Error(
    `The database in ${folder} was made by PostgreSQL ${version}, and this Commonplace brings PostgreSQL ${POSTGRES_MAJOR}: start the Commonplace that made it and dump its database with pg_dump (port and password are in connection.json beside), then move ${folder} away, start this one and load the dump with psql. README.md has the commands, under Troubleshooting.`,
  );
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
