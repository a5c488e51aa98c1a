// What differs between two texts: line by line beside each other, and word by word within a line.
import { diffArrays, diffWordsWithSpace } from 'diff';

/** A stretch of text that both have, or only the former, or only the latter. */
export type Piece = { kind: 'same' | 'removed' | 'added'; text: string };

/** A line of the former beside its line of the latter; null where there is none. */
export type Row = { former: Piece[] | null; latter: Piece[] | null; isSame: boolean };

/** Two lines that have nothing to do with each other take a comparison longest, and show least. */
const longestMs = 200;

const same = (text: string): Piece[] => [{ kind: 'same', text }];
const whole = (kind: 'removed' | 'added', text: string): Piece[] => [{ kind, text }];

/** The lines of two texts in rows. Changed lines stand beside what they were changed to. */
export function compareLines(former: string, latter: string): Row[] {
  const rows: Row[] = [];
  const removed: string[] = [];
  const added: string[] = [];
  const flush = () => {
    for (let at = 0; at < Math.max(removed.length, added.length); at += 1)
      rows.push(changedRow(removed[at], added[at]));
    removed.length = 0;
    added.length = 0;
  };
  for (const part of changedLines(former.split('\n'), latter.split('\n'))) {
    if (part.removed) removed.push(...part.value);
    else if (part.added) added.push(...part.value);
    else {
      flush();
      for (const line of part.value)
        rows.push({ former: same(line), latter: same(line), isSame: true });
    }
  }
  flush();
  return rows;
}

function changedLines(former: string[], latter: string[]) {
  const changes = diffArrays(former, latter, { timeout: longestMs });
  return (
    changes ?? [
      { value: former, removed: true, added: false },
      { value: latter, removed: false, added: true },
    ]
  );
}

function changedRow(former: string | undefined, latter: string | undefined): Row {
  if (former === undefined)
    return { former: null, latter: whole('added', latter ?? ''), isSame: false };
  if (latter === undefined)
    return { former: whole('removed', former), latter: null, isSame: false };
  const pieces = compareWords(former, latter);
  return {
    former: pieces.filter(({ kind }) => kind !== 'added'),
    latter: pieces.filter(({ kind }) => kind !== 'removed'),
    isSame: false,
  };
}

/** Both lines in one, what was removed before what came in its place. */
export function compareWords(former: string, latter: string): Piece[] {
  const changes = diffWordsWithSpace(former, latter, { timeout: longestMs });
  if (!changes) return [...whole('removed', former), ...whole('added', latter)];
  const pieces = changes.map(
    ({ value: text, added, removed }): Piece => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text,
    }),
  );
  const kept = pieces.reduce(
    (sum, { kind, text }) => sum + (kind === 'same' ? text.trim().length : 0),
    0,
  );
  // Lines that share no more than a few small words are easier read one after the other.
  const isRewritten = kept * 4 < Math.min(former.length, latter.length);
  return isRewritten ? [...whole('removed', former), ...whole('added', latter)] : pieces;
}

/** The pieces of a row in one line, for showing both texts as one. */
export function inlineRow(row: Row): Piece[] {
  if (row.former === null) return row.latter ?? [];
  if (row.latter === null || row.isSame) return row.former;
  const text = (pieces: Piece[]) => pieces.map((piece) => piece.text).join('');
  return compareWords(text(row.former), text(row.latter));
}

/** Rows with the unchanged ones far from any change put together: how many they are. */
export function foldRows(rows: readonly Row[], around = 2): (Row | { folded: Row[] })[] {
  const isNear = rows.map((_, at) =>
    rows.slice(Math.max(0, at - around), at + around + 1).some((row) => !row.isSame),
  );
  const folded: (Row | { folded: Row[] })[] = [];
  let run: Row[] = [];
  const flush = () => {
    // A fold takes a line itself.
    folded.push(...(run.length > 1 ? [{ folded: run }] : run));
    run = [];
  };
  for (const [at, row] of rows.entries()) {
    if (isNear[at]) {
      flush();
      folded.push(row);
    } else run.push(row);
  }
  flush();
  return folded;
}
