// Drives wrk (https://github.com/wg/wrk): one thread, sixteen connections (decisions.md 28).
import { outputOf } from './children';

export type Throughput = { perSecond: number; p50Ms: number; p99Ms: number; failures: number };

const unitMs: Record<string, number> = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

/** Whether wrk is there. */
export async function hasWrk(): Promise<boolean> {
  // Asked for its version it prints that and then fails for want of an address.
  return (await outputOf('wrk', ['-v']).catch(() => '')) !== null;
}

/** Asks for one address as often as it can for some seconds. */
export async function runWrk(
  url: string,
  { seconds, headers = {} }: { seconds: number; headers?: Record<string, string> },
): Promise<Throughput> {
  const headerArgs = Object.entries(headers).flatMap(([name, value]) => [
    '-H',
    `${name}: ${value}`,
  ]);
  const args = ['-t1', '-c16', `-d${seconds}s`, '--latency', ...headerArgs, url];
  const output = await outputOf('wrk', args);
  if (output === null) throw new Error('wrk is gone.');
  return parseWrk(output);
}

/** Reads what wrk prints with `--latency`. */
export function parseWrk(output: string): Throughput {
  const number = (pattern: RegExp) => Number(pattern.exec(output)?.[1] ?? 0);
  const latency = (share: string) => {
    const [, value, unit = ''] =
      new RegExp(`^\\s+${share}%\\s+([\\d.]+)(us|ms|s|m)$`, 'm').exec(output) ?? [];
    const factor = unitMs[unit];
    if (value === undefined || factor === undefined)
      throw new Error(`wrk printed no ${share}th percentile: ${output}`);
    return Number(value) * factor;
  };
  const socketErrors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(
    output,
  );
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    p50Ms: latency('50'),
    p99Ms: latency('99'),
    failures:
      number(/Non-2xx or 3xx responses: (\d+)/) +
      (socketErrors?.slice(1).reduce((sum, count) => sum + Number(count), 0) ?? 0),
  };
}
