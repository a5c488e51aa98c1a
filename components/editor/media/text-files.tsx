'use client';

import { type RefObject, useEffect, useState } from 'react';
import { AltField } from '@/components/media/alt-field';
import { filesIn, hasFiles, pastedFiles } from '@/components/media/upload/files-in';
import { isOver, type Upload } from '@/components/media/upload/upload';
import { UploadList } from '@/components/media/upload/upload-list';
import type { UploadQueue } from '@/components/media/upload/upload-queue';
import { useUploadQueue, useUploads } from '@/components/media/upload/use-upload-queue';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { kindOfType } from '@/lib/media/types';
import type { UploadOptions } from '@/lib/media/upload-options';
import { useEditor } from '../editor-context';
import type { TextUploads } from './text-uploads';

type TextFilesProps = {
  /** What holds the text: files are pasted into it and dropped on it. */
  place: RefObject<HTMLElement | null>;
  uploads: TextUploads;
  options: UploadOptions;
  /** Where a point of the window lies in the text. */
  placeAt: (x: number, y: number) => number | null;
  /** Told how to take files from the picker. */
  onReady: (add: (files: File[]) => void) => void;
};

/** Files on their way into the text, and what is asked of them. */
export function TextFiles({ place, uploads, options, placeAt, onReady }: TextFilesProps) {
  const [follow] = useState(() => (upload: Upload) => uploads.follow(upload));
  const queue = useUploadQueue(options, follow);
  useFilesOn(place, { queue, uploads, placeAt });
  const { session } = useEditor();
  const open = useUploads(queue).filter(({ state }) => !isOver(state)).length;
  useEffect(() => session?.uploading.set(open), [session, open]);
  useEffect(() => {
    onReady((files) => uploads.begin(queue, files));
  }, [queue, uploads, onReady]);
  return (
    <UploadList queue={queue}>
      {({ id, state }) => {
        if (state.name !== 'done') return null;
        const { file } = state;
        if (kindOfType(file.type) === 'picture')
          return <AltField file={file} onSaved={(alt) => queue.amend(id, { alt })} />;
        if (kindOfType(file.type) !== 'video') return null;
        return (
          <a href={dashboardUrls.mediaFile(file.id)} target="_blank" rel="noopener">
            Still picture and captions (new tab)
          </a>
        );
      }}
    </UploadList>
  );
}

type Taking = { queue: UploadQueue } & Pick<TextFilesProps, 'uploads' | 'placeAt'>;

/** Before the text itself hears of it: it would read a file that is dropped on it as a text. */
function useFilesOn(
  place: RefObject<HTMLElement | null>,
  { queue, uploads, placeAt }: Taking,
): void {
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const take = (event: Event, files: File[], at?: number) => {
      event.preventDefault();
      event.stopPropagation();
      if (files.length > 0) uploads.begin(queue, files, at);
    };
    const paste = (event: ClipboardEvent) => {
      const files = pastedFiles(event.clipboardData);
      if (files.length > 0) take(event, files);
    };
    const over = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      element.dataset.dropping = '';
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget instanceof Node && element.contains(relatedTarget)) return;
      delete element.dataset.dropping;
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      delete element.dataset.dropping;
      const at = placeAt(event.clientX, event.clientY) ?? undefined;
      take(event, filesIn(event.dataTransfer), at);
    };
    const capture = { capture: true };
    element.addEventListener('paste', paste, capture);
    element.addEventListener('dragover', over, capture);
    element.addEventListener('dragleave', leave, capture);
    element.addEventListener('drop', drop, capture);
    return () => {
      element.removeEventListener('paste', paste, capture);
      element.removeEventListener('dragover', over, capture);
      element.removeEventListener('dragleave', leave, capture);
      element.removeEventListener('drop', drop, capture);
    };
  }, [place, queue, uploads, placeAt]);
}
