// Typographic quotes and dashes for running text. Pieces of one block are set together, so that a
// quotation may begin before a link and end in it; what is no prose stands as one opaque mark.
import { verbatimRanges } from './verbatim';

/** Stands for code, a picture or anything else inside a line that is not ours to set. */
export const opaque = '\ufffc';

const wordish = /[\p{L}\p{N}\p{M}\ufffc_%$€£°]/u;
const opensAfter = /[\s([{<\u2013\u2014\u201c\u2018/=:+*#|>~-]/;
const marks = /['"\u201c\u201d-]/g;
const worthSetting = /['"]|--|[ \u00a0]-\s/;

const elisions =
  /^(?:tis|twas|twere|twill|twould|til|till|em|cause|cos|coz|cuz|bout|round|nuff|nother|gainst|neath|ave|ello|n)(?![\p{L}\p{N}])/iu;

/** Plain text, such as a title, with typographic quotes and dashes. */
export function typographic(text: string): string {
  return setPieces([text])[0] ?? text;
}

/** The pieces of one block, each as it is to be printed. */
export function setPieces(pieces: readonly string[]): string[] {
  const whole = pieces.join('');
  if (!worthSetting.test(whole)) return [...pieces];
  const setter = new Setter(whole);
  let start = 0;
  return pieces.map((piece) => {
    const set = setter.set(start, start + piece.length);
    start += piece.length;
    return set;
  });
}

class Setter {
  readonly #text: string;
  readonly #verbatim: ReadonlyArray<readonly [number, number]>;
  readonly #lastCloser: number;
  #range = 0;
  #open = 0;
  #before = '';
  #at = 0;
  #mark = -1;

  constructor(text: string) {
    this.#text = text;
    this.#verbatim = verbatimRanges(text);
    this.#lastCloser = lastClosingQuote(text);
  }

  /** The text from `start` to `end`; calls must follow one another. */
  set(start: number, end: number): string {
    let result = '';
    this.#at = Math.max(this.#at, start);
    while (this.#at < end) {
      const stop = Math.min(this.#nextMark(), end);
      const written =
        stop > this.#at ? this.#plain(stop) : this.#isVerbatim() ? this.#character() : this.#next();
      result += written;
      this.#before = written.at(-1) ?? this.#before;
    }
    return result;
  }

  /** Where the next quotation mark or hyphen stands. */
  #nextMark(): number {
    if (this.#mark < this.#at) {
      marks.lastIndex = this.#at;
      this.#mark = marks.exec(this.#text)?.index ?? this.#text.length;
    }
    return this.#mark;
  }

  #plain(stop: number): string {
    const written = this.#text.slice(this.#at, stop);
    this.#at = stop;
    return written;
  }

  #isVerbatim(): boolean {
    let range = this.#verbatim[this.#range];
    while (range && range[1] <= this.#at) {
      this.#range += 1;
      range = this.#verbatim[this.#range];
    }
    return range !== undefined && range[0] <= this.#at;
  }

  #character(): string {
    const character = this.#text[this.#at] ?? '';
    this.#at += 1;
    return character;
  }

  #next(): string {
    const character = this.#text[this.#at];
    if (character === '-') return this.#dash();
    const after = this.#text[this.#at + 1] ?? '';
    if (character === '"') return this.#counted(this.#opensDouble(after) ? '\u201c' : '\u201d');
    if (character === "'") return this.#counted(this.#opensSingle(after) ? '\u2018' : '\u2019');
    return this.#counted(character ?? '');
  }

  #counted(written: string): string {
    if (written === '\u201c') this.#open += 1;
    if (written === '\u201d') this.#open = Math.max(0, this.#open - 1);
    this.#at += 1;
    return written;
  }

  #opensDouble(after: string): boolean {
    const before = this.#before;
    if (before === '\u201c') return false;
    if (after === '' || /\s/.test(after))
      return /^\s?$/.test(before) && this.#open === 0 && after !== '';
    if (/[\u2013\u2014]/.test(before)) return this.#open === 0;
    if (before === '' || opensAfter.test(before)) return true;
    return this.#open === 0 && !wordish.test(before) && wordish.test(after);
  }

  #opensSingle(after: string): boolean {
    const before = this.#before;
    if (before === '\u2018' || after === '' || /\s/.test(after)) return false;
    const opens =
      before === '' ||
      opensAfter.test(before) ||
      (!wordish.test(before) && !/[\u2019\u201d)\]}]/.test(before) && wordish.test(after));
    if (!opens || this.#lastCloser <= this.#at) return false;
    const rest = this.#text.slice(this.#at + 1, this.#at + 12);
    if (/^\d\d(?:s(?![\p{L}\p{N}])|(?![\p{L}\p{N}'’]))/u.test(rest) || /^n['’]/i.test(rest))
      return false;
    const elision = elisions.exec(rest)?.[0];
    return elision === undefined || /^['’]/.test(rest.slice(elision.length));
  }

  #dash(): string {
    const run = /^-+/.exec(this.#text.slice(this.#at, this.#at + 5))?.[0].length ?? 1;
    const before = this.#before;
    const after = this.#text[this.#at + run] ?? '';
    const becomesDash =
      run === 1 ? this.#isSpacedHyphen(before, after) : run < 4 && isDash(before, after);
    if (becomesDash) {
      this.#at += run;
      return '\u2014';
    }
    let written = '';
    while (this.#text[this.#at] === '-') written += this.#character();
    return written;
  }

  /** Words on the same line before it: at the start of a line it is the mark of a list. */
  #isSpacedHyphen(before: string, after: string): boolean {
    if (!/[ \u00a0]/.test(before) || !/\s/.test(after)) return false;
    let at = this.#at - 1;
    while (/[ \t\u00a0]/.test(this.#text[at] ?? '')) at -= 1;
    return at >= 0 && this.#text[at] !== '\n';
  }
}

/** Two or three hyphens; not an option (`--help`), an arrow, a comment or a table's rule. */
function isDash(before: string, after: string): boolean {
  if (/[<>!|+=]/.test(before) || /[<>|+=;]/.test(after)) return false;
  const isBeforeSpace = before === '' || /\s/.test(before);
  const isAfterSpace = after === '' || /\s/.test(after);
  if (isBeforeSpace) return isAfterSpace && !(before === '' && after === '');
  return isAfterSpace || !/[([{"'\u201c\u2018/]/.test(before);
}

/** The last mark that could end a quotation in single quotes. */
function lastClosingQuote(text: string): number {
  for (let at = text.length - 1; at > 0; at -= 1) {
    const isMark = text[at] === "'" || text[at] === '\u2019';
    if (isMark && !/\s/.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? '')) {
      return at;
    }
  }
  return -1;
}
