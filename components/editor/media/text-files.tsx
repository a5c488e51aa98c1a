'use client';

import { type RefObject, useCallback, useEffect, useState } from 'react';
import { AltField } from '@/components/media/alt-field';
import { isOver, type Upload } from '@/components/media/upload/upload';
import { UploadList } from '@/components/media/upload/upload-list';
import { useUploadQueue, useUploads } from '@/components/media/upload/use-upload-queue';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { kindOfType } from '@/lib/media/types';
import type { UploadOptions } from '@/lib/media/upload-options';
import { useEditor } from '../editor-context';
import type { TextUploads } from './text-uploads';
import { useFilesOn } from './use-files-on';

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
  useFilesOn(
    place,
    useCallback(
      (files, point) => {
        const at = point && placeAt(point.x, point.y);
        uploads.begin(queue, files, at ?? undefined);
      },
      [queue, uploads, placeAt],
    ),
  );
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
