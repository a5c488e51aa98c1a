// Who uses the database: one small file per opening, with the mark of its process.
// Called only under the lock, so that counting and leaving cannot cross.
import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readIfThere, writePrivately } from './files';
import type { Place } from './place';
import { formatMark, isRunning, ownMark, parseMark } from './processes';

/** @returns the file to give to `leave` */
export function join(place: Place): string {
  const file = path.join(place.users, `${process.pid}-${randomUUID()}`);
  writePrivately(file, formatMark(ownMark()), place.owner);
  return file;
}

export function leave(file: string): void {
  rmSync(file, { force: true });
}

/** How many openings are in use; those of processes that died are removed on the way. */
export function countUsers(place: Place): number {
  let living = 0;
  for (const name of readdirSync(place.users)) {
    const file = path.join(place.users, name);
    const mark = parseMark(readIfThere(file) ?? '');
    if (mark && isRunning(mark)) living += 1;
    else leave(file);
  }
  return living;
}
