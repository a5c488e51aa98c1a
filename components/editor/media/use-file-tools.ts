'use client';

import { type ChangeEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { UploadedFile } from '@/lib/media/upload-answers';
import type { UploadOptions } from '@/lib/media/upload-options';
import type { TextMarks } from '../text/text-marks';
import type { TextSurface } from '../text/text-surface';
import type { MoreTool } from '../text/toolbar';
import { TextUploads } from './text-uploads';

/** The buttons by which files come into a text, and what stands behind them. */
export function useFileTools(
  surface: TextSurface | null,
  marks: TextMarks,
  options: UploadOptions | null,
) {
  const input = useRef<HTMLInputElement>(null);
  const add = useRef<(files: File[]) => void>(null);
  const [isPicking, setPicking] = useState(false);
  const uploads = useUploadsOf(surface, marks);
  const newest = useRef(surface);
  newest.current = surface;

  const tools = useMemo<MoreTool[]>(
    () => [
      ...(options === null
        ? []
        : [{ name: 'Upload', sign: 'Upload', run: () => input.current?.click() }]),
      { name: 'Library', sign: 'Library', run: () => setPicking(true) },
    ],
    [options],
  );
  return {
    tools,
    input,
    uploads,
    isPicking,
    onChosen: ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
      const files = [...(currentTarget.files ?? [])];
      // The same file may be chosen again.
      currentTarget.value = '';
      if (files.length > 0) add.current?.(files);
    },
    onReady: useCallback((take: (files: File[]) => void) => {
      add.current = take;
    }, []),
    placeAt: useCallback((x: number, y: number) => newest.current?.placeAt(x, y) ?? null, []),
    onPicked: (file: UploadedFile) => {
      setPicking(false);
      uploads?.insert(file);
    },
    onClosed: () => setPicking(false),
  };
}

/** The uploads of a text, which stay when another editor takes the place of the one before. */
function useUploadsOf(surface: TextSurface | null, marks: TextMarks): TextUploads | null {
  const [uploads, setUploads] = useState<TextUploads | null>(null);
  useEffect(() => {
    if (surface === null) return;
    uploads?.moveTo(surface);
    if (uploads === null) setUploads(new TextUploads(marks, surface));
  }, [surface, marks, uploads]);
  return uploads;
}
