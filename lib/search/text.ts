// What a reader types into the search field, taken apart: words, "phrases", -exclusions, `or`, and
// the dates `from:` and `to:`. Pure; what the words mean in a language, Postgres knows.
import { type Day, dayOf, daysInMonth, isRealDay } from '../dates';

export type Clause = {
  /** A word or phrase as it was typed. */
  text: string;
  isExcluded: boolean;
  /** The last word of the text: there may be more of it to come. */
  isBegun: boolean;
};

export type SearchText = {
  /** One of them has to be met, with everything in it. No words, no alternatives. */
  alternatives: Clause[][];
  /** First and last day, both included. */
  from: Day | null;
  to: Day | null;
  /** Whether a date was named that no calendar has. */
  hasBadDate: boolean;
};

/** Phones and word processors write quotation marks of their own. */
const token = /(-?)["“”„]([^"“”„]*)["“”„]?|\S+/gu;
const dateClause = /^(from|to):(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/i;
/** One hyphen: two begin an option, `--help`, that somebody looks for. */
const exclusion = /^-(?=[^-])/;
const hasWord = /[\p{L}\p{N}]/u;

/** Takes a text apart. Whatever is typed means something: there is no wrong syntax. */
export function parseText(text: string): SearchText {
  const parsed: SearchText = { alternatives: [], from: null, to: null, hasBadDate: false };
  let current: Clause[] = [];
  const end = () => {
    if (current.length > 0) parsed.alternatives.push(current);
    current = [];
  };
  let last: Clause | null = null;
  for (const [whole, minus, phrase] of text.matchAll(token)) {
    last = null;
    if (takeDate(whole, parsed)) continue;
    if (/^or$/i.test(whole)) end();
    else if (phrase !== undefined) add(current, phrase, minus === '-');
    else last = add(current, whole.replace(exclusion, ''), exclusion.test(whole));
  }
  if (last !== null && !last.isExcluded) last.isBegun = true;
  end();
  return parsed;
}

/** The words alone, as they were typed: what a title may be the same as. */
export function wordsOf({ alternatives }: SearchText): string {
  const [only, ...others] = alternatives;
  if (only === undefined || others.length > 0) return '';
  return only.some(({ isExcluded }) => isExcluded) ? '' : only.map(({ text }) => text).join(' ');
}

function add(clauses: Clause[], text: string, isExcluded: boolean): Clause | null {
  if (!hasWord.test(text)) return null;
  const clause = { text, isExcluded, isBegun: false };
  clauses.push(clause);
  return clause;
}

/** `from:2024-05-01`; `from:2024-05` and `to:2024` mean the first and the last day of those. */
function takeDate(word: string, parsed: SearchText): boolean {
  const [, name, ...parts] = dateClause.exec(word) ?? [];
  if (name === undefined) return false;
  const [year = 0, month, day] = parts.map((part) =>
    part === undefined ? undefined : Number(part),
  );
  const side = name.toLowerCase() === 'from' ? 'from' : 'to';
  const found = side === 'from' ? firstDay(year, month, day) : lastDay(year, month, day);
  if (found === null) parsed.hasBadDate = true;
  else parsed[side] = found;
  return true;
}

function firstDay(year: number, month = 1, day = 1): Day | null {
  return year > 0 && isRealDay(year, month, day) ? dayOf(year, month, day) : null;
}

function lastDay(year: number, month = 12, day?: number): Day | null {
  if (firstDay(year, month) === null) return null;
  return firstDay(year, month, day ?? daysInMonth(year, month));
}
