// Bundles the script of reading pages into a module, so that a page can name it by its content.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const readerFolder = path.join(import.meta.dirname, '../../components/reader');

/** Writes `components/reader/bundle.generated.ts`. */
export async function bundleReaderScript(): Promise<void> {
  const result = await build({
    entryPoints: [path.join(readerFolder, 'main.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  const source = result.outputFiles[0]?.text.trim() ?? '';
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 12);
  const module = [
    '// Made by lib/commands/bundle-reader-script.ts; not edited, not committed.',
    `export const readerScriptName = 'reader-${hash}.js';`,
    `export const readerScriptPath = '/assets/reader-${hash}.js';`,
    `export const readerScript = ${JSON.stringify(source)};`,
    '',
  ];
  await writeFile(path.join(readerFolder, 'bundle.generated.ts'), module.join('\n'));
}
