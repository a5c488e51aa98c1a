// Changing what the library says of its files, and taking files away. Plain functions, a transaction
// each; the pages that show a file are told.
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';
import { changePages, type Touch } from '../db/page-changes';
import { media } from '../db/schema';
import { keysOf } from './files';
import { refreshPosts } from './refresh-posts';
import type { Storage } from './storage';

export type MediaTexts = {
  alt: string;
  caption: string;
  /** Files of the library: a film's still picture and its captions. */
  posterId: number | null;
  captionsId: number | null;
};

/**
 * Says anew what a file shows. Posts that say nothing of their own show it at once.
 * @returns how many posts look different now; null when the file is gone
 */
export async function describeMedia(
  id: number,
  texts: Partial<MediaTexts>,
  db: Database,
  now = new Date(),
): Promise<number | null> {
  return changePages(db, async (tx, touch) => {
    const changed = await tx
      .update(media)
      .set({ ...texts, updatedAt: now })
      .where(eq(media.id, id))
      .returning({ id: media.id });
    return changed.length === 0 ? null : refreshPosts([id], { tx, touch, now });
  });
}

/** Puts files into the bin: readers get them no longer. @returns how many were not there yet */
export async function binMedia(ids: number[], db: Database, now = new Date()): Promise<number> {
  return changePages(db, async (tx, touch) => {
    const binned = await tx
      .update(media)
      .set({ deletedAt: now })
      .where(and(inArray(media.id, ids), isNull(media.deletedAt)))
      .returning({ id: media.id });
    await tellPages(binned, { tx, touch, now });
    return binned.length;
  });
}

/** Takes files out of the bin. @returns how many there were */
export async function restoreMedia(ids: number[], db: Database, now = new Date()): Promise<number> {
  return changePages(db, async (tx, touch) => {
    const restored = await tx
      .update(media)
      .set({ deletedAt: null })
      .where(and(inArray(media.id, ids), isNotNull(media.deletedAt)))
      .returning({ id: media.id });
    await tellPages(restored, { tx, touch, now });
    return restored.length;
  });
}

/** Deletes files in the bin for good, with all that was made of them. @returns how many */
export async function deleteMedia(
  ids: number[],
  { db, storage }: { db: Database; storage: Storage | null },
  now = new Date(),
): Promise<number> {
  const gone = await changePages(db, async (tx, touch) => {
    const rows = await tx
      .delete(media)
      .where(and(inArray(media.id, ids), isNotNull(media.deletedAt)))
      .returning();
    await tellPages(rows, { tx, touch, now });
    return rows;
  });
  await storage?.remove(gone.flatMap(keysOf));
  return gone.length;
}

/** Caches in front of the site let go of the files; films go without a still picture that is gone. */
async function tellPages(
  files: { id: number }[],
  change: { tx: Database; touch: Touch; now: Date },
): Promise<void> {
  const ids = files.map((file) => file.id);
  change.touch(ids.map(cacheTags.media));
  if (ids.length > 0) await refreshPosts(ids, change);
}
