'use client';

import { type KeyboardEvent, useState } from 'react';
import { Field } from '@/components/ui/field';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { UploadedFile } from '@/lib/media/upload-answers';

type AltFieldProps = { file: UploadedFile; onSaved: (alt: string) => void };

/** Asks what a picture shows. The answer is kept with the file, for every place that shows it. */
export function AltField({ file, onSaved }: AltFieldProps) {
  const [said, setSaid] = useState('');
  const save = async (alt: string) => {
    if (alt.trim() === file.alt) return;
    setSaid('Saving…');
    const { isSaved, message } = await describePicture(file.id, alt);
    setSaid(message);
    if (isSaved) onSaved(alt.trim());
  };
  return (
    <div className="alt-field">
      <Field
        label="What does this picture show?"
        name=""
        hint="For those who do not see it"
        defaultValue={file.alt}
        maxLength={1000}
        onBlur={(event) => void save(event.currentTarget.value)}
        onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void save(event.currentTarget.value);
        }}
      />
      <p className="field-hint" role="status">
        {said}
      </p>
    </div>
  );
}

const unreachable = { isSaved: false, message: 'Not saved: the server cannot be reached.' };
const notTaken = { isSaved: false, message: 'Not saved: reload the page and try again.' };

async function describePicture(mediaId: number, alt: string) {
  try {
    const response = await fetch(dashboardUrls.describePicture(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ mediaId, alt }),
    });
    if (!response.ok) return notTaken;
    const { status, message }: { status: string; message: string } = await response.json();
    return { isSaved: status === 'ok', message };
  } catch (error) {
    console.info('What a picture shows could not be saved.', error);
    return unreachable;
  }
}
