// What a page that takes uploads has to know beforehand.
import { getSettings } from '../settings/queries';
import { bytesOf } from './accept';
import { mediaStorage } from './storage';

export type UploadOptions = {
  /** Straight to the bucket, past this server. */
  isDirect: boolean;
  mostBytes: number;
};

/** Null where there is no storage, and uploads are off. */
export async function getUploadOptions(): Promise<UploadOptions | null> {
  const storage = mediaStorage();
  if (storage === null) return null;
  const { uploadLimit } = await getSettings();
  return { isDirect: storage.direct !== null, mostBytes: bytesOf(uploadLimit) };
}
