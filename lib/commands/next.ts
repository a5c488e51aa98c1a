// Starts Next's own command line as a child.
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const next = createRequire(import.meta.url).resolve('next/dist/bin/next');

/**
 * For glibc: pictures are made by several threads, and what each keeps for itself of the memory that
 * it has given back would add up to hundreds of megabytes.
 */
export const fewArenas = { MALLOC_ARENA_MAX: '2' };

/**
 * Megabytes: several times what the page cache keeps. Without a limit V8 collects so lazily on a
 * large machine that a crawl of the archive takes a gigabyte.
 */
export const serverHeap = 288;

type SpawnOptions = {
  /** Megabytes of heap at most, unless NODE_OPTIONS says otherwise. */
  heap?: number;
};

/** Runs `next …` with these variables on top of the environment. */
export function spawnNext(
  args: string[],
  variables: Record<string, string> = {},
  { heap }: SpawnOptions = {},
): ChildProcess {
  const isHeapGiven = process.env.NODE_OPTIONS?.includes('--max-old-space-size') ?? false;
  const flags = heap === undefined || isHeapGiven ? [] : [`--max-old-space-size=${heap}`];
  return spawn(process.execPath, [...flags, next, ...args], {
    stdio: 'inherit',
    env: { ...fewArenas, ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...variables },
  });
}

/** The exit code of a child; a child ended by a signal counts as failed. */
export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Waits for a child to end, and asks it to when this process is asked to.
 * @returns its exit code; 0 when it was asked
 */
export async function superviseChild(child: ChildProcess, stop: AbortSignal): Promise<number> {
  const end = () => child.kill('SIGTERM');
  stop.addEventListener('abort', end);
  if (stop.aborted) end();
  try {
    const code = await exitOf(child);
    return stop.aborted ? 0 : code;
  } finally {
    stop.removeEventListener('abort', end);
  }
}
