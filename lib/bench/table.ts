// The table that a run prints: a row for everything that must hold. Pure.

/** `null`: nothing is asked of it, or it was not measured. */
export type Verdict = boolean | null;

export type Row = { what: string; must: string; measured: string; isMet: Verdict };

const words = { true: 'yes', false: '**no**', null: '–' } as const;

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** Rows as a Markdown table, its first columns aligned for the eye. */
export function markdownTable(rows: readonly Row[]): string {
  const lines = [
    ['what', 'must', 'measured', 'ok?'],
    ...rows.map((row) => [
      cell(row.what),
      cell(row.must),
      cell(row.measured),
      words[`${row.isMet}`],
    ]),
  ];
  const widths = [0, 1].map((column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const [head = '', ...body] = lines.map(
    (line) => `| ${line.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `|${[...widths, 8, 3].map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [head, rule, ...body].join('\n');
}

const grouped = new Intl.NumberFormat('en');

/** A count or rate, `17,000`. */
export const whole = (value: number): string => grouped.format(Math.round(value));

/** Milliseconds with as many digits as mean something, `8.4 ms`, `120 ms`. */
export function milliseconds(value: number): string {
  return `${value < 20 ? value.toFixed(1) : whole(value)} ms`;
}

export const seconds = (value: number): string => `${value.toFixed(1)} s`;

/** Binary megabytes, as memory and disks are counted. */
export const megabytes = (bytes: number): string => `${whole(bytes / 1024 ** 2)} MB`;

export const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

/** A ratio to something measured in the same run, `0.094 ×`. */
export const times = (ratio: number): string => `${ratio.toPrecision(2)} ×`;
