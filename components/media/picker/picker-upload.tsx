'use client';

import { useRef } from 'react';
import type { UploadedFile } from '@/lib/media/upload-answers';
import type { UploadOptions } from '@/lib/media/upload-options';
import { FileButton } from '../upload/file-button';
import type { Upload } from '../upload/upload';
import { UploadList } from '../upload/upload-list';
import { useUploadQueue } from '../upload/use-upload-queue';

type PickerUploadProps = {
  options: UploadOptions;
  accept?: string;
  onDone: (file: UploadedFile) => void;
};

/** Brings a file in and chooses it at once. */
export function PickerUpload({ options, accept, onDone }: PickerUploadProps) {
  const newest = useRef(onDone);
  newest.current = onDone;
  const told = useRef(({ state }: Upload) => {
    if (state.name === 'done') newest.current(state.file);
  });
  const queue = useUploadQueue(options, told.current);
  return (
    <div className="picker-upload">
      <FileButton isSingle accept={accept} onFiles={(files) => queue.add(files)}>
        Upload a file
      </FileButton>
      <UploadList queue={queue} />
    </div>
  );
}
