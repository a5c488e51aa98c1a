// How a file's Markdown goes into a text at a place: a paragraph of its own where there is room for
// one, within the line where it stands in the middle of one. Nothing else of the text changes. Pure.
import type { MediaMarkdown } from '@/lib/media/markdown';

/** What a line may begin with without being anything yet: a quote, a list. */
const container = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*$/;

/**
 * What is written at a place of a text.
 * @param siblings what was written there for files that came together with this one; where it goes
 * is decided as if they were not there, so that their order of arrival has no part in it
 */
export function insertionAt(
  text: string,
  at: number,
  { text: own, isBlock }: MediaMarkdown,
  siblings: readonly string[] = [],
) {
  const before = text.slice(0, at);
  const after = text.slice(at);
  const lineBefore = before.slice(before.lastIndexOf('\n') + 1);
  const [lineAfter = ''] = after.split('\n');
  const isWithin = (head: string, tail: string) =>
    head.trim() !== '' && (container.test(head) || tail.trim() !== '');
  if (!isBlock || isWithin(withoutLast(lineBefore, siblings), withoutFirst(lineAfter, siblings)))
    return spaced(own, lineBefore, lineAfter, siblings);
  return blankBefore(before, lineBefore.trim() === '') + own + blankAfter(after, lineAfter);
}

function withoutLast(line: string, siblings: readonly string[]): string {
  const last = siblings.find((sibling) => line.trimEnd().endsWith(sibling));
  return last === undefined ? line : withoutLast(line.trimEnd().slice(0, -last.length), siblings);
}

function withoutFirst(line: string, siblings: readonly string[]): string {
  const first = siblings.find((sibling) => line.trimStart().startsWith(sibling));
  return first === undefined ? line : withoutFirst(line.trimStart().slice(first.length), siblings);
}

/** Letters do not touch what is put between them, nor do files that came together. */
function spaced(own: string, before: string, after: string, siblings: readonly string[]): string {
  const head =
    /[\p{L}\p{N}]$/u.test(before) || siblings.some((sibling) => before.endsWith(sibling));
  const tail =
    /^[\p{L}\p{N}]/u.test(after) || siblings.some((sibling) => after.startsWith(sibling));
  return (head ? ' ' : '') + own + (tail ? ' ' : '');
}

/** Line breaks up to an empty line above. */
function blankBefore(before: string, isAtStart: boolean): string {
  if (before.trim() === '') return '';
  if (!isAtStart) return '\n\n';
  return /\n[ \t]*\n[ \t]*$/.test(before) ? '' : '\n';
}

function blankAfter(after: string, lineAfter: string): string {
  if (after.trim() === '') return '';
  if (lineAfter.trim() !== '') return '\n\n';
  return /^[ \t]*\n[ \t]*\n/.test(after) ? '' : '\n';
}
