'use client';

import { lazy, Suspense, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '@/components/ui/button';
import type { MediaPickerProps } from './media-picker';

// Not before somebody looks for a file.
const MediaPicker = lazy(async () => ({
  default: (await import('./media-picker')).MediaPicker,
}));

type PickerDialogProps = MediaPickerProps & { title: string; onClose: () => void };

/**
 * The library in a window of its own. It stands outside of the form that asks: what is typed in it
 * is no part of that form.
 */
export function PickerDialog({ title, onClose, ...picker }: PickerDialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return createPortal(
    <dialog
      ref={dialog}
      className="dialog picker-dialog"
      aria-labelledby={id}
      onClose={(event) => event.target === event.currentTarget && onClose()}
    >
      <h2 id={id}>{title}</h2>
      <Suspense fallback={<p>One moment…</p>}>
        <MediaPicker {...picker} />
      </Suspense>
      <div className="button-row">
        <Button onClick={() => dialog.current?.close()}>Cancel</Button>
      </div>
    </dialog>,
    document.body,
  );
}
