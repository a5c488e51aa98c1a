'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { AltField } from '@/components/media/alt-field';
import { FileButton } from '@/components/media/upload/file-button';
import { filesIn, hasFiles, pastedFiles } from '@/components/media/upload/files-in';
import type { Upload } from '@/components/media/upload/upload';
import { UploadList } from '@/components/media/upload/upload-list';
import type { UploadQueue } from '@/components/media/upload/upload-queue';
import { useUploadQueue, useUploads } from '@/components/media/upload/use-upload-queue';
import { useIsLive } from '@/components/ui/use-is-live';
import { formatSize } from '@/lib/media/accept';
import { kindOfType } from '@/lib/media/types';
import type { UploadOptions } from '@/lib/media/upload-options';

/** Takes files from the picker, and whatever is dropped or pasted anywhere on the page. */
export function MediaUploader({ options }: { options: UploadOptions }) {
  const router = useRouter();
  const queue = useUploadQueue(options);
  const isLive = useIsLive();
  const isDropping = useDropsOnPage(queue);
  useFreshList(queue);
  const askAlt = ({ id, state }: Upload) =>
    state.name === 'done' &&
    kindOfType(state.file.type) === 'picture' && (
      <AltField
        file={state.file}
        onSaved={(alt) => {
          queue.amend(id, { alt });
          router.refresh();
        }}
      />
    );
  return (
    <section
      className="uploader"
      aria-label="Upload"
      data-upload-key
      data-dropping={isDropping ? '' : undefined}
    >
      <div className="uploader-offer">
        <FileButton variant="primary" onFiles={(files) => queue.add(files)}>
          Upload files
        </FileButton>
        <p className="field-hint">
          {isLive
            ? `Or drop them on this page, or paste them. Up to ${formatSize(options.mostBytes)} each.`
            : 'Uploading needs JavaScript.'}
        </p>
      </div>
      <UploadList queue={queue}>{askAlt}</UploadList>
    </section>
  );
}

/** @returns whether files hang over the page */
function useDropsOnPage(queue: UploadQueue): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(false);
      queue.add(filesIn(event.dataTransfer));
    };
    const paste = (event: ClipboardEvent) => {
      const files = pastedFiles(event.clipboardData);
      if (files.length === 0) return;
      event.preventDefault();
      queue.add(files);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [queue]);
  return isOver;
}

const refreshMs = 1000;

/** The list below shows what has come, at the latest a second later. */
function useFreshList(queue: UploadQueue): void {
  const router = useRouter();
  const done = useUploads(queue).filter(({ state }) => state.name === 'done').length;
  const [shown, setShown] = useState(0);
  useEffect(() => {
    if (done === shown) return;
    const timer = setTimeout(
      () => {
        setShown(done);
        // The router leaves the page when it cannot have another.
        if (done > shown && navigator.onLine) router.refresh();
      },
      queue.isBusy ? refreshMs : 0,
    );
    return () => clearTimeout(timer);
  }, [done, shown, queue, router]);
}
