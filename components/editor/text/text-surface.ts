// Where the main text is written: a plain textarea, or the editor that takes its place. The toolbar
// and what replaces the text need not know which.
import type { Edit, Selected } from './markdown-edits';

export type TextSurface = {
  selected(): Selected;
  /** As one step that can be undone. */
  apply(edit: Edit): void;
  focus(): void;
};

export function textareaSurface(textarea: HTMLTextAreaElement): TextSurface {
  return {
    selected: () => ({
      text: textarea.value,
      from: textarea.selectionStart,
      to: textarea.selectionEnd,
    }),
    apply({ from, to, insert, selectFrom, selectTo }) {
      textarea.focus();
      textarea.setSelectionRange(from, to);
      // Deprecated, and still the only way to which a textarea's own undo leads back.
      if (!document.execCommand('insertText', false, insert)) {
        textarea.setRangeText(insert, from, to);
        textarea.dispatchEvent(new Event('input', { bubbles: true }));
      }
      textarea.setSelectionRange(selectFrom, selectTo);
    },
    focus: () => textarea.focus(),
  };
}
