'use client';

import { useState } from 'react';
import { PickerDialog } from '@/components/media/picker/picker-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { FieldDefinition } from '@/lib/posts/form-fields';
import { useEditor } from '../editor-context';

type ImageFieldProps = {
  field: FieldDefinition;
  value: string;
  error: string | undefined;
};

/** The address of a picture: typed, chosen from the library, or uploaded into it. */
export function ImageField({ field, value, error }: ImageFieldProps) {
  const { session, site } = useEditor();
  const [isOpen, setOpen] = useState(false);
  const { name, label, hint, maxLength, placeholder } = field;
  return (
    <div className="file-field">
      <Field
        {...{ name, label, error, maxLength, placeholder }}
        hint={hint || undefined}
        defaultValue={value}
        type="url"
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
      />
      {session && (
        <Button onClick={() => setOpen(true)}>
          Choose<span className="visually-hidden"> {label}</span>
        </Button>
      )}
      {isOpen && (
        <PickerDialog
          title={label}
          kind="picture"
          accept="image/*"
          options={site.uploads}
          onPick={({ path, alt }) => {
            setOpen(false);
            const lacksAlt = name === 'imageUrl' && session?.form.read().imageAlt === '';
            session?.write({ [name]: path, ...(lacksAlt && alt ? { imageAlt: alt } : {}) });
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
