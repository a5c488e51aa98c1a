// Processes that the bench starts: with an environment of their own, so that nothing of a real
// site's settings (buckets, purges, passwords) reaches what is measured.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { scripts } from '../../package.json';
import { variables } from '../env';
import type { Cleanup } from './cleanup';

export const projectRoot = path.join(import.meta.dirname, '../..');

const stopMs = 10_000;

/** Every variable of ours set to nothing, which also keeps `.env` files from filling it. */
const unset = Object.fromEntries(Object.keys(variables).map((name) => [name, '']));

/** The environment of a child: what any program needs, and these variables. */
function environmentOf(given: Record<string, string>): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PATH: '/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin',
    HOME: homedir(),
    TMPDIR: tmpdir(),
    ...unset,
    PAGE_CACHE: 'own',
    LOG_LEVEL: 'warn',
    ...given,
  };
}

/** Starts a program that ends with the bench at the latest. */
export function startChild(
  program: string,
  args: string[],
  options: { variables?: Record<string, string>; stdio: SpawnOptions['stdio'] },
  cleanup: Cleanup,
): ChildProcess {
  const child = spawn(program, args, {
    cwd: projectRoot,
    stdio: options.stdio,
    env: environmentOf(options.variables ?? {}),
  });
  cleanup.defer(() => stopChild(child));
  return child;
}

type Script = 'build' | 'import' | 'start';

/**
 * Starts one of our own commands as `npm run` does, with the same limits of memory, but without
 * npm's process in between; what it says goes to standard error.
 */
export function startCommand(
  [script, ...args]: [Script, ...string[]],
  commandVariables: Record<string, string>,
  cleanup: Cleanup,
  { log = 2 } = {},
): ChildProcess {
  const [, ...words] = scripts[script].split(' ');
  return startChild(
    process.execPath,
    [...words, ...args],
    { variables: commandVariables, stdio: ['ignore', log, log] },
    cleanup,
  );
}

/** The server that `npm start` has started: its child whose name says so. */
export async function serverStartedBy(pid: number): Promise<number> {
  const processes = (await outputOf('ps', ['-A', '-o', 'pid=,ppid=,args='])) ?? '';
  for (const line of processes.split('\n')) {
    const [, child, parent, name = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === pid && name.includes('next')) return Number(child);
  }
  throw new Error(`Process ${pid} has started no server.`);
}

/** Asks a child to end, and ends it when it does not listen. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), stopMs);
  await ended;
  clearTimeout(killer);
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/**
 * Runs a program to its end.
 * @returns what it wrote; null when it is not installed
 * @throws when it fails, with its last words
 */
export async function outputOf(
  program: string,
  args: string[],
  variables: Record<string, string> = {},
): Promise<string | null> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environmentOf(variables),
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  try {
    const [code] = await once(child, 'close');
    const text = Buffer.concat(said).toString();
    if (code !== 0) throw new Error(`${program} failed (${code}): ${text.slice(-500)}`);
    return text;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Memory of a process in bytes: what it holds now. */
export async function residentBytes(pid: number): Promise<number> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOENT' && code !== 'ESRCH') throw error;
  }
  // Not Linux, or ended.
  const printed = await outputOf('ps', ['-o', 'rss=', '-p', String(pid)]).catch(() => null);
  return Number(printed ?? 0) * 1024;
}

const sampleMs = 200;

/** Watches a child until it ends. @returns its exit code and the most memory it was seen to hold */
export async function watchToEnd(
  child: ChildProcess,
): Promise<{ code: number; peakBytes: number; ms: number }> {
  const from = performance.now();
  const ended = once(child, 'exit');
  let peakBytes = 0;
  while (!hasEnded(child)) {
    if (child.pid !== undefined) peakBytes = Math.max(peakBytes, await residentBytes(child.pid));
    await Promise.race([ended, delay(sampleMs)]);
  }
  return { code: child.exitCode ?? 1, peakBytes, ms: performance.now() - from };
}
