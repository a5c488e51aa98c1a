'use client';

import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { EditorFieldProps } from './editor-field';

/** What stands large at the head of a post. It grows with its text, which never breaks by hand. */
export function TitleField({ field, value, error, lang }: EditorFieldProps) {
  const id = useId();
  const control = useRef<HTMLTextAreaElement>(null);
  useGrowing(control);
  return (
    <div className="sheet-title">
      <label htmlFor={id} className="visually-hidden">
        {field.label}
      </label>
      <textarea
        ref={control}
        id={id}
        name={field.name}
        rows={1}
        maxLength={field.maxLength}
        defaultValue={value}
        placeholder={field.placeholder ?? field.label}
        lang={lang}
        aria-required={field.isRequired || undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onKeyDown={goOn}
        enterKeyHint="next"
      />
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** Enter ends the title: the text comes next. */
function goOn(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey)
    return;
  event.preventDefault();
  const controls = [
    ...document.querySelectorAll<HTMLElement>(
      '.sheet :is(textarea:not([hidden]), input:not([type="hidden"]), .cm-content)',
    ),
  ];
  controls[controls.indexOf(event.currentTarget) + 1]?.focus();
}

/** For browsers that do not know `field-sizing`. */
function useGrowing(control: { current: HTMLTextAreaElement | null }): void {
  useEffect(() => {
    const element = control.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    const grow = () => {
      element.style.height = 'auto';
      element.style.height = `${element.scrollHeight}px`;
    };
    grow();
    element.addEventListener('input', grow);
    element.addEventListener('replace', grow);
    return () => {
      element.removeEventListener('input', grow);
      element.removeEventListener('replace', grow);
    };
  }, [control]);
}
