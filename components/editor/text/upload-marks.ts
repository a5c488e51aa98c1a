// Marks of uploads in the editor of long texts: small words at the place where a file will stand.
// They are drawn beside the text and are no part of it.
import { Annotation, type Extension, StateEffect } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import type { TextMarks } from './text-marks';

/** The mark for which a transaction is made. */
export const writtenFor = Annotation.define<number>();

const marksChanged = StateEffect.define<null>();

/** Moves marks with the text, and shows them. */
export function uploadMarks(marks: TextMarks): Extension {
  class Shown {
    decorations: DecorationSet;
    readonly #unsubscribe: () => void;

    constructor(view: EditorView) {
      this.decorations = draw(marks);
      this.#unsubscribe = marks.subscribe(() => view.dispatch({ effects: marksChanged.of(null) }));
    }

    update({ transactions }: ViewUpdate): void {
      for (const transaction of transactions)
        if (transaction.docChanged)
          marks.move(
            (at, side) => transaction.changes.mapPos(at, side),
            transaction.annotation(writtenFor) ?? null,
          );
      this.decorations = draw(marks);
    }

    destroy(): void {
      this.#unsubscribe();
    }
  }
  return ViewPlugin.fromClass(Shown, { decorations: ({ decorations }) => decorations });
}

const draw = (marks: TextMarks) =>
  Decoration.set(
    marks.all.map(({ at, label }) =>
      Decoration.widget({ widget: new UploadWords(label), side: 1 }).range(at),
    ),
    true,
  );

class UploadWords extends WidgetType {
  constructor(readonly label: string) {
    super();
  }

  override eq(other: UploadWords): boolean {
    return other.label === this.label;
  }

  toDOM(): HTMLElement {
    const words = document.createElement('span');
    words.className = 'upload-mark';
    // The list under the text tells it to who listens.
    words.ariaHidden = 'true';
    words.textContent = this.label;
    return words;
  }

  override updateDOM(words: HTMLElement): boolean {
    words.textContent = this.label;
    return true;
  }
}
