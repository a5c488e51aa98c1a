// What the routes of the library answer, as the browser reads it. Pure but for the log.
import { logger } from '../log';
import { UploadRefused } from './accept';
import { mediaPath, thumbnailPath } from './addresses';
import type { MediaItem } from './items';
import type { Taken } from './take-in';

/** A file of the library as the browser needs it to show it or write it into a text. */
export type UploadedFile = {
  id: number;
  name: string;
  originalName: string;
  /** Its path, which stays. */
  path: string;
  /** Of a small picture; null for what has none. */
  thumbnail: string | null;
  type: string;
  /** Bytes. */
  size: number;
  width: number | null;
  height: number | null;
  alt: string;
};

export type UploadAnswer =
  | { status: Taken['status']; file: UploadedFile; remark: string | null }
  /** A sentence for whoever sent it; trying again changes nothing unless `mayRetry`. */
  | { status: 'refused'; message: string; mayRetry: boolean };

/** A page of files to choose from. */
export type MediaChoices = { files: UploadedFile[]; page: number; pages: number };

const unkept = { 'Cache-Control': 'private, no-store' };

export function toChoice(file: Omit<MediaItem, 'useCount'>): UploadedFile {
  const { id, name, originalName, type, size, width, height, alt } = file;
  return {
    ...{ id, name, originalName, type, size, width, height, alt },
    path: mediaPath(file),
    thumbnail: thumbnailPath(file),
  };
}

export function answerUpload({ status, file, remark }: Taken): Response {
  const answer: UploadAnswer = { status, remark, file: toChoice(file) };
  return Response.json(answer, { status: status === 'new' ? 201 : 200, headers: unkept });
}

export function refuseUpload(message: string, status = 422, mayRetry = false): Response {
  const answer: UploadAnswer = { status: 'refused', message, mayRetry };
  return Response.json(answer, { status, headers: unkept });
}

const failed = 'It could not be stored; the log of the server says why. Try again.';

/** Does the work of an upload; what goes wrong becomes an answer that says what to do. */
export async function answering(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UploadRefused) {
      if (error.cause !== undefined) logger.info({ error }, 'An upload was refused.');
      return refuseUpload(error.message);
    }
    logger.error({ error }, 'An upload failed.');
    return refuseUpload(failed, 500, true);
  }
}
