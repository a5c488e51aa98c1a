// How far one word is from another, in slips of the hand. Pure.

/**
 * The number of letters left out, put in, mistaken or swapped with their neighbour that lead from
 * one word to the other (https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance,
 * optimal string alignment).
 */
export function slipsBetween(one: string, other: string): number {
  const a = [...one];
  const b = [...other];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const mistaken = at(last, j - 1) + (isSame ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(mistaken, at(last, j) + 1, at(row, j - 1) + 1, swapped));
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY;

/** How many slips a word may hold and still be taken for another. */
export function mostSlips(word: string): number {
  const { length } = [...word];
  if (length < 3) return 0;
  return length < 6 ? 1 : 2;
}

/** A word with two neighbours swapped, each pair in turn: few letters stay beside the same ones. */
export function swaps(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).flatMap((letter, index) => {
    const before = letters[index] ?? '';
    if (before === letter) return [];
    return [[...letters.slice(0, index), letter, before, ...letters.slice(index + 2)].join('')];
  });
}
