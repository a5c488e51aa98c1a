// Where the bytes lie: one interface, a disk or a bucket behind it, chosen once by the environment.
import { env } from '../env';
import { diskStorage } from './disk';
import { s3Storage } from './s3';

/** From the first byte to the last, both counted. */
export type ByteRange = { start: number; end: number };

export type StoredType = {
  type: string;
  /** Whether a browser may show it; else it is a download. */
  isShown: boolean;
};

export type Storage = {
  /** A folder for files on their way in. */
  incoming: string;
  /** Takes a finished file in; when it returns, the file is there for good. */
  put(key: string, file: string, as: StoredType): Promise<void>;
  /** The bytes of a file, or of a part of it; null when there is none. */
  open(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | null>;
  /** Removes files; what is not there is no mistake. */
  remove(keys: readonly string[]): Promise<void>;
  /** Where anybody may read the file, past us; null where bytes go through this server. */
  publicUrl(key: string): string | null;
  /** For uploads that go past us; null where they do not. */
  direct: DirectUploads | null;
};

export type DirectUploads = {
  /** Where a browser may PUT a file, for an hour. */
  presign(key: string): Promise<string>;
  /** How large the file is, and which of its states it is; null when nobody has put it. */
  head(key: string): Promise<{ size: number; etag: string } | null>;
  /** Moves a file that was checked in that very state to its place. */
  adopt(from: { key: string; etag: string }, to: string, as: StoredType): Promise<void>;
};

let chosen: Storage | null | undefined;

/** This site's storage; null when it has none, and uploads are off. */
export function mediaStorage(): Storage | null {
  if (chosen === undefined) chosen = choose();
  return chosen;
}

function choose(): Storage | null {
  const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, ...rest } =
    env();
  if (S3_ENDPOINT && S3_REGION && S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY)
    return s3Storage({
      endpoint: S3_ENDPOINT,
      region: S3_REGION,
      bucket: S3_BUCKET,
      accessKeyId: S3_ACCESS_KEY_ID,
      secretAccessKey: S3_SECRET_ACCESS_KEY,
      publicUrl: rest.MEDIA_URL,
    });
  return rest.isVercel ? null : diskStorage(rest.DATA_DIR);
}

/** What stands where uploads would be, where there is no storage. */
export const noStorage =
  'This server keeps no files: set S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY to a bucket.';
