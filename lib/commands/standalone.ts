// Makes `.next/standalone` whole: Next leaves out what a CDN could serve, which nobody may have.
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';

const build = path.join(import.meta.dirname, '../../.next');

/** Copies the style sheets and fonts of the build beside the standalone server. */
export async function completeStandalone(): Promise<void> {
  const target = path.join(build, 'standalone/.next/static');
  await mkdir(target, { recursive: true });
  await cp(path.join(build, 'static'), target, { recursive: true });
}
