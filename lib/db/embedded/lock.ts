// One process at a time creates, starts or stops the database. The lock is a file with its
// holder's mark, so that a lock whose holder was killed is recognised and taken away.
import { statSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { hasCode, readIfThere } from './files';
import { formatMark, isRunning, ownMark, parseMark } from './processes';

const pollMs = 25;
// The holder may be replaying a long write-ahead log after a crash.
const patienceMs = 360_000;
// Making or breaking a lock takes microseconds; what is older was left by a crash.
const unfinishedMs = 5_000;

export async function withLock<T>(file: string, task: () => Promise<T>): Promise<T> {
  await acquire(file);
  try {
    return await task();
  } finally {
    removeIfThere(file);
  }
}

async function acquire(file: string): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!create(file)) {
    const seen = readIfThere(file);
    if (seen !== null && isAbandoned(file, seen)) breakLock(file, seen);
    else await delay(pollMs);
    if (Date.now() > deadline) {
      throw new Error(
        `Process ${parseMark(seen ?? '')?.pid} has been starting or stopping the database for ${patienceMs / 60_000} minutes: end that process, or remove ${file} if it is none of Commonplace's.`,
      );
    }
  }
}

function create(file: string): boolean {
  try {
    writeFileSync(file, formatMark(ownMark()), { flag: 'wx', mode: 0o644 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function isAbandoned(file: string, text: string): boolean {
  const holder = parseMark(text);
  return holder ? !isRunning(holder) : ageMs(file) > unfinishedMs;
}

// Two processes may see the same dead holder. The second must not remove the lock that the first
// has meanwhile made, so looking again and removing happen under a lock of their own.
function breakLock(file: string, seen: string): void {
  const breaking = `${file}.breaking`;
  if (!create(breaking)) {
    if (ageMs(breaking) > unfinishedMs) removeIfThere(breaking);
    return;
  }
  if (readIfThere(file) === seen) removeIfThere(file);
  removeIfThere(breaking);
}

function ageMs(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? Date.now() - stat.mtimeMs : 0;
}

function removeIfThere(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}
