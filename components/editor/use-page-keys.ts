'use client';

import { useEffect } from 'react';

type PageKeys = { save: () => void; publish: () => void; togglePreview: () => void };

/** The keys that work wherever on the page one is. */
export function usePageKeys({ save, publish, togglePreview }: PageKeys): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { key, shiftKey, altKey } = event;
      if (!(event.ctrlKey || event.metaKey) || event.isComposing) return;
      const letter = key.toLowerCase();
      if (letter === 's' && !shiftKey && !altKey) save();
      else if (letter === 'enter') publish();
      else if (event.code === 'KeyP' && shiftKey !== altKey) togglePreview();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [save, publish, togglePreview]);
}
