// Makes any string safe to parse: odd characters replaced, and a body that would take the parsers
// minutes (thousands of open brackets, nesting without end) told apart from a long one.

/** Windows and old Mac line ends, NUL and halves of characters are nobody's intention. */
export function cleanSource(source: string): string {
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  return (text.includes('\0') ? text.replaceAll('\0', '') : text).toWellFormed();
}

const deepest = 100;
const mostLines = 50_000;
/** The parsers' time grows with the square of what is open in one block. */
const mostWork = 60_000_000;

export function isTooHardMarkdown(source: string): boolean {
  let lines = 0;
  let marks = 0;
  let work = 0;
  for (const { line, isCode } of linesOf(source)) {
    if (isCode) continue;
    lines += 1;
    if (lines > mostLines || containerDepth(line) > deepest) return true;
    if (beginsBlock.test(line)) {
      work += marks * marks;
      marks = 0;
    }
    marks += countMarks(line);
    if (work + marks * marks > mostWork) return true;
  }
  return false;
}

const beginsBlock = /^\s*(?:$|[-*+|#>]|\d+[.)])/;
const container = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/y;

/** The lines, and whether each belongs to a fenced block. */
function* linesOf(source: string): Generator<{ line: string; isCode: boolean }> {
  let fence: string | undefined;
  let start = 0;
  while (start <= source.length) {
    const end = source.indexOf('\n', start);
    const line = source.slice(start, end < 0 ? undefined : end);
    const mark = /^[ \t>]{0,40}(`{3,}|~{3,})/.exec(line)?.[1];
    const isMark = mark !== undefined && (fence === undefined || mark.startsWith(fence));
    yield { line, isCode: isMark || fence !== undefined };
    if (isMark) fence = fence === undefined ? mark : undefined;
    if (end < 0) return;
    start = end + 1;
  }
}

/**
 * CommonMark reads a line of `>` as a quotation even where it ends a tag written over several
 * lines; older Markdown did not, and posts rely on it.
 */
export function joinTagEnds(source: string): string {
  if (!/\n {0,3}>/.test(source) || !/<[a-z]/i.test(source)) return source;
  const lines: string[] = [];
  let isInTag = false;
  for (const { line, isCode } of linesOf(source)) {
    if (isInTag && /^ {0,3}>/.test(line)) lines.push(`${lines.pop()}${line.trimStart()}`);
    else lines.push(line);
    const opensTag = /^ {0,3}<[a-z][\w-]*(?:\s[^<>]*)?$/i.test(line);
    isInTag = !isCode && (opensTag || (isInTag && /^[^<>]*\S[^<>]*$/.test(line)));
  }
  return lines.join('\n');
}

function containerDepth(line: string): number {
  let depth = 0;
  container.lastIndex = 0;
  while (depth <= deepest && container.test(line)) depth += 1;
  return depth;
}

function countMarks(line: string): number {
  let count = 0;
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    // * [ ] _ ~
    if (code === 42 || code === 91 || code === 93 || code === 95 || code === 126) count += 1;
  }
  return count;
}

/** Elements that a following one closes, and those that cannot hold anything. */
const shallow =
  /^(?:a|p|li|d[td]|t[drh]|thead|tbody|tfoot|option|h[1-6]|area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|circle|ellipse|line|path|polygon|polyline|rect|stop|use)$/;

/** Elements that the HTML parser opens again in every block until they are closed. */
const reopened = /^(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/;

const mostReopened = 200_000;

export function isTooHardHtml(source: string): boolean {
  let depth = 0;
  let open = 0;
  let work = 0;
  for (const match of source.matchAll(/<(\/?)([a-z][a-z0-9-]{0,40})/gi)) {
    const name = (match[2] ?? '').toLowerCase();
    const step = match[1] ? -1 : 1;
    if (reopened.test(name)) open = Math.max(0, open + step);
    else if (step > 0) work += open;
    if (!shallow.test(name)) depth = Math.max(0, depth + step);
    if (depth > 2 * deepest || work > mostReopened) return true;
  }
  return false;
}
