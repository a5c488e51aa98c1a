// Stretches of running text that stay exactly as typed: addresses and paths, tags written out, and
// code between back-ticks.
type Range = readonly [start: number, end: number];

const address = /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|www\.|~?\/|\.{1,2}\/|[\w-]+(?:\.[\w-]+)+\/)/i;
const tagOrCode = /<[a-z/!][^<>]*>|(?<!`)`[^`\n]{1,200}`(?!`)/gi;
const wrapping = /["'()[\]{}<>“”‘’*.,;:!?]/;

export function verbatimRanges(text: string): Range[] {
  const ranges: Range[] = [...addressRanges(text)];
  for (const match of text.matchAll(tagOrCode)) {
    ranges.push([match.index, match.index + match[0].length]);
  }
  return merged(ranges);
}

function* addressRanges(text: string): Generator<Range> {
  if (!text.includes('/') && !/www\.|mailto:/i.test(text)) return;
  for (const match of text.matchAll(/[^\s\ufffc]+/g)) {
    const token = match[0];
    let start = 0;
    let end = token.length;
    while (start < end && /["'([{<“‘*]/.test(token[start] ?? '')) start += 1;
    while (end > start && wrapping.test(token[end - 1] ?? '')) end -= 1;
    const core = token.slice(start, end);
    const isPath = core.includes('--') && core.includes('/');
    if (isPath || address.test(core)) {
      // A quotation mark inside ends the address: `href="https://…">text`.
      const mark = core.search(/["<>]/);
      yield [match.index + start, match.index + (mark < 0 ? end : start + mark)];
    }
  }
}

function merged(ranges: Range[]): Range[] {
  const sorted = ranges.sort((a, b) => a[0] - b[0]);
  const result: Range[] = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (last && range[0] < last[1]) {
      result[result.length - 1] = [last[0], Math.max(last[1], range[1])];
    } else result.push(range);
  }
  return result;
}
