// Finds and stops the PostgreSQL server of a data directory. PostgreSQL itself keeps postmaster.pid
// there, with its process number, port and state; it is believed after a check.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from './account';
import type { Binaries } from './binaries';
import { readIfThere } from './files';
import type { Place } from './place';
import { isAlive, worksIn } from './processes';

/** What starting and stopping need to know. */
export type Installation = { place: Place; account: Account; binaries: Binaries };

export type Postmaster = { pid: number; port: number; state: string };

export const pollMs = 10;
/** Replaying a long write-ahead log after a crash takes its time. */
export const settleMs = 300_000;
const fastStopMs = 8_000;
const immediateStopMs = 2_000;

export function readPostmaster(cluster: string): Postmaster | null {
  const lines = readIfThere(path.join(cluster, 'postmaster.pid'))?.split('\n');
  if (!lines) return null;
  // A server in single-user mode writes its number with a minus.
  const pid = Math.abs(Number(lines[0]));
  return { pid, port: Number(lines[3] ?? 0), state: lines[7]?.trim() ?? '' };
}

/** The running server of this data directory, or null; one that starts or stops is waited for. */
export async function findServer({ place, account }: Installation): Promise<Postmaster | null> {
  const found = readPostmaster(place.cluster);
  if (!found) return null;
  if (!worksIn(found.pid, place.cluster, account)) {
    // PostgreSQL would take a recycled process number for a living server and refuse to start.
    // Should a server be there all the same, its shared memory still keeps a second one out.
    rmSync(path.join(place.cluster, 'postmaster.pid'), { force: true });
    return null;
  }
  const deadline = Date.now() + settleMs;
  while (Date.now() < deadline) {
    const now = readPostmaster(place.cluster);
    if (now?.pid !== found.pid || !isAlive(found.pid)) return null;
    if (now.state === 'ready') return now;
    await delay(pollMs);
  }
  throw new Error(
    `The PostgreSQL server ${found.pid} of ${place.cluster} is neither ready nor gone: look into ${place.log}, end that process and start again.`,
  );
}

/** Stops the server, if one runs, within ten seconds. Committed rows survive both ways of stopping. */
export async function stopServer(installation: Installation): Promise<void> {
  const { place } = installation;
  const server = await findServer(installation);
  if (!server) return;
  signal(installation, server.pid, 'SIGINT');
  if (await isGone(place.cluster, server.pid, fastStopMs)) return;
  // The checkpoint of a clean stop takes too long: the next start replays the log instead.
  signal(installation, server.pid, 'SIGQUIT');
  if (await isGone(place.cluster, server.pid, immediateStopMs)) return;
  throw new Error(
    `The PostgreSQL server ${server.pid} of ${place.cluster} does not stop: end that process; ${place.log} may tell why it hangs.`,
  );
}

function signal({ place, binaries }: Installation, pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  if (process.platform !== 'win32') {
    process.kill(pid, name);
    return;
  }
  // Windows has no signals: pg_ctl speaks to the server over a named pipe.
  const mode = name === 'SIGINT' ? 'fast' : 'immediate';
  spawnSync(binaries.pgCtl, ['stop', '-D', place.cluster, '-m', mode, '-W'], { windowsHide: true });
}

// The file goes last. The process may stay on as a zombie where nobody collects it, as in a
// container whose first process is Node.
async function isGone(cluster: string, pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (readPostmaster(cluster)?.pid !== pid || !isAlive(pid)) return true;
    await delay(pollMs);
  }
  return false;
}
