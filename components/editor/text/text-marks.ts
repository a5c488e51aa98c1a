// Places in a text that stay where they belong while it is written: where an upload will stand when
// it has come. Nothing of them is in the text, so nothing of them is ever saved. Pure.

export type TextMark = {
  id: number;
  /** Offset in UTF-16 units. */
  at: number;
  /** What stands there until then. */
  label: string;
};

/** Where a place has come to; `side` says what becomes of it where something is put at that place. */
export type MapPlace = (at: number, side: -1 | 1) => number;

export class TextMarks {
  readonly #listeners = new Set<() => void>();
  #marks: readonly TextMark[] = [];

  get all(): readonly TextMark[] {
    return this.#marks;
  }

  placeOf(id: number): number | null {
    return this.#marks.find((mark) => mark.id === id)?.at ?? null;
  }

  put(mark: TextMark): void {
    this.#marks = [...this.#marks, mark];
    this.#announce();
  }

  say(id: number, label: string): void {
    if (!this.#marks.some((mark) => mark.id === id && mark.label !== label)) return;
    this.#marks = this.#marks.map((mark) => (mark.id === id ? { ...mark, label } : mark));
    this.#announce();
  }

  remove(id: number): void {
    if (this.placeOf(id) === null) return;
    this.#marks = this.#marks.filter((mark) => mark.id !== id);
    this.#announce();
  }

  /**
   * The text has changed. What is typed at a place comes after it, as if the file stood there
   * already; what is written for one mark comes before the later ones at that place.
   */
  move(map: MapPlace, writtenFor: number | null = null): void {
    this.#marks = this.#marks.map((mark) => ({
      ...mark,
      at: map(mark.at, writtenFor !== null && mark.id > writtenFor ? 1 : -1),
    }));
  }

  /** Hears of marks that come, go or say something else; not of those that move with the text. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** What is put in the place of a range; offsets of the text before. */
export type Change = { from: number; to: number; insert: string };

/** Where places come to by one change. */
export function mapBy({ from, to, insert }: Change): MapPlace {
  return (at, side) => {
    if (at < from || (at === from && side < 0)) return at;
    if (at > to || (at === to && side > 0)) return at + insert.length - (to - from);
    return side < 0 ? from : from + insert.length;
  };
}

/**
 * What has been done to a text, as one change.
 * @param caret where the cursor stands now, for what is typed ends there; it decides where letters
 * were put among others like them
 */
export function changeBetween(before: string, after: string, caret: number | null): Change {
  const most = Math.min(before.length, after.length);
  const tail = caret === null ? 0 : after.length - caret;
  const isTyped = tail <= most && before.endsWith(after.slice(after.length - tail));
  let fromEnd = isTyped ? tail : 0;
  let from = 0;
  while (from < most - fromEnd && before[from] === after[from]) from += 1;
  while (
    fromEnd < most - from &&
    before[before.length - 1 - fromEnd] === after[after.length - 1 - fromEnd]
  )
    fromEnd += 1;
  return {
    from,
    to: before.length - fromEnd,
    insert: after.slice(from, after.length - fromEnd),
  };
}
