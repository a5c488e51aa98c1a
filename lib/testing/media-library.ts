// A library on a disk and one in a bucket, for tests that upload and ask as the routes do.
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { UploadRefused } from '../media/accept';
import { parseMediaPath } from '../media/addresses';
import { diskStorage } from '../media/disk';
import { receive } from '../media/receive';
import { s3Storage } from '../media/s3';
import { serveMedia } from '../media/serve';
import type { Storage } from '../media/storage';
import { takeIn } from '../media/take-in';
import { testDatabase } from './database';
import { type S3Server, startS3 } from './s3-server';

export const mostBytes = 30_000_000;

/** Once at the top of a test file, instead of `testDatabase()`. */
export function mediaLibrary() {
  const { db } = testDatabase();
  const dataDir = path.join(tmpdir(), `commonplace-media-${crypto.randomUUID()}`);
  let s3: S3Server | undefined;
  const bucket = () => {
    if (s3 === undefined) throw new Error('The S3 server is not there yet.');
    return s3;
  };
  beforeAll(async () => {
    s3 = await startS3();
  });
  afterAll(async () => {
    await s3?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  /** Uploads bytes, as the route does. */
  const upload = (storage: Storage, bytes: Uint8Array, name: string, replacesId?: number) =>
    receive(streamOf(bytes), { incoming: storage.incoming, mostBytes }, (received) =>
      takeIn({
        received,
        givenName: name,
        replacesId: replacesId ?? null,
        personId: null,
        place: (key, as) => storage.put(key, received.file ?? '', as),
        storage,
        db: db(),
      }),
    );

  return {
    db,
    dataDir,
    s3: bucket,
    storages: { disk: () => diskStorage(dataDir), bucket: () => s3Storage(bucket()) },
    upload,
    /** Why an upload is refused; `taken` when it is not. */
    refusal: (storage: Storage, bytes: Uint8Array, name: string, replacesId?: number) =>
      upload(storage, bytes, name, replacesId).then(
        () => 'taken',
        (error: unknown) =>
          error instanceof UploadRefused ? error.message : Promise.reject(error),
      ),
    /** Asks for a file, as a reader does. */
    ask: (storage: Storage, address: string, headers: Record<string, string> = {}) => {
      const parsed = parseMediaPath(address);
      if (parsed === null) throw new Error(`${address} is no address of a file.`);
      const request = new Request(`http://site${address}`, { headers });
      return serveMedia(request, parsed, { db: db(), storage });
    },
  };
}

export const streamOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]).stream();
