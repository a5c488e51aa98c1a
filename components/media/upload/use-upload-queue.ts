'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { UploadOptions } from '@/lib/media/upload-options';
import { guardLeaving } from '../../ui/guard-leaving';
import { sendThroughServer, sendToBucket } from './send-file';
import type { Upload } from './upload';
import { UploadQueue } from './upload-queue';

const underWay = 'Files are still being uploaded: they would be canceled.';

/** The uploads of a page, which asks before it is left while some are under way. */
export function useUploadQueue(
  { isDirect, mostBytes }: UploadOptions,
  onChange?: (upload: Upload) => void,
): UploadQueue {
  // Once: what is under way outlives a change of the page around it.
  const [queue] = useState(
    () =>
      new UploadQueue({
        send: isDirect ? sendToBucket : sendThroughServer,
        mostBytes,
        onChange,
      }),
  );
  useEffect(() => {
    const release = guardLeaving(() => (queue.isBusy ? underWay : null));
    return () => {
      release();
      queue.end();
    };
  }, [queue]);
  return queue;
}

const nothing: readonly Upload[] = [];

export const useUploads = (queue: UploadQueue) =>
  useSyncExternalStore(queue.subscribe, queue.get, () => nothing);
