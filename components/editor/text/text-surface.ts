// Where the main text is written: a plain textarea, or the editor that takes its place. The toolbar
// and what replaces the text need not know which.
import type { Edit, Selected } from './markdown-edits';
import { type Change, changeBetween, mapBy, type TextMarks } from './text-marks';

export type TextSurface = {
  selected(): Selected;
  /** Where the author last wrote; the end of the text where they have not been in it yet. */
  place(): number;
  /** The place in the text at a point of the window; null where there is none. */
  placeAt(x: number, y: number): number | null;
  /** As one step that can be undone. */
  apply(edit: Edit): void;
  /**
   * Changes places of the text, in their order and as one step that can be undone; the cursor stays
   * with what it stands in, and behind what is put where it stands.
   * @param change told the text as it is when the author rests between two letters
   */
  change(change: (text: string) => readonly Change[], writtenFor?: WrittenFor): void;
  focus(): void;
};

/** The mark for which the text is changed. */
export type WrittenFor = {
  mark: number;
  /** The text says it now, which need not be at once. */
  done: () => void;
};

type Closable = { destroy(): void };

export function textareaSurface(
  textarea: HTMLTextAreaElement,
  marks: TextMarks,
): TextSurface & Closable {
  let last = textarea.value;
  let wasIn = document.activeElement === textarea;
  const ended = new AbortController();
  const { signal } = ended;
  const follow = (caret: number | null) => {
    marks.move(mapBy(changeBetween(last, textarea.value, caret)));
    last = textarea.value;
  };
  textarea.addEventListener('input', () => follow(textarea.selectionEnd), { signal });
  textarea.addEventListener('replace', () => follow(null), { signal });
  textarea.addEventListener(
    'focus',
    () => {
      wasIn = true;
    },
    { signal },
  );

  const put = (change: Change, writtenFor: number | null) => {
    const map = mapBy(change);
    const selection = [textarea.selectionStart, textarea.selectionEnd].map((at) => map(at, 1));
    marks.move(map, writtenFor);
    last = last.slice(0, change.from) + change.insert + last.slice(change.to);
    write(textarea, change);
    textarea.setSelectionRange(selection[0] ?? 0, selection[1] ?? 0);
  };

  return {
    selected: () => ({
      text: textarea.value,
      from: textarea.selectionStart,
      to: textarea.selectionEnd,
    }),
    place: () => (wasIn ? textarea.selectionEnd : textarea.value.length),
    placeAt: () => null,
    apply({ from, to, insert, selectFrom, selectTo }) {
      textarea.focus();
      write(textarea, { from, to, insert });
      textarea.setSelectionRange(selectFrom, selectTo);
    },
    change(change, writtenFor) {
      const changes = [...change(textarea.value)].reverse();
      for (const one of changes) put(one, writtenFor?.mark ?? null);
      writtenFor?.done();
    },
    focus: () => textarea.focus(),
    destroy: () => ended.abort(),
  };
}

function write(textarea: HTMLTextAreaElement, { from, to, insert }: Change): void {
  textarea.setSelectionRange(from, to);
  // Deprecated, and still the only way to which a textarea's own undo leads back.
  const isWritten =
    document.activeElement === textarea && document.execCommand('insertText', false, insert);
  if (isWritten) return;
  textarea.setRangeText(insert, from, to);
  textarea.dispatchEvent(new Event('input', { bubbles: true }));
}
