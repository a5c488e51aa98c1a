// Many redirects at once, a line each.
import type { Database } from '../db/client';
import { isRefusal, parseLine, parseRedirect, type RedirectInput } from './input';
import { type SavedRedirect, saveRedirects } from './write';

/** A line that was not taken, and why. */
export type LineProblem = { number: number; text: string; message: string };

export type PasteReport = {
  saved: number;
  /** Those that were there already. */
  unchanged: number;
  problems: LineProblem[];
};

type Line = { number: number; text: string; input: RedirectInput | { message: string } };

/** Stores every line that can be taken. */
export async function pasteRedirects(
  text: string,
  siteUrl: string,
  db: Database,
  now = new Date(),
): Promise<PasteReport> {
  const lines = readLines(text, siteUrl);
  const inputs = lines.flatMap(({ input }) => ('message' in input ? [] : [input]));
  const answers = await saveRedirects(inputs, db, now);
  const left = answers[Symbol.iterator]();
  const problems = lines.flatMap(({ number, text, input }): LineProblem[] => {
    const message = 'message' in input ? input.message : refusalOf(left.next().value);
    return message === null ? [] : [{ number, text, message }];
  });
  const count = (status: SavedRedirect['status']) =>
    answers.filter((answer) => answer.status === status).length;
  return { saved: count('saved'), unchanged: count('unchanged'), problems };
}

function readLines(text: string, siteUrl: string): Line[] {
  return text.split(/\r\n?|\n/).flatMap((raw, index): Line[] => {
    const line = raw.trim();
    return line === '' ? [] : [{ number: index + 1, text: line, input: readLine(line, siteUrl) }];
  });
}

function readLine(line: string, siteUrl: string): Line['input'] {
  const pair = parseLine(line);
  if (pair === null) return { message: 'A line has two addresses: from, and to.' };
  const input = parseRedirect(pair, siteUrl);
  return isRefusal(input) ? { message: input.message } : input;
}

const refusalOf = (answer: SavedRedirect | undefined) =>
  answer?.status === 'refused' ? answer.message : null;
