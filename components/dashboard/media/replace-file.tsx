'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { FileButton } from '@/components/media/upload/file-button';
import type { Upload } from '@/components/media/upload/upload';
import { UploadList } from '@/components/media/upload/upload-list';
import { useUploadQueue } from '@/components/media/upload/use-upload-queue';
import type { UploadOptions } from '@/lib/media/upload-options';

type ReplaceFileProps = { file: { id: number; type: string }; options: UploadOptions };

/** Puts another file in this one's place: the address and all that is said of it stay. */
export function ReplaceFile({ file, options }: ReplaceFileProps) {
  const router = useRouter();
  const onChange = useCallback(
    ({ state }: Upload) => {
      if (state.name === 'done') router.refresh();
    },
    [router],
  );
  const queue = useUploadQueue(options, onChange);
  return (
    <section className="replace-file">
      <h2>Replace it</h2>
      <p className="lead">
        Another file takes its place under the same address. Every page that shows it is fresh at
        once; what is said of it stays.
      </p>
      <FileButton isSingle onFiles={(files) => queue.add(files, file.id)}>
        Choose the new file
      </FileButton>
      <UploadList queue={queue} />
    </section>
  );
}
