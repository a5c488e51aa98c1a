// Files under DATA_DIR/media. A file is written elsewhere on the same disk, is safe there, and then
// takes its name at once: nobody ever sees half of one.
import { mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { fileStream } from './file-stream';
import type { Storage } from './storage';

export function diskStorage(dataDir: string): Storage {
  const root = path.join(dataDir, 'media');
  return {
    incoming: path.join(root, 'incoming'),
    async put(key, file) {
      const target = placeOf(root, key);
      await mkdir(path.dirname(target), { recursive: true });
      await synchronise(file);
      await rename(file, target);
      await synchronise(path.dirname(target));
    },
    open: (key, range) => fileStream(placeOf(root, key), range),
    async remove(keys) {
      for (const key of keys) {
        const place = placeOf(root, key);
        await rm(place, { force: true });
        await removeIfEmpty(path.dirname(place));
      }
    },
    publicUrl: () => null,
    direct: null,
  };
}

/** @throws when a key leads out of the folder: none of ours does */
function placeOf(root: string, key: string): string {
  const place = path.resolve(root, key);
  if (!place.startsWith(root + path.sep)) throw new Error(`No place for ${key}.`);
  return place;
}

async function synchronise(place: string): Promise<void> {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Windows synchronises no folders.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) throw error;
  } finally {
    await handle.close();
  }
}

async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    const isExpected =
      error instanceof Error &&
      'code' in error &&
      ['ENOTEMPTY', 'ENOENT', 'EEXIST'].includes(String(error.code));
    if (!isExpected) throw error;
  }
}
