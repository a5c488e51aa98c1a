// Breaking a title into lines: as large as it can be, and no line much shorter than another. Pure.

export type Measure = (text: string, size: number) => number;

export type Setting = { size: number; lines: string[] };

type Box = {
  /** In pixels. */
  width: number;
  /** Sizes to try, the largest first, each with how many lines of it there is room for. */
  sizes: readonly { size: number; lines: number }[];
};

/** Sets a title into a box; one that is too long ends in an ellipsis, at the smallest size. */
export function fitTitle(title: string, { width, sizes }: Box, measure: Measure): Setting {
  const words = title.trim().split(/\s+/);
  for (const { size, lines: most } of sizes) {
    const fits = (within: number) => breakWords(words, within, (text) => measure(text, size));
    const lines = fits(width);
    if (lines.length <= most && lines.every((line) => measure(line, size) <= width))
      return { size, lines: balance(lines.length, width, fits) };
  }
  const smallest = sizes.at(-1) ?? { size: 40, lines: 1 };
  return { size: smallest.size, lines: cut(words, width, smallest, measure) };
}

/** Each line as full as it gets. */
function breakWords(words: string[], width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const balancingSteps = 8;

/** The narrowest box that needs no line more. */
function balance(count: number, width: number, fits: (within: number) => string[]): string[] {
  let narrow = width / 2;
  let wide = width;
  for (let step = 0; step < balancingSteps; step += 1) {
    const middle = (narrow + wide) / 2;
    if (fits(middle).length <= count) wide = middle;
    else narrow = middle;
  }
  return fits(wide);
}

function cut(
  words: string[],
  width: number,
  { size, lines: most }: { size: number; lines: number },
  measure: Measure,
): string[] {
  const pieces = words.flatMap((word) => breakWord(word, width, (text) => measure(text, size)));
  const lines = breakWords(pieces, width, (text) => measure(text, size));
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = kept.pop() ?? '';
  while (last !== '' && measure(`${last}…`, size) > width) last = last.slice(0, -1);
  return [...kept, `${last.replace(/[\s,;:.–—-]+$/, '')}…`];
}

/** A word that is longer than a line, such as an address, in pieces that are not. */
function breakWord(word: string, width: number, measure: (text: string) => number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && measure(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
