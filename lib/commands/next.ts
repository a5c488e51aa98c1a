// Starts Next's own command line as a child.
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const next = createRequire(import.meta.url).resolve('next/dist/bin/next');

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
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...variables },
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
 * Runs a child until it ends or this process is asked to; passes the request on once.
 * @returns the exit code
 */
export async function superviseChild(child: ChildProcess): Promise<number> {
  let isStopping = false;
  const stop = () => {
    isStopping = true;
    child.kill('SIGTERM');
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const code = await exitOf(child);
  return isStopping ? 0 : code;
}
