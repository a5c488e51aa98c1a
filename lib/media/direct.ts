// Uploads that go from the browser straight to the bucket. What lies there is nobody's until it was
// looked at: its content decides, not what the browser says of it.
import { and, eq } from 'drizzle-orm';
import type { Database } from '../db/client';
import { mediaUploads } from '../db/schema';
import { refusals, UploadRefused } from './accept';
import { receive } from './receive';
import type { DirectUploads, Storage } from './storage';
import { type Taken, takeIn } from './take-in';

/** A larger file is only looked at as it passes by: no picture is made of it, nor its length read. */
const keepBytes = 256_000_000;

const incomingFolder = 'incoming';

export type StartedUpload = { uploadId: string; url: string };

type Start = {
  name: string;
  /** Bytes, as the browser says. */
  size: number;
  replacesId: number | null;
  personId: number;
};

type Limits = { db: Database; mostBytes: number };

/** @throws {UploadRefused} with a sentence */
export async function startUpload(
  { name, size, replacesId, personId }: Start,
  direct: DirectUploads,
  { db, mostBytes }: Limits,
): Promise<StartedUpload> {
  if (size === 0) throw new UploadRefused(refusals.empty);
  if (size > mostBytes) throw new UploadRefused(refusals.tooLarge(size, mostBytes));
  const key = `${incomingFolder}/${crypto.randomUUID()}`;
  const [upload] = await db
    .insert(mediaUploads)
    .values({ key, name, replacesId, personId })
    .returning({ id: mediaUploads.id });
  if (upload === undefined) throw new Error('An upload got no row.');
  return { uploadId: upload.id, url: await direct.presign(key) };
}

type Complete = { uploadId: string; personId: number };

/**
 * Looks at a file that was put and takes it in; what is refused goes.
 * @throws {UploadRefused} with a sentence
 */
export async function completeUpload(
  { uploadId, personId }: Complete,
  storage: Storage & { direct: DirectUploads },
  { db, mostBytes }: Limits,
): Promise<Taken> {
  const isTheirs = and(eq(mediaUploads.id, uploadId), eq(mediaUploads.personId, personId));
  const [upload] = await db.select().from(mediaUploads).where(isTheirs);
  if (upload === undefined) throw new UploadRefused('This upload is over. Start it again.');
  const { key, name, replacesId } = upload;
  const found = await storage.direct.head(key);
  if (found === null) throw new UploadRefused('The bucket has not got this file. Try again.');
  try {
    if (found.size > mostBytes) throw new UploadRefused(refusals.tooLarge(found.size, mostBytes));
    const taken = await receive(
      await storage.open(key),
      { incoming: storage.incoming, mostBytes, keepBytes },
      (received) =>
        takeIn({
          received,
          givenName: name,
          replacesId,
          personId,
          place: (to, as) => storage.direct.adopt({ key, etag: found.etag }, to, as),
          storage,
          db,
        }),
    );
    await forget(upload, storage, db);
    return taken;
  } catch (error) {
    // A failure of ours may be tried again; a refusal is final.
    if (error instanceof UploadRefused) await forget(upload, storage, db);
    throw error;
  }
}

/**
 * Takes an upload away that nobody wants any more. Its row stays for the daily sweep: what was on
 * its way may arrive after this.
 */
export async function cancelUpload(
  { uploadId, personId }: Complete,
  storage: Storage,
  db: Database,
): Promise<void> {
  const [upload] = await db
    .select()
    .from(mediaUploads)
    .where(and(eq(mediaUploads.id, uploadId), eq(mediaUploads.personId, personId)));
  if (upload) await storage.remove([upload.key]);
}

async function forget(
  { id, key }: { id: string; key: string },
  storage: Storage,
  db: Database,
): Promise<void> {
  await storage.remove([key]);
  await db.delete(mediaUploads).where(eq(mediaUploads.id, id));
}
