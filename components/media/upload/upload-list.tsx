'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { describeUpload, describeUploads, isOver, progressOf, type Upload } from './upload';
import { UploadPicture } from './upload-picture';
import type { UploadQueue } from './upload-queue';
import { useUploads } from './use-upload-queue';

type UploadListProps = {
  queue: UploadQueue;
  /** What else is said of an upload that is done. */
  children?: (upload: Upload) => ReactNode;
};

/** What is on its way, what has come, and what was not taken and why. */
export function UploadList({ queue, children }: UploadListProps) {
  const uploads = useUploads(queue);
  const isBusy = uploads.some(({ state }) => !isOver(state));
  return (
    <div className="uploads">
      <p className="uploads-summary" role="status">
        {describeUploads(uploads)}
      </p>
      {uploads.length > 0 && (
        <ul className="upload-list" aria-label="Uploads">
          {uploads.map((upload) => (
            <li key={upload.id} className={`upload is-${upload.state.name}`}>
              <UploadPicture upload={upload} />
              <div className="upload-words">
                <p className="upload-name">{upload.name}</p>
                <p className="upload-state">{describeUpload(upload)}</p>
                <Progress upload={upload} />
                {children?.(upload)}
              </div>
              <UploadButtons upload={upload} queue={queue} />
            </li>
          ))}
        </ul>
      )}
      {!isBusy && uploads.filter(({ state }) => state.name === 'done').length > 1 && (
        <Button onClick={() => queue.forgetDone()}>Clear what is done</Button>
      )}
    </div>
  );
}

function Progress({ upload }: { upload: Upload }) {
  if (isOver(upload.state)) return null;
  const progress = progressOf(upload);
  return <progress aria-label={upload.name} {...(progress === null ? {} : { value: progress })} />;
}

function UploadButtons({ upload, queue }: { upload: Upload; queue: UploadQueue }) {
  const { id, name, state } = upload;
  const of = <span className="visually-hidden"> {name}</span>;
  if (!isOver(state)) return <Button onClick={() => queue.cancel(id)}>Cancel{of}</Button>;
  const mayRetry = state.name === 'failed' || state.name === 'canceled';
  return (
    <div className="button-row">
      {mayRetry && <Button onClick={() => queue.retry(id)}>Try again{of}</Button>}
      <button
        type="button"
        className="upload-close"
        aria-label={`Close the line of ${name}`}
        onClick={() => queue.forget(id)}
      >
        ×
      </button>
    </div>
  );
}
