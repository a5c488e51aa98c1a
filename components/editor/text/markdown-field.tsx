'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { useEditor } from '../editor-context';
import type { EditorFieldProps } from '../fields/editor-field';
import { HelpSheet } from './help-sheet';
import type { TextSurface } from './text-surface';
import { textareaSurface } from './text-surface';
import { Toolbar } from './toolbar';
import { shortcuts } from './tools';
import { WordCount } from './word-count';

/** The text of a post: a textarea, in whose place an editor comes when it has loaded. */
export function MarkdownField({ field, value, error, lang }: EditorFieldProps) {
  const id = useId();
  const { site } = useEditor();
  const textarea = useRef<HTMLTextAreaElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<TextSurface | null>(null);
  const label = `${id}-label`;
  const hint = `${id}-hint`;
  const placeholder = field.placeholder ?? `${field.label}…`;

  // Once: what the text is about does not change while it is written.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a second editor would lose the first one's undo.
  useEffect(() => {
    const element = textarea.current;
    const parent = place.current;
    if (!element || !parent) return;
    setSurface(textareaSurface(element));
    let isGone = false;
    let destroy = () => {};
    import('./code-mirror')
      .then(({ createCodeMirror }) => {
        if (isGone) return;
        // Reached from another page of the dashboard, the document and its policy are still that one's.
        const nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce || site.nonce;
        const ids = { labelId: label, hintId: hint };
        const made = createCodeMirror({
          textarea: element,
          parent,
          ...ids,
          lang,
          placeholder,
          nonce,
          shortcuts,
        });
        destroy = made.destroy;
        setSurface(made);
      })
      .catch((error: unknown) => {
        console.warn('The text is written in a plain field: its editor did not load.', error);
      });
    return () => {
      isGone = true;
      destroy();
    };
  }, []);
  useEffect(() => {
    const element = textarea.current;
    if (!element || !surface) return;
    const focus = () => surface.focus();
    element.addEventListener('wanted', focus);
    return () => element.removeEventListener('wanted', focus);
  }, [surface]);

  return (
    <div className="sheet-text" data-invalid={error ? '' : undefined}>
      <label htmlFor={id} id={label} className="visually-hidden">
        {field.label}
      </label>
      <Toolbar surface={surface} />
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
        aria-describedby={hint}
      />
      <div ref={place} className="text-place" />
      <p className="visually-hidden" id={hint}>
        Markdown. Tab indents in lists only; to leave a list by Tab, press Escape first.
      </p>
      {error && <p className="field-error">{error}</p>}
      <div className="text-foot">
        <WordCount name={field.name} initial={value} lang={lang} />
        <HelpSheet />
      </div>
    </div>
  );
}
