// The options of `npm run bench`, checked.
import { parseArgs } from 'node:util';

/** What can be measured by itself, in the order in which it runs. */
export const parts = [
  'build',
  'import',
  'throughput',
  'first-render',
  'freshness',
  'spike',
  'search',
  'search-finds',
  'author',
  'editor',
  'memory',
  'weight',
  'lighthouse',
] as const;

export type Part = (typeof parts)[number];

export type BenchOptions = {
  /** What the database holds: an imported archive, or this many made-up posts. */
  data: { archive: string } | { posts: number };
  only: readonly Part[];
  /** Where `bench.json` and `bench.md` go. */
  out: string | null;
  /** A smoke run: everything once, with few repetitions. */
  isQuick: boolean;
  /** Whether nothing is wanted but the usage. */
  isHelp: boolean;
};

export const usage = [
  'Usage: npm run bench [-- OPTIONS]',
  '  --posts N         made-up posts to load, 100 to 1,000,000 (17,000)',
  '  --archive PATH    import this instead of making posts up',
  `  --only NAME,NAME  only these parts: ${parts.join(', ')}`,
  '  --out FOLDER      also write bench.json and bench.md there',
  '  --quick           few repetitions: shows that everything runs, not how fast',
].join('\n');

/** Options that cannot be; the message says why and shows the usage. */
export class BenchOptionsError extends Error {
  override name = 'BenchOptionsError';
}

/** @throws {BenchOptionsError} */
export function readOptions(args: string[]): BenchOptions {
  const values = parse(args);
  if (values.archive !== undefined && values.posts !== undefined)
    throw refusal('--archive and --posts exclude each other.');
  return {
    data:
      values.archive === undefined
        ? { posts: readCount(values.posts ?? '17000') }
        : { archive: values.archive },
    only: values.only === undefined ? parts : readParts(values.only),
    out: values.out ?? null,
    isQuick: values.quick,
    isHelp: values.help,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        posts: { type: 'string' },
        archive: { type: 'string' },
        only: { type: 'string' },
        out: { type: 'string' },
        quick: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    if (error instanceof TypeError) throw refusal(error.message);
    throw error;
  }
}

function readCount(text: string): number {
  const count = Number(text.replaceAll(/[,_]/g, ''));
  if (!Number.isInteger(count) || count < 100 || count > 1_000_000)
    throw refusal(`--posts ${text}: a whole number from 100 to 1,000,000 is needed.`);
  return count;
}

function readParts(text: string): Part[] {
  const names = text.split(',').filter(Boolean);
  const unknown = names.filter((name) => !parts.some((part) => part === name));
  if (unknown.length > 0 || names.length === 0)
    throw refusal(`--only ${text}: there is no part ${unknown.join(', ') || 'named'}.`);
  return parts.filter((part) => names.includes(part));
}

const refusal = (message: string) => new BenchOptionsError(`${message}\n${usage}`);
