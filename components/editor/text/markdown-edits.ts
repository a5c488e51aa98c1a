// What the buttons and shortcuts of the text do to it, as one replacement each. Pure: it knows no
// editor, so that a plain textarea could use it too.

/** A text and what is selected of it; offsets in UTF-16 units. */
export type Selected = { text: string; from: number; to: number };

/** What is put in the place of a range, and what is selected afterwards. */
export type Edit = {
  from: number;
  to: number;
  insert: string;
  selectFrom: number;
  selectTo: number;
};

export type MarkdownEdit = (selected: Selected) => Edit;

/** The word around the cursor where nothing is selected; without spaces at the ends otherwise. */
function trimmed({ text, from, to }: Selected): { from: number; to: number } {
  if (from === to) {
    const before = /[\p{L}\p{M}\p{N}]+$/u.exec(text.slice(0, from))?.[0].length ?? 0;
    const after = /^[\p{L}\p{M}\p{N}]+/u.exec(text.slice(to))?.[0].length ?? 0;
    // At the edge of a word the author is about to write another.
    return before > 0 && after > 0 ? { from: from - before, to: to + after } : { from, to };
  }
  const inside = text.slice(from, to);
  if (inside.trim() === '') return { from, to: from };
  const start = from + (inside.length - inside.trimStart().length);
  return { from: start, to: start + inside.trim().length };
}

const starsBefore = (text: string, at: number) => /\**$/.exec(text.slice(0, at))?.[0].length ?? 0;
const starsAfter = (text: string, at: number) => /^\**/.exec(text.slice(at))?.[0].length ?? 0;

/** Whether so many stars on both sides make the text bold (2) or italic (1). */
const isMarkedBy = (stars: number, mark: 1 | 2) => (mark === 2 ? stars >= 2 : stars % 2 === 1);

/** Emphasis on and off; the stars may stand inside or outside of what is selected. */
function emphasise(selected: Selected, mark: 1 | 2): Edit {
  const { text } = selected;
  const { from, to } = trimmed(selected);
  const outside = Math.min(starsBefore(text, from), starsAfter(text, to));
  const words = text.slice(from, to);
  if (isMarkedBy(outside, mark)) return unmark({ from: from - mark, to: to + mark }, words);
  const inside = words.replaceAll('*', '') === '' ? 0 : starsInside(words);
  if (isMarkedBy(inside, mark)) return unmark({ from, to }, words.slice(mark, -mark));
  const stars = '*'.repeat(mark);
  return {
    from,
    to,
    insert: stars + words + stars,
    selectFrom: from + mark,
    selectTo: from + mark + words.length,
  };
}

const starsInside = (words: string) =>
  Math.min(starsAfter(words, 0), starsBefore(words, words.length));

const unmark = ({ from, to }: { from: number; to: number }, words: string): Edit => ({
  from,
  to,
  insert: words,
  selectFrom: from,
  selectTo: from + words.length,
});

export const bold: MarkdownEdit = (selected) => emphasise(selected, 2);
export const italic: MarkdownEdit = (selected) => emphasise(selected, 1);

/** As many backticks as the text does not hold in a row. */
function fence(text: string, fewest: number): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  return '`'.repeat(Math.max(fewest, longest + 1));
}

/** Code in a line, or a block of it where several lines are selected. */
export const code: MarkdownEdit = (selected) => {
  const { text } = selected;
  if (text.slice(selected.from, selected.to).includes('\n')) {
    const { from, to } = wholeLines(selected);
    const lines = text.slice(from, to);
    const ticks = fence(lines, 3);
    const insert = `${ticks}\n${lines}\n${ticks}`;
    // At the place for the language.
    return { from, to, insert, selectFrom: from + ticks.length, selectTo: from + ticks.length };
  }
  const { from, to } = trimmed(selected);
  const words = text.slice(from, to);
  if (text[from - 1] === '`' && text[to] === '`')
    return unmark({ from: from - 1, to: to + 1 }, words);
  const ticks = words === '' ? '`' : fence(words, 1);
  const space = words.startsWith('`') || words.endsWith('`') ? ' ' : '';
  const start = from + ticks.length + space.length;
  return {
    from,
    to,
    insert: ticks + space + words + space + ticks,
    selectFrom: start,
    selectTo: start + words.length,
  };
};

