// Makes any string safe to parse: odd characters replaced, and a body that would take the parsers
// minutes (thousands of open brackets, nesting without end) told apart from a long one.
import { svgElements } from './elements';

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
  let work = 0;
  let block = new BlockWork();
  for (const { line, isCode } of linesOf(source)) {
    if (isCode) continue;
    lines += 1;
    if (lines > mostLines || containerDepth(line) > deepest || deepItem.test(line)) return true;
    if (beginsBlock.test(line)) {
      work += block.total;
      block = new BlockWork();
    }
    block.add(line);
    if (work + block.total > mostWork) return true;
  }
  return false;
}

const beginsBlock = /^\s*(?:$|[-*+|#>]|\d+[.)])/;
const container = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/y;
const deepItem = /^[ \t]{250}\s*(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** What one block costs: marks may pair with every other, back-ticks look through all of it. */
class BlockWork {
  #marks = 0;
  #ticks = 0;
  #pipes = 0;
  #length = 0;

  get total(): number {
    return this.#marks ** 2 + (this.#pipes / 8) ** 2 + this.#ticks * this.#length;
  }

  add(line: string): void {
    this.#length += line.length;
    let before = 0;
    for (let at = 0; at < line.length; at += 1) {
      const code = line.charCodeAt(at);
      if (code === backTick && before !== backTick) this.#ticks += 1;
      else if (code === pipe) this.#pipes += 1;
      else if (pairing.has(code)) this.#marks += 1;
      before = code;
    }
  }
}

const backTick = '`'.charCodeAt(0);
const pipe = '|'.charCodeAt(0);
const pairing = new Set(Array.from('*[]_~@', (mark) => mark.charCodeAt(0)));

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
 * A tag written over several lines, put on one. CommonMark would take a last line of `>` for a
 * quotation and the lines after it for another block; older Markdown did not, and posts rely on it.
 */
export function joinTags(source: string): string {
  if (!/^ {0,3}<[a-z][^<>\n]*$/im.test(source)) return source;
  const lines: string[] = [];
  let tagStart = -1;
  for (const { line, isCode } of linesOf(source)) {
    lines.push(line);
    if (isCode) tagStart = -1;
    else if (/^ {0,3}<[a-z][\w-]*(?:\s[^<>]*)?$/i.test(line)) tagStart = lines.length - 1;
    else if (tagStart >= 0 && /^[^<>]*>/.test(line)) {
      const parts = lines.splice(tagStart).map((part) => part.trim());
      lines.push(parts.join(' ').replace(/ >/, '>'));
      tagStart = -1;
    } else if (line.trim() === '' || /[<>][^<>]*[<>]/.test(line)) tagStart = -1;
  }
  return lines.join('\n');
}

function containerDepth(line: string): number {
  let depth = 0;
  container.lastIndex = 0;
  while (depth <= deepest && container.test(line)) depth += 1;
  return depth;
}

/** Elements that a following one closes, and those that cannot hold anything. */
const shallow =
  /^(?:a|p|li|d[td]|t[drh]|thead|tbody|tfoot|option|h[1-6]|area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;

/** Elements that the HTML parser opens again in every block until they are closed. */
const reopened = /^(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/;

const mostReopened = 200_000;
/** Outside a drawing, `<x/>` is not closed at all. */
const mostSelfClosed = 800;

export function isTooHardHtml(source: string): boolean {
  let depth = 0;
  let selfClosed = 0;
  let open = 0;
  let work = 0;
  const drawing = new DrawingTracker();
  for (const [, slash, written = '', rest = ''] of source.matchAll(tag)) {
    const name = written.toLowerCase();
    const step = slash ? -1 : 1;
    if (reopened.test(name)) open = Math.max(0, open + step);
    else if (step > 0) work += open;
    const isClosed = rest.endsWith('/');
    const isDrawn = drawing.see(name, step > 0, isClosed);
    if (shallow.test(name)) continue;
    if (isClosed) selfClosed += isDrawn ? 0 : 1;
    else depth = Math.max(0, depth + step);
    if (depth > 2 * deepest || selfClosed > mostSelfClosed || work > mostReopened) return true;
  }
  return false;
}

const tag = /<(\/?)([a-z][a-z0-9-]{0,40})([^<>]*)/gi;

const drawn = new Set(svgElements.map((name) => name.toLowerCase()));
const readAsHtml = new Set(['title', 'desc']);

/** Tells whether a tag stands in a drawing, and says no where only the parser could be sure. */
class DrawingTracker {
  #isInside = false;
  #isDrawing = false;

  see(name: string, isStart: boolean, isClosed: boolean): boolean {
    if (name === 'svg') {
      this.#isInside = isStart && !isClosed;
      this.#isDrawing = this.#isInside;
    } else if (!drawn.has(name)) {
      this.#isInside = false;
      this.#isDrawing = false;
    } else if (readAsHtml.has(name)) this.#isDrawing = this.#isInside && !isStart;
    return this.#isDrawing;
  }
}
