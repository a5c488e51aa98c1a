// Tells a living process from a dead one whose number somebody else has now.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Account, bareEnvironment, runAs } from './account';
import { hasCode, readIfThere } from './files';

/** A process for ever: its number and when it started. */
export type ProcessMark = { pid: number; startedAt: string };

let own: ProcessMark | undefined;

export function ownMark(): ProcessMark {
  own ??= { pid: process.pid, startedAt: startOf(process.pid) ?? '' };
  return own;
}

export function isRunning(mark: ProcessMark): boolean {
  return startOf(mark.pid) === mark.startedAt;
}

export function isAlive(pid: number): boolean {
  return startOf(pid) !== null;
}

/** @returns null for text that is no mark, such as what a crash left half-written */
export function parseMark(text: string): ProcessMark | null {
  const [pid, startedAt] = text.split('\n');
  return Number(pid) > 0 && startedAt !== undefined ? { pid: Number(pid), startedAt } : null;
}

export function formatMark(mark: ProcessMark): string {
  return `${mark.pid}\n${mark.startedAt}\n`;
}

/** Whether a process is the PostgreSQL that works in this folder. */
export function worksIn(pid: number, folder: string, account: Account): boolean {
  if (!isAlive(pid)) return false;
  if (existsSync(`/proc/${pid}`)) {
    // Asked as the account itself: root in a container may not look at another user's process.
    return (
      runAs(account, '/bin/sh', ['-c', 'test . -ef "/proc/$0/cwd"', `${pid}`], folder).status === 0
    );
  }
  const [command, ...args] =
    process.platform === 'win32'
      ? ['tasklist', '/NH', '/FI', `PID eq ${pid}`]
      : ['ps', '-p', `${pid}`, '-o', 'comm='];
  const answer = spawnSync(command!, args, { encoding: 'utf8' });
  // Without an answer rather wait for a stranger than start a second server on the same files.
  return answer.status !== 0 || answer.stdout.includes('postgres');
}

/** When a process started, in the system's own words; null when there is none (a zombie is none). */
function startOf(pid: number): string | null {
  if (process.platform === 'linux' && existsSync('/proc/self/stat')) return startOnLinux(pid);
  if (!answersSignal(pid)) return null;
  // Windows tells it only through a shell that takes a second: there the number has to do.
  if (process.platform === 'win32') return '';
  const answer = spawnSync('ps', ['-p', `${pid}`, '-o', 'stat=,lstart='], {
    encoding: 'utf8',
    env: bareEnvironment,
  });
  if (answer.status !== 0) return '';
  const [state = '', ...started] = answer.stdout.trim().split(/\s+/);
  return state.startsWith('Z') ? null : started.join(' ');
}

function startOnLinux(pid: number): string | null {
  const stat = readIfThere(`/proc/${pid}/stat`);
  // The second field is the command in parentheses, which may itself contain both.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields?.[0], fields?.[19]];
  if (!startTicks || state === 'Z' || state === 'X') return null;
  const boot = readIfThere('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  return `${boot} ${startTicks}`;
}

function answersSignal(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return false;
    if (hasCode(error, 'EPERM')) return true;
    throw error;
  }
}
