// Which parts of a text are what was looked for, and which part of a long text to show. It works on
// plain text and gives pieces of it, so that whoever shows them escapes them as any text. Pure.
import { foldWord, signs, wordsIn } from './fold';
import type { SearchText } from './text';

/** A piece of a text, from a place in it on; a match was looked for. */
export type Piece = { at: number; text: string; isMatch: boolean };

/** What to mark: words as they are folded, beginnings of words, runs of signs. */
export type Marks = {
  words: ReadonlySet<string>;
  beginnings: string[];
  signs: string[];
  /** One word was looked for, in whatever forms: one place in a text is as good as another. */
  isOneWord: boolean;
};

type Span = { from: number; to: number; word: string };

/** Roughly how many characters of a text are shown, and how many of them before the first match. */
const snippetLength = 260;
const leadLength = 60;
/** Shorter beginnings stand for too much (`search_begun()` goes by the same). */
const leastBeginning = 3;

/**
 * What to mark for a search.
 * @param forms words that come down to the same as those looked for, as they are folded
 */
export function marksOf({ alternatives }: SearchText, forms: readonly string[]): Marks {
  const marks = { words: new Set(forms), beginnings: [] as string[], signs: [] as string[] };
  let wanted = 0;
  for (const { text, isExcluded, isBegun } of alternatives.flat()) {
    if (isExcluded) continue;
    const words = [...wordsIn(text)].map(({ word }) => word);
    wanted += words.length;
    for (const word of words)
      if (signs.test(word)) marks.signs.push(...(word.match(new RegExp(signs, 'gu')) ?? []));
      else marks.words.add(foldWord(word));
    const last = foldWord(words.at(-1) ?? '');
    if (isBegun && last.length >= leastBeginning && !signs.test(last)) marks.beginnings.push(last);
  }
  return { ...marks, isOneWord: wanted === 1 };
}

/** The whole of a text, what was looked for apart. */
export function markAll(text: string, marks: Marks): Piece[] {
  return cut(text, findSpans(text, marks), 0, text.length);
}

/** The part of a text that has the most of what was looked for; else its beginning. */
export function markSnippet(text: string, marks: Marks): Piece[] {
  const isAnything = marks.words.size + marks.beginnings.length + marks.signs.length > 0;
  const line = (isAnything ? text : text.slice(0, 2 * snippetLength)).trim();
  const spans = findSpans(line, marks);
  if (line.length <= snippetLength * 1.2) return cut(line, spans, 0, line.length);
  const best = densest(spans);
  const from = wordStart(line, Math.max(0, (best?.from ?? 0) - leadLength));
  const to = wordEnd(line, Math.min(line.length, from + snippetLength));
  const pieces = cut(line, spans, from, to);
  if (from > 0) pieces.unshift({ at: -1, text: '… ', isMatch: false });
  if (to < line.length) pieces.push({ at: to, text: ' …', isMatch: false });
  return pieces;
}

/** From this length on words are looked for as they are spelled first, accents or not. */
const longText = 2000;
/** Letters that folding may change: not the plain ones, nor what typesetting puts between words. */
const foldable = /[\u00aa-\u1fff\u2070-\u218f\u2c00-\ud7ff\uf900-\uffff]|\ud835/;

function findSpans(text: string, marks: Marks): Span[] {
  const isPlain = !foldable.test(text);
  const spelled = isPlain || text.length >= longText ? findSpelled(text, marks) : null;
  const isComplete = isPlain && spelled !== null;
  return isComplete || spelled?.length ? (spelled ?? []) : findFolded(text, marks);
}

const letter = /[\p{L}\p{M}\p{N}]/u;

/**
 * Words spelled as they are folded: no look at any other word, of which a long text has thousands.
 * Null where nothing that was looked for is spelled so.
 */
function findSpelled(text: string, marks: Marks): Span[] | null {
  const words = [...marks.words, ...marks.beginnings].filter((word) => /^[a-z0-9]+$/.test(word));
  if (words.length === 0 || marks.signs.length > 0) return null;
  const spans: Span[] = [];
  // Longer ones first: of two that begin alike the regular expression takes the first.
  const any = new RegExp(words.sort((a, b) => b.length - a.length).join('|'), 'gi');
  for (const { 0: found, index } of text.matchAll(any)) {
    if (letter.test(text.charAt(index - 1))) continue;
    let to = index + found.length;
    while (letter.test(text.charAt(to))) to += 1;
    const word = text.slice(index, to).toLowerCase();
    if (marks.words.has(word) || marks.beginnings.some((begun) => word.startsWith(begun)))
      spans.push({ from: index, to, word });
  }
  return spans;
}

function findFolded(text: string, marks: Marks): Span[] {
  const spans: Span[] = [];
  for (const { word, at } of wordsIn(text)) {
    if (signs.test(word)) spans.push(...findSigns(word, at, marks.signs));
    else {
      const folded = foldWord(word);
      if (marks.words.has(folded) || marks.beginnings.some((begun) => folded.startsWith(begun)))
        spans.push({ from: at, to: at + word.length, word: folded });
    }
  }
  return spans;
}

/** Where signs stand within a run; the longest of what was looked for wins. */
function findSigns(run: string, at: number, wanted: readonly string[]): Span[] {
  const found: Span[] = [];
  for (let index = 0; index < run.length; ) {
    const [longest] = wanted
      .filter((one) => run.startsWith(one, index))
      .sort((a, b) => b.length - a.length);
    if (longest) found.push({ from: at + index, to: at + index + longest.length, word: longest });
    index += longest?.length ?? 1;
  }
  return found;
}

/** The match from which on the most different words stand close together. */
function densest(spans: readonly Span[]): Span | undefined {
  let best: Span | undefined;
  let most = 0;
  for (const [index, span] of spans.entries()) {
    const words = new Set<string>();
    for (let other = index; other < spans.length; other += 1) {
      const near = spans[other];
      if (near === undefined || near.to - span.from > snippetLength - leadLength) break;
      words.add(near.word);
    }
    if (words.size > most) {
      most = words.size;
      best = span;
    }
  }
  return best;
}

function cut(text: string, spans: readonly Span[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  const inOneLine = (start: number, end: number) => text.slice(start, end).replace(/\s+/g, ' ');
  let at = from;
  for (const span of spans) {
    if (span.from < at || span.to > to) continue;
    if (span.from > at) pieces.push({ at, text: inOneLine(at, span.from), isMatch: false });
    pieces.push({ at: span.from, text: text.slice(span.from, span.to), isMatch: true });
    at = span.to;
  }
  if (at < to) pieces.push({ at, text: inOneLine(at, to), isMatch: false });
  return pieces;
}

const nearby = 30;

/** The place after the next space; the place itself where none is near. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + nearby + 1).search(/\s/);
  return space === -1 ? wholeCharacter(text, at) : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at === text.length) return at;
  const rest = text.slice(at - nearby, at + 1).search(/\s\S*$/);
  return rest === -1 ? wholeCharacter(text, at) : at - nearby + rest;
}

/** Not within a character that takes two units. */
const wholeCharacter = (text: string, at: number) =>
  /[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at;
