'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { formatSize } from '@/lib/media/accept';
import type { MediaKind } from '@/lib/media/types';
import type { MediaChoices, UploadedFile } from '@/lib/media/upload-answers';
import type { UploadOptions } from '@/lib/media/upload-options';
import { PickerUpload } from './picker-upload';

export type MediaPickerProps = {
  /** Files of one kind only; all where it is null. */
  kind: MediaKind | null;
  /** What is looked for at first. */
  find?: string;
  accept?: string;
  /** Null where uploads are off. */
  options: UploadOptions | null;
  onPick: (file: UploadedFile) => void;
};

const pauseMs = 250;

/** The files of the library to choose one from, and a way to bring one in. */
export function MediaPicker({ kind, find = '', accept, options, onPick }: MediaPickerProps) {
  const [text, setText] = useState(find);
  const [page, setPage] = useState(1);
  const { choices, problem } = useChoices({ text, kind, page });
  return (
    <div className="media-picker">
      <div className="picker-tools">
        <Field
          label="Find"
          name=""
          type="search"
          placeholder="Name, what it shows, caption"
          defaultValue={find}
          autoFocus
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setPage(1);
          }}
        />
        {options && <PickerUpload options={options} accept={accept} onDone={onPick} />}
      </div>
      <p role="status" className="field-hint">
        {problem || (choices?.files.length === 0 && 'No file matches.')}
      </p>
      <ul className="picker-files">
        {choices?.files.map((file) => (
          <li key={file.id}>
            <button type="button" className="picker-file" onClick={() => onPick(file)}>
              <span className="thumbnail">
                {file.thumbnail === null ? (
                  <span className="thumbnail-sign">{file.name.split('.').at(-1)}</span>
                ) : (
                  <img src={file.thumbnail} alt="" loading="lazy" decoding="async" />
                )}
              </span>
              <span className="picker-name">{file.originalName}</span>
              <span className="picker-size">{formatSize(file.size)}</span>
            </button>
          </li>
        ))}
      </ul>
      {choices && choices.pages > 1 && (
        <div className="button-row">
          <Button aria-disabled={page === 1} onClick={() => setPage(Math.max(1, page - 1))}>
            Newer
          </Button>
          <span>
            Page {choices.page} of {choices.pages}
          </span>
          <Button
            aria-disabled={page >= choices.pages}
            onClick={() => setPage(Math.min(choices.pages, page + 1))}
          >
            Older
          </Button>
        </div>
      )}
    </div>
  );
}

type Question = { text: string; kind: MediaKind | null; page: number };

function useChoices({ text, kind, page }: Question) {
  const [choices, setChoices] = useState<MediaChoices | null>(null);
  const [problem, setProblem] = useState('Looking…');
  useEffect(() => {
    const overtaken = new AbortController();
    const { signal } = overtaken;
    const ask = async () => {
      const url = dashboardUrls.listMedia({ q: text, kind, page });
      const response = await fetch(url, { signal });
      if (!response.ok) throw new Error(`The library answers ${response.status}.`);
      const found: MediaChoices = await response.json();
      if (signal.aborted) return;
      setChoices(found);
      setProblem('');
    };
    const timer = setTimeout(
      () =>
        ask().catch((error: unknown) => {
          if (signal.aborted) return;
          console.info('The library cannot be looked at.', error);
          setProblem('The library cannot be looked at right now: the server does not answer.');
        }),
      text === '' ? 0 : pauseMs,
    );
    return () => {
      clearTimeout(timer);
      overtaken.abort();
    };
  }, [text, kind, page]);
  return { choices, problem };
}