/** Whether a text is one web address and nothing else. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

/** Addresses with brackets or spaces would end the link too early. */
const linkTarget = (url: string) =>
  /[()\s<>]/.test(url) ? `<${url.replace(/[<>]/g, encodeURIComponent)}>` : url;

/** A link from what is selected: from words, with the address to be typed; from an address, with the words. */
export const link: MarkdownEdit = (selected) => {
  const { from, to } = trimmed(selected);
  const words = selected.text.slice(from, to);
  if (isWebAddress(words))
    return {
      from,
      to,
      insert: `[](${linkTarget(words)})`,
      selectFrom: from + 1,
      selectTo: from + 1,
    };
  const at = from + words.length + 3;
  return {
    from,
    to,
    insert: `[${words}](https://)`,
    selectFrom: at,
    selectTo: at + 'https://'.length,
  };
};

/**
 * Makes the words a link when an address is pasted over them.
 * @returns null when the paste is an ordinary one
 */
export function pastedLink(selected: Selected, pasted: string): Edit | null {
  const url = pasted.trim();
  const words = selected.text.slice(selected.from, selected.to);
  if (
    !isWebAddress(url) ||
    words.trim() === '' ||
    words.includes('\n') ||
    isWebAddress(words.trim())
  )
    return null;
  const { from, to } = trimmed(selected);
  const insert = `[${selected.text.slice(from, to)}](${linkTarget(url)})`;
  return { from, to, insert, selectFrom: from + insert.length, selectTo: from + insert.length };
}

/** The range widened to whole lines, without the break at the end. */
function wholeLines({ text, from, to }: Selected): { from: number; to: number } {
  const last = to > from && text[to - 1] === '\n' ? to - 1 : to;
  const end = text.indexOf('\n', last);
  return { from: text.lastIndexOf('\n', from - 1) + 1, to: end === -1 ? text.length : end };
}

/** Changes the lines of the selection one by one and keeps them selected, or the cursor in its place. */
function changeLines(selected: Selected, change: (lines: string[]) => string[]): Edit {
  const { from, to } = wholeLines(selected);
  const lines = selected.text.slice(from, to).split('\n');
  const changed = change(lines);
  const insert = changed.join('\n');
  if (selected.from !== selected.to)
    return { from, to, insert, selectFrom: from, selectTo: from + insert.length };
  const grown = (changed[0] ?? '').length - (lines[0] ?? '').length;
  const cursor = Math.max(from, selected.from + grown);
  return { from, to, insert, selectFrom: cursor, selectTo: cursor };
}

const isBlank = (line: string) => line.trim() === '';

/** Begins every line with a prefix, or takes it from all when all have it. */
function togglePrefix(lines: string[], prefix: string, present: RegExp, other?: RegExp): string[] {
  const written = lines.filter((line) => !isBlank(line));
  if (written.length > 0 && written.every((line) => present.test(line)))
    return lines.map((line) => line.replace(present, '$1'));
  const isAlone = lines.length === 1;
  return lines.map((line) => {
    if (isBlank(line) && !isAlone) return prefix.startsWith('>') ? prefix.trimEnd() : line;
    const bare = other ? line.replace(other, '$1') : line;
    return bare.replace(/^(\s*)/, `$1${prefix}`);
  });
}

export const quote: MarkdownEdit = (selected) =>
  changeLines(selected, (lines) => togglePrefix(lines, '> ', /^(\s*)> ?/));

export const list: MarkdownEdit = (selected) =>
  changeLines(selected, (lines) => togglePrefix(lines, '- ', /^(\s*)[-*+] /, /^(\s*)\d+[.)] /));

/** No heading, second level, third level, and none again; the first is the title's. */
export const heading: MarkdownEdit = (selected) =>
  changeLines(selected, (lines) =>
    lines.map((line) => {
      const [, marks = '', words = ''] = /^(#{0,6})\s*(.*)$/.exec(line) ?? [];
      const next = { '': '## ', '##': '### ' }[marks] ?? '';
      return next + words;
    }),
  );
