// Brings a file that has come into the library: bytes that it has already are not stored twice, and
// a file may take another's place under its address. First the bytes are where they belong, then
// the row says so; should that fail, the bytes go again.
import { and, eq, ne } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { media } from '../db/schema';
import { UploadRefused } from './accept';
import { type Examined, examine } from './examine';
import { keysOf, type StoredFiles, storedAs, storeRenditions } from './files';
import type { ReceivedFile } from './receive';
import { refreshPosts } from './refresh-posts';
import type { Storage, StoredType } from './storage';
import { kindLabels, kindOfType } from './types';

export type MediaRow = typeof media.$inferSelect;

export type Taken = {
  status: 'new' | 'known' | 'replaced';
  file: MediaRow;
  /** What whoever sent it should know, or nothing. */
  remark: string | null;
};

export type TakeInOptions = {
  received: ReceivedFile;
  givenName: string;
  /** The file whose place it takes. */
  replacesId: number | null;
  personId: number | null;
  /** Puts the file as it came to its place. */
  place: (key: string, as: StoredType) => Promise<void>;
  storage: Storage;
  db: Database;
  now?: Date;
};

/** @throws {UploadRefused} with a sentence */
export async function takeIn(options: TakeInOptions): Promise<Taken> {
  const { received, givenName, replacesId, db, place, storage } = options;
  const known = await findByHash(received.hash, db);
  if (known) return alreadyHere(known, options);
  const replaced = replacesId === null ? null : await requireFile(replacesId, db);
  const examined = await examine(received, givenName);
  if (replaced) requireSameKind(replaced, examined.type);
  const stored = await storeRenditions(examined, storage);
  try {
    await place(stored.key, storedAs(examined.type));
    return replaced
      ? await replaceRow(replaced, examined, stored, options)
      : await insertRow(examined, stored, options);
  } catch (error) {
    // Somebody else may have brought the same bytes meanwhile: then they stay.
    if ((await findByHash(received.hash, db)) === undefined) await storage.remove(keysOf(stored));
    throw error;
  }
}

async function findByHash(hash: string, db: Database): Promise<MediaRow | undefined> {
  const [row] = await db.select().from(media).where(eq(media.hash, hash));
  return row;
}

async function requireFile(id: number, db: Database): Promise<MediaRow> {
  const [row] = await db.select().from(media).where(eq(media.id, id));
  if (row === undefined) throw new UploadRefused('The file that it should replace is gone.');
  return row;
}

function requireSameKind({ type, name }: MediaRow, newType: string): void {
  const kind = kindOfType(type);
  if (kindOfType(newType) === kind) return;
  throw new UploadRefused(
    `${name} is one of “${kindLabels[kind]}”, and texts show it as that. This file is ${newType}: upload it as a new one.`,
  );
}

async function alreadyHere(
  known: MediaRow,
  { replacesId, db, now = new Date() }: TakeInOptions,
): Promise<Taken> {
  if (replacesId !== null)
    throw new UploadRefused(
      known.id === replacesId
        ? 'This is the very file that is here already.'
        : `This file is in the library already, as ${known.name}.`,
    );
  if (known.deletedAt === null)
    return { status: 'known', file: known, remark: 'It was in the library already.' };
  const [file = known] = await db
    .update(media)
    .set({ deletedAt: null, updatedAt: now })
    .where(eq(media.id, known.id))
    .returning();
  return { status: 'known', file, remark: 'It was in the bin, and is back.' };
}

const columnsOf = (
  { served: _, remark: __, variants: ___, name: ____, ...examined }: Examined,
  stored: StoredFiles,
) => ({ ...examined, ...stored });

async function insertRow(
  examined: Examined,
  stored: StoredFiles,
  { personId, db, now = new Date() }: TakeInOptions,
): Promise<Taken> {
  const [file] = await db
    .insert(media)
    .values({
      ...columnsOf(examined, stored),
      name: examined.name,
      uploaderId: personId,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing({ target: media.hash })
    .returning();
  if (file) return { status: 'new', file, remark: examined.remark };
  const same = await findByHash(examined.hash, db);
  if (same === undefined) throw new Error('A file came and went while it was stored.');
  return { status: 'known', file: same, remark: null };
}

/** The address, the texts about it and who brought it stay. */
async function replaceRow(
  before: MediaRow,
  examined: Examined,
  stored: StoredFiles,
  { db, storage, now = new Date() }: TakeInOptions,
): Promise<Taken> {
  const file = await changePages(db, async (tx, touch) => {
    const [row] = await tx
      .update(media)
      .set({ ...columnsOf(examined, stored), updatedAt: now, deletedAt: null })
      .where(and(eq(media.id, before.id), ne(media.hash, examined.hash)))
      .returning();
    if (row === undefined) throw new UploadRefused('The file that it should replace is gone.');
    await refreshPosts([before.id], { tx, touch, now });
    touch([cacheTags.media(before.id)]);
    return row;
  });
  await storage.remove(keysOf(before));
  return { status: 'replaced', file, remark: null };
}
