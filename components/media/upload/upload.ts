// One file on its way into the library, as the page knows it.
import { formatSize } from '@/lib/media/accept';
import type { UploadedFile } from '@/lib/media/upload-answers';

export type UploadState =
  | { name: 'waiting' }
  /** Bytes that have left the browser. */
  | { name: 'sending'; sent: number }
  /** All of it is there; its content is being looked at. */
  | { name: 'checking' }
  | { name: 'done'; file: UploadedFile; remark: string | null }
  /** Trying again would change nothing. */
  | { name: 'refused'; message: string }
  | { name: 'failed'; message: string }
  | { name: 'canceled' };

export type Upload = {
  id: number;
  file: File;
  /** As it is spoken of. */
  name: string;
  state: UploadState;
};

export const isOver = ({ name }: UploadState) =>
  ['done', 'refused', 'failed', 'canceled'].includes(name);

/** How far a file is, 0 to 1; null where that is not known. */
export function progressOf({ file, state }: Upload): number | null {
  if (state.name === 'waiting') return 0;
  if (state.name === 'sending') return file.size === 0 ? null : state.sent / file.size;
  return state.name === 'checking' ? null : 1;
}

/** How things stand with a file, in words. */
export function describeUpload({ file, state }: Upload): string {
  switch (state.name) {
    case 'waiting':
      return `Waiting, ${formatSize(file.size)}`;
    case 'sending':
      return `Uploading, ${Math.floor((100 * state.sent) / Math.max(1, file.size))} % of ${formatSize(file.size)}`;
    case 'checking':
      return 'Sent; its content is being looked at';
    case 'done':
      return state.remark ?? 'Uploaded';
    case 'refused':
    case 'failed':
      return state.message;
    case 'canceled':
      return 'Canceled';
  }
}

/** All of them together, for who listens to the page. */
export function describeUploads(uploads: readonly Upload[]): string {
  if (uploads.length === 0) return '';
  const count = (isCounted: (state: UploadState) => boolean) =>
    uploads.filter(({ state }) => isCounted(state)).length;
  const open = count((state) => !isOver(state));
  const done = count(({ name }) => name === 'done');
  const wrong = count(({ name }) => name === 'refused' || name === 'failed');
  const parts = [
    `${done} of ${uploads.length} ${uploads.length === 1 ? 'file' : 'files'} uploaded`,
    wrong > 0 ? `${wrong} not taken` : '',
  ].filter(Boolean);
  return open > 0 ? `Uploading: ${parts.join(', ')}.` : `${parts.join(', ')}.`;
}
