// Whether the build in `.next` is of these sources and settings.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Env } from '../env';

const root = path.join(import.meta.dirname, '../..');
const stampFile = path.join(root, '.next/commonplace-build');

const folders = ['app', 'components', 'lib', 'drizzle/meta'];
const files = [
  'package-lock.json',
  'next.config.ts',
  'proxy.ts',
  'instrumentation.ts',
  'postcss.config.mjs',
  'tsconfig.json',
];
const isSource = (name: string) =>
  /\.(ts|tsx|mjs|css|json|svg)$/.test(name) && !/\.(test|generated)\.tsx?$/.test(name);

async function sourceFiles(): Promise<string[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(path.join(root, folder), {
        recursive: true,
        withFileTypes: true,
      });
      return entries
        .filter((entry) => entry.isFile() && isSource(entry.name))
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
    }),
  );
  return [...files, ...found.flat()].sort();
}

/** What a build is made of: the sources, and the variables that a build takes in. */
export async function stampOf({
  PAGE_CACHE,
  FORMER_HOSTS,
}: Pick<Env, 'PAGE_CACHE' | 'FORMER_HOSTS'>): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify({ PAGE_CACHE, FORMER_HOSTS }));
  for (const file of await sourceFiles())
    hash.update(file).update(await readFile(path.join(root, file)));
  return hash.digest('hex');
}

/** Whether `.next` holds a finished build of what is here now. */
export async function isBuilt(env: Env): Promise<boolean> {
  try {
    return (await readFile(stampFile, 'utf8')) === (await stampOf(env));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Marks the build as finished. */
export async function writeBuildStamp(env: Env): Promise<void> {
  await writeFile(stampFile, await stampOf(env));
}
