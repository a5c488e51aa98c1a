'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { useIsLive } from '@/components/ui/use-is-live';
import type { MediaKind } from '@/lib/media/types';
import type { UploadOptions } from '@/lib/media/upload-options';
import { PickerDialog } from './picker-dialog';

type FileFieldProps = {
  label: string;
  hint: string;
  name: string;
  kind: MediaKind;
  /** What is looked for at first. */
  find?: string;
  accept?: string;
  options: UploadOptions | null;
  chosen: { path: string } | null;
  error: string | undefined;
};

/** The address of a file of the library: typed, or chosen. */
export function FileField({ name, label, hint, chosen, error, ...picker }: FileFieldProps) {
  const place = useRef<HTMLDivElement>(null);
  const isLive = useIsLive();
  const [isOpen, setOpen] = useState(false);
  const fill = (path: string) => {
    const input = place.current?.querySelector('input');
    if (!input) return;
    input.value = path;
    input.focus();
  };
  return (
    <div className="file-field" ref={place}>
      <Field
        label={label}
        hint={hint}
        name={name}
        placeholder="None"
        defaultValue={chosen?.path ?? ''}
        error={error}
      />
      {isLive && (
        <Button onClick={() => setOpen(true)}>
          Choose<span className="visually-hidden"> {label}</span>
        </Button>
      )}
      {isOpen && (
        <PickerDialog
          title={label}
          {...picker}
          onPick={({ path }) => {
            setOpen(false);
            fill(path);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
