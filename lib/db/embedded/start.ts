// Starts the PostgreSQL server: with which settings, on which port, and what to do when it fails.
// It gets a session of its own, so that Ctrl-C in the terminal reaches its users and not the server.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { approach, bareEnvironment } from './account';
import { giveTo } from './files';
import type { Place } from './place';
import { findServer, type Installation, pollMs, readPostmaster, settleMs } from './postmaster';

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Neither statements nor values: they hold what people wrote.
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

const maxLogBytes = 10_000_000;
const maxAttempts = 40;
const retryMs = 250;
// PostgreSQL's words, in the language that lc_messages fixes.
const portTaken = /could not (bind|create any TCP\/IP socket)/;
// One that is still ending after a crash, or that a killed process of ours has just started.
const otherServer = /pre-existing shared memory block|lock file .* already exists/;

/**
 * @param lastPort taken again when it is free, so that clients of a server that died find the next
 * @returns the port
 */
export async function startServer(
  installation: Installation,
  lastPort: number | null,
): Promise<number> {
  const { place } = installation;
  keepPreviousLog(place);
  let port = lastPort !== null && (await isFree(lastPort)) ? lastPort : await freePort();
  for (let attempt = 1; ; attempt += 1) {
    const logStart = sizeOf(place.log);
    if (await launch(installation, port)) return port;
    const words = readFileSync(place.log).subarray(logStart).toString('utf8').trim();
    if (attempt < maxAttempts && portTaken.test(words)) {
      port = await freePort();
    } else if (attempt < maxAttempts && otherServer.test(words)) {
      const other = await findServer(installation);
      if (other) return other.port;
      await delay(retryMs);
    } else {
      const reason = words.split('\n').filter((line) => /FATAL|PANIC|error/i.test(line));
      throw new Error(
        `PostgreSQL did not start on ${place.cluster} (${reason.join('; ') || 'it said nothing'}): remove the obstacle it names; the whole log is ${place.log}.`,
      );
    }
  }
}

/** Keeps the log small also when the server runs for months. It appends, so this may happen under it. */
export function trimLog(place: Place): void {
  if (sizeOf(place.log) > maxLogBytes) truncateSync(place.log);
}

/** @returns whether the server got ready; if not, the log says why */
async function launch(installation: Installation, port: number): Promise<boolean> {
  const { cluster } = installation.place;
  const child = spawnServer(installation, port);
  const fate: { exitCode: number | null; failure: Error | null } = {
    exitCode: null,
    failure: null,
  };
  child.once('exit', (code) => {
    fate.exitCode = code ?? -1;
  });
  child.once('error', (error) => {
    fate.failure = error;
  });
  child.unref();
  const deadline = Date.now() + settleMs;
  while (Date.now() < deadline) {
    if (fate.failure) {
      throw new Error(
        `PostgreSQL could not be started (${fate.failure.message}): set DATABASE_URL to a PostgreSQL server if that cannot be helped.`,
        { cause: fate.failure },
      );
    }
    // pg_ctl on Windows ends when the server is ready; elsewhere the child is the server.
    if (fate.exitCode !== null) return process.platform === 'win32' && fate.exitCode === 0;
    const server = readPostmaster(cluster);
    if (server?.pid === child.pid && server?.state === 'ready') return true;
    await delay(pollMs);
  }
  child.kill('SIGINT');
  return false;
}

function spawnServer(installation: Installation, port: number): ChildProcess {
  const { place, account, binaries } = installation;
  const options = Object.entries({ port, ...settings }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  if (process.platform === 'win32') {
    // PostgreSQL refuses administrators; pg_ctl takes the rights away first.
    const args = [
      'start',
      '-w',
      '-t',
      '300',
      '-D',
      place.cluster,
      '-l',
      place.log,
      '-o',
      options.join(' '),
    ];
    return spawn(binaries.pgCtl, args, { stdio: 'ignore', windowsHide: true });
  }
  const { cwd, path: folder } = approach(account, place.cluster);
  const log = openSync(place.log, 'a', 0o600);
  if (place.owner) giveTo(place.log, place.owner);
  try {
    return spawn(binaries.postgres, ['-D', folder, ...options], {
      ...account,
      cwd,
      env: bareEnvironment,
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

function keepPreviousLog(place: Place): void {
  if (sizeOf(place.log) > 0) renameSync(place.log, `${place.log}.previous`);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function freePort(): Promise<number> {
  return listenOnce(0);
}

function isFree(port: number): Promise<boolean> {
  return listenOnce(port).then(
    () => true,
    () => false,
  );
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : port));
    });
  });
}
