import { type RefObject, useEffect } from 'react';
import { filesIn, hasFiles, pastedFiles } from '@/components/media/upload/files-in';

/** Takes files; dropped ones with where in the window. Keeps its identity while nothing changes. */
type Take = (files: File[], point?: { x: number; y: number }) => void;

/**
 * Files that are pasted into an element or dropped on it, before the text in it hears of them: it
 * would read a file that is dropped on it as a text.
 */
export function useFilesOn(place: RefObject<HTMLElement | null>, take: Take): void {
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const keep = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    const paste = (event: ClipboardEvent) => {
      const files = pastedFiles(event.clipboardData);
      if (files.length === 0) return;
      keep(event);
      take(files);
    };
    const over = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      element.dataset.dropping = '';
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget instanceof Node && element.contains(relatedTarget)) return;
      delete element.dataset.dropping;
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      delete element.dataset.dropping;
      keep(event);
      const files = filesIn(event.dataTransfer);
      if (files.length > 0) take(files, { x: event.clientX, y: event.clientY });
    };
    const capture = { capture: true };
    element.addEventListener('paste', paste, capture);
    element.addEventListener('dragover', over, capture);
    element.addEventListener('dragleave', leave, capture);
    element.addEventListener('drop', drop, capture);
    return () => {
      element.removeEventListener('paste', paste, capture);
      element.removeEventListener('dragover', over, capture);
      element.removeEventListener('dragleave', leave, capture);
      element.removeEventListener('drop', drop, capture);
    };
  }, [place, take]);
}
