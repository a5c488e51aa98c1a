'use client';

import { useId, useRef } from 'react';
import { PickerDialog } from '@/components/media/picker/picker-dialog';
import { useEditor } from '../editor-context';
import type { EditorFieldProps } from '../fields/editor-field';
import { FetchPictures } from '../media/fetch-pictures';
import { FilesRefused } from '../media/files-refused';
import { TextFiles } from '../media/text-files';
import { useFileTools } from '../media/use-file-tools';
import { HelpSheet } from './help-sheet';
import { Toolbar } from './toolbar';
import { useTextSurface } from './use-text-surface';
import { WordCount } from './word-count';

/** The text of a post: a textarea, in whose place an editor comes when it has loaded. */
export function MarkdownField({ field, value, error, lang }: EditorFieldProps) {
  const id = useId();
  const { site } = useEditor();
  const whole = useRef<HTMLDivElement>(null);
  const textarea = useRef<HTMLTextAreaElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const labelId = `${id}-label`;
  const hintId = `${id}-hint`;
  const placeholder = field.placeholder ?? `${field.label}…`;
  const { surface, marks } = useTextSurface(textarea, place, {
    ...{ labelId, hintId, lang, placeholder },
    nonce: site.nonce,
  });
  const files = useFileTools(surface, marks, site.uploads);

  return (
    <div ref={whole} className="sheet-text" data-invalid={error ? '' : undefined}>
      <label htmlFor={id} id={labelId} className="visually-hidden">
        {field.label}
      </label>
      <Toolbar surface={surface} more={files.tools} />
      <input ref={files.input} type="file" multiple hidden onChange={files.onChosen} />
      <textarea
        ref={textarea}
        id={id}
        name={field.name}
        rows={14}
        maxLength={field.maxLength}
        defaultValue={value}
        placeholder={placeholder}
        lang={lang}
        spellCheck
        aria-required={field.isRequired || undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={hintId}
      />
      <div ref={place} className="text-place" />
      <p className="visually-hidden" id={hintId}>
        Markdown. Tab indents in lists only; to leave a list by Tab, press Escape first.
      </p>
      {error && <p className="field-error">{error}</p>}
      {site.uploads === null && <FilesRefused place={whole} />}
      {site.uploads && files.uploads && (
        <TextFiles
          place={whole}
          uploads={files.uploads}
          options={site.uploads}
          placeAt={files.placeAt}
          onReady={files.onReady}
        />
      )}
      <FetchPictures surface={surface} mainField={field.name} />
      <div className="text-foot">
        <WordCount name={field.name} initial={value} lang={lang} />
        <HelpSheet />
      </div>
      {files.isPicking && (
        <PickerDialog
          title="Put a file of the library into the text"
          kind={null}
          options={null}
          onPick={files.onPicked}
          onClose={files.onClosed}
        />
      )}
    </div>
  );
}
