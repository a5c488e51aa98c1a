// How a file's Markdown goes into a text at a place: a paragraph of its own where there is room for
// one, within the line where it stands in the middle of one. Nothing else of the text changes. Pure.
import type { MediaMarkdown } from '@/lib/media/markdown';

/** What a line may begin with without being anything yet: a quote, a list. */
const container = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*$/;

/** What is written at a place of a text. */
export function insertionAt(text: string, at: number, { text: own, isBlock }: MediaMarkdown) {
  const before = text.slice(0, at);
  const after = text.slice(at);
  const lineBefore = before.slice(before.lastIndexOf('\n') + 1);
  const [lineAfter = ''] = after.split('\n');
  const isAtStart = lineBefore.trim() === '';
  const isAtEnd = lineAfter.trim() === '';
  if (!isBlock || (!isAtStart && container.test(lineBefore)) || (!isAtStart && !isAtEnd))
    return spaced(own, lineBefore, lineAfter);
  return blankBefore(before, isAtStart) + own + blankAfter(after, isAtEnd);
}

/** Letters do not touch what is put between them. */
function spaced(own: string, before: string, after: string): string {
  const head = /[\p{L}\p{N}]$/u.test(before) ? ' ' : '';
  const tail = /^[\p{L}\p{N}]/u.test(after) ? ' ' : '';
  return head + own + tail;
}

/** Line breaks up to an empty line above. */
function blankBefore(before: string, isAtStart: boolean): string {
  if (before.trim() === '') return '';
  if (!isAtStart) return '\n\n';
  return /\n[ \t]*\n[ \t]*$/.test(before) ? '' : '\n';
}

function blankAfter(after: string, isAtEnd: boolean): string {
  if (after.trim() === '') return '';
  if (!isAtEnd) return '\n\n';
  return /^[ \t]*\n[ \t]*\n/.test(after) ? '' : '\n';
}
