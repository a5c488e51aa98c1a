'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { UploadOptions } from '@/lib/media/upload-options';
import { sendThroughServer, sendToBucket } from './send-file';
import type { Upload } from './upload';
import { UploadQueue } from './upload-queue';

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
    const ask = (event: BeforeUnloadEvent) => {
      if (queue.isBusy) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      queue.end();
    };
  }, [queue]);
  return queue;
}

const nothing: readonly Upload[] = [];

export const useUploads = (queue: UploadQueue) =>
  useSyncExternalStore(queue.subscribe, queue.get, () => nothing);
