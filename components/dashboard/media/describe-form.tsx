'use client';

import { useActionState } from 'react';
import { ActionNotice } from '@/components/dashboard/action-notice';
import { FileField } from '@/components/media/picker/file-field';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormAction, idle } from '@/lib/actions';
import type { MediaDetails, MediaPart } from '@/lib/media/items';
import { kindOfType } from '@/lib/media/types';
import type { UploadOptions } from '@/lib/media/upload-options';

type DescribeFormProps = {
  action: FormAction;
  file: Pick<MediaDetails, 'id' | 'type' | 'alt' | 'caption'>;
  parts: { poster: MediaPart | null; captions: MediaPart | null };
  options: UploadOptions | null;
};

/** What is said of a file wherever it is shown, and what belongs to a film. */
export function DescribeForm({ action, file, parts, options }: DescribeFormProps) {
  const [state, formAction] = useActionState(action, idle);
  const { fields = {}, values = {} } = state.status === 'invalid' ? state : {};
  const kind = kindOfType(file.type);
  if (kind !== 'picture' && kind !== 'video') return <ActionNotice state={state} />;
  return (
    <form action={formAction} className="form">
      <ActionNotice state={state} />
      <input type="hidden" name="mediaId" value={file.id} />
      {kind === 'picture' ? (
        <Field
          as="textarea"
          rows={2}
          label="What it shows"
          hint="For those who do not see it. It stands everywhere the picture is used, but where a text says something of its own."
          name="alt"
          maxLength={1000}
          defaultValue={values.alt ?? file.alt}
          error={fields.alt}
        />
      ) : (
        <input type="hidden" name="alt" value={file.alt} />
      )}
      <Field
        as="textarea"
        rows={2}
        label="Caption"
        hint="Stands under it, where it is a paragraph of its own."
        name="caption"
        maxLength={2000}
        defaultValue={values.caption ?? file.caption}
        error={fields.caption}
      />
      {kind === 'video' && (
        <>
          <FileField
            label="Still picture"
            hint="Shown before it plays."
            name="posterId"
            kind="picture"
            options={options}
            chosen={parts.poster}
            error={fields.posterId}
          />
          <FileField
            label="Captions"
            hint="A file whose name ends in .vtt."
            name="captionsId"
            kind="document"
            find=".vtt"
            accept=".vtt,text/vtt"
            options={options}
            chosen={parts.captions}
            error={fields.captionsId}
          />
        </>
      )}
      <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
    </form>
  );
}
