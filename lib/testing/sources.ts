// The sources of this project and what each imports, for tests that hold the rules of the house.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const folders = ['app', 'components', 'lib', 'e2e'];
const topLevel = ['proxy.ts', 'instrumentation.ts', 'next.config.ts', 'drizzle/drizzle.config.ts'];

export type Source = { file: string; text: string; imports: { from: string; isType: boolean }[] };

function readSource(file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\b([^'"`;]*?)\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  const imports = [...statements].map((match) => ({
    from: resolve(file, match[2] ?? match[3] ?? match[4] ?? ''),
    isType: (match[1] ?? '').trimStart().startsWith('type'),
  }));
  return { file, text, imports };
}

/** Imports of our own as paths from the root, packages as they are. */
function resolve(file: string, from: string): string {
  if (from.startsWith('@/')) return from.slice(2);
  return from.startsWith('.') ? path.join(path.dirname(file), from) : from;
}

/** Every file of ours. */
export const allSources: Source[] = [
  ...topLevel,
  ...folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(folder, file),
    ),
  ),
]
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.(d|generated)\.ts$/.test(file))
  .map(readSource);

const isTest = ({ file }: Source) =>
  /\.test\.ts$/.test(file) ||
  file.startsWith('lib/testing/') ||
  file.startsWith('e2e/') ||
  file.startsWith('lib/db/embedded/fixture');

/** Those that are shipped. */
export const sources = allSources.filter((source) => !isTest(source));

/** `file → import` of the sources in a place that import something they may not. */
export function offences(
  within: (file: string) => boolean,
  isForbidden: (from: string, isType: boolean) => boolean,
  exceptions: Record<string, string> = {},
) {
  return sources
    .filter(({ file }) => within(file) && !(file in exceptions))
    .flatMap(({ file, imports }) =>
      imports
        .filter(({ from, isType }) => isForbidden(from, isType))
        .map(({ from }) => `${file} → ${from}`),
    );
}

export const inside = (folder: string) => (file: string) => file.startsWith(`${folder}/`);
export const outside =
  (...places: string[]) =>
  (file: string) =>
    !places.some((place) => file.startsWith(place));
