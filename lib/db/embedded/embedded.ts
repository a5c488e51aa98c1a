// The database that needs no setting up: a real PostgreSQL from npm, with its data under DATA_DIR.
// Several processes may share it; it runs until the last of them has left.
import path from 'node:path';
import { chooseAccount } from './account';
import { findBinaries } from './binaries';
import { adoptCluster, createCluster } from './cluster';
import { connectionUrl, prepareDatabase, readConnection, saveConnection } from './connection';
import { withLock } from './lock';
import { hasCluster, type Place, POSTGRES_MAJOR, preparePlace } from './place';
import { findServer, type Installation, stopServer } from './postmaster';
import { startServer, trimLog } from './start';
import { countUsers, join, leave } from './users';

export type EmbeddedDatabase = {
  /** postgres://postgres:PASSWORD@127.0.0.1:PORT/commonplace */
  url: string;
  /** Whether this call made a new data directory. */
  created: boolean;
  /** Leaves; stops the server if nobody else uses it. */
  release(): Promise<void>;
};

type Log = (line: string) => void;

/**
 * Opens the database under `dataDir`, creating and starting it when needed.
 * A process that dies without `release` leaves the server running for the next one.
 * @throws with one sentence that names what is wrong and what to do
 */
export async function openEmbeddedDatabase(options: {
  dataDir: string;
  log?: Log;
}): Promise<EmbeddedDatabase> {
  const place = preparePlace(path.resolve(options.dataDir));
  return withLock(place.lock, () => open(place, options.log ?? (() => undefined)));
}

async function open(place: Place, log: Log): Promise<EmbeddedDatabase> {
  const exists = hasCluster(place);
  const account = chooseAccount(place);
  const binaries = findBinaries({ account, privateFolder: place.root });
  const installation = { place, account, binaries };
  const connection = readConnection(place, exists);
  if (!exists) {
    log(`Creating a database in ${place.cluster}`);
    await createCluster(installation, connection.password);
  }
  adoptCluster(installation);
  trimLog(place);
  const running = await findServer(installation);
  const user = join(place);
  try {
    const port = running?.port ?? (await start(installation, connection.port, log));
    if (port !== connection.port) saveConnection(place, { ...connection, port });
    await prepareDatabase(place, port, connection.password);
    return {
      url: connectionUrl(port, connection.password),
      created: !exists,
      release: once(() => withLock(place.lock, () => release(installation, user))),
    };
  } catch (error) {
    // What was running before is left alone: it may be the reason for the error.
    if (running) leave(user);
    else await release(installation, user);
    throw error;
  }
}

function start(installation: Installation, lastPort: number | null, log: Log): Promise<number> {
  log(`Starting PostgreSQL ${POSTGRES_MAJOR} on ${installation.place.cluster}`);
  return startServer(installation, lastPort);
}

async function release(installation: Installation, user: string): Promise<void> {
  leave(user);
  if (countUsers(installation.place) === 0) await stopServer(installation);
}

function once(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= task();
    return running;
  };
}
