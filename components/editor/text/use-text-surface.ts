'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { CodeMirrorOptions } from './code-mirror';
import { TextMarks } from './text-marks';
import { type TextSurface, textareaSurface } from './text-surface';
import { shortcuts } from './tools';

type SurfaceOptions = Pick<
  CodeMirrorOptions,
  'labelId' | 'hintId' | 'lang' | 'placeholder' | 'nonce'
>;

/**
 * Where the text is written: the textarea, then the editor that takes its place. Null until the
 * page's script has taken over.
 */
export function useTextSurface(
  textarea: RefObject<HTMLTextAreaElement | null>,
  place: RefObject<HTMLElement | null>,
  options: SurfaceOptions,
): { surface: TextSurface | null; marks: TextMarks } {
  const [marks] = useState(() => new TextMarks());
  const [surface, setSurface] = useState<TextSurface | null>(null);

  // Once: what the text is about does not change while it is written.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a second editor would lose the first one's undo.
  useEffect(() => {
    const element = textarea.current;
    const parent = place.current;
    if (!element || !parent) return;
    const plain = textareaSurface(element, marks);
    setSurface(plain);
    let isGone = false;
    let destroy = plain.destroy;
    import('./code-mirror')
      .then(({ createCodeMirror }) => {
        if (isGone) return;
        plain.destroy();
        // Reached from another page of the dashboard, the document and its policy are still that one's.
        const nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce || options.nonce;
        const made = createCodeMirror({
          ...options,
          ...{ textarea: element, parent, nonce, shortcuts, marks },
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
  }, [textarea, surface]);
  return { surface, marks };
}
