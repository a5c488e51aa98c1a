// Uploads that ended halfway (a crash, a browser that never came back) are cleared away a day later.
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { inArray, lt } from 'drizzle-orm';
import type { Database } from '../db/client';
import { mediaUploads } from '../db/schema';
import { logger } from '../log';
import type { Storage } from './storage';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Clears away what is older than a day. @returns how much that was */
export async function sweepUploads(
  { storage, db }: { storage: Storage; db: Database },
  now = new Date(),
): Promise<number> {
  const before = new Date(now.getTime() - dayMs);
  return (await sweepFolder(storage.incoming, before)) + (await sweepBucket(storage, db, before));
}

async function sweepFolder(folder: string, before: Date): Promise<number> {
  let swept = 0;
  for (const name of await namesIn(folder)) {
    const place = path.join(folder, name);
    if ((await stat(place)).mtime >= before) continue;
    await rm(place, { recursive: true, force: true });
    swept += 1;
  }
  return swept;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function sweepBucket(storage: Storage, db: Database, before: Date): Promise<number> {
  const old = await db.select().from(mediaUploads).where(lt(mediaUploads.createdAt, before));
  if (old.length === 0) return 0;
  await storage.remove(old.map((upload) => upload.key));
  const ids = old.map((upload) => upload.id);
  await db.delete(mediaUploads).where(inArray(mediaUploads.id, ids));
  return old.length;
}

let lastSweptAt = 0;

/** Sweeps now and then; called where uploads begin, and waited for by nobody. */
export function sweepSometimes(storage: Storage, db: Database): void {
  if (Date.now() - lastSweptAt < hourMs) return;
  lastSweptAt = Date.now();
  sweepUploads({ storage, db }).catch((error) =>
    logger.error({ error }, 'Uploads that ended halfway were not cleared away.'),
  );
}
