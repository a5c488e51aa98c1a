// Small file steps of the embedded database that must hold when a process dies in the middle
// or when root works in a folder that somebody else owns.
import { randomUUID } from 'node:crypto';
import {
  lchownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

export type Owner = { uid: number; gid: number };

export function hasCode(error: unknown, ...codes: string[]): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    codes.includes(error.code)
  );
}

/** The text of a file, or null when there is none. */
export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
}

export function ownerOf(file: string): Owner | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? { uid: stat.uid, gid: stat.gid } : null;
}

/** Replaces a private file in one step: readers see the old text or the new, never half of it. */
export function writePrivately(file: string, text: string, owner: Owner | null): void {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx', flush: true });
  if (owner) giveTo(draft, owner);
  renameSync(draft, file);
}

/** Hands a file, or a folder with all in it, to a user. Only root can, so for others it does nothing. */
export function giveTo(target: string, owner: Partial<Owner>): void {
  if (process.getuid?.() !== 0 || owner.uid === undefined || owner.gid === undefined) return;
  const stat = lstatSync(target);
  if (stat.isDirectory()) {
    for (const name of readdirSync(target)) giveTo(path.join(target, name), owner);
  }
  if (stat.uid === owner.uid && stat.gid === owner.gid) return;
  try {
    lchownSync(target, owner.uid, owner.gid);
  } catch (cause) {
    throw new Error(
      `${target} cannot be handed to user ${owner.uid}, as whom PostgreSQL has to run: start Commonplace as an ordinary user, or set DATABASE_URL.`,
      { cause },
    );
  }
}
