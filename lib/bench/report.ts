// The result of a run, as a person reads it and as a program does.
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import type { Part } from './options';
import { type Disturbance, isDisturbed } from './progress';
import { markdownTable, type Row, whole } from './table';

export type Report = {
  posts: number;
  postgres: string;
  isQuick: boolean;
  rows: Row[];
  details: Partial<Record<Part, unknown>>;
  disturbances: Disturbance[];
};

/** The table, with what one has to know to read it. */
export function inMarkdown({ posts, postgres, isQuick, rows, disturbances }: Report): string {
  const processors = cpus();
  const machine = `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}`;
  const conditions = `${whole(posts)} posts; ${postgres}; Node ${process.versions.node}; ${machine}.`;
  const disturbed = disturbances.filter(isDisturbed);
  const disturbedParts = [...new Set(disturbed.map(({ part }) => part))].map((part) => {
    const cores = disturbed.filter((one) => one.part === part).map((one) => one.busyCores);
    return `${part} (${Math.max(...cores).toFixed(1)} cores)`;
  });
  const remarks = [
    isQuick && 'A quick run: it shows that everything runs, not how fast.',
    disturbed.length > 0 &&
      `Others were at work right before or after: ${disturbedParts.join(', ')}.`,
  ].filter((remark) => remark !== false);
  return [conditions, ...remarks, '', markdownTable(rows)].join('\n');
}

/** Writes `bench.json` and `bench.md`. */
export async function writeReport(report: Report, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'bench.md'), `${inMarkdown(report)}\n`);
  await writeFile(path.join(folder, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
}
