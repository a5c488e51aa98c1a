// What a person reads while the bench runs, on standard error: the table alone goes to standard
// output.
import { cpus, loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

const started = performance.now();

export function say(line: string): void {
  const at = ((performance.now() - started) / 1000).toFixed(0).padStart(5);
  console.error(`${at} s  ${line}`);
}

/** How busy others keep the machine while the bench itself rests. */
export type Disturbance = { part: string; busyCores: number; loadAverage: number };

const watchMs = 1000;
/** From this many busy cores on a measurement says more about the others than about us. */
const tolerableCores = 0.3;

const busyMs = () =>
  cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);

/** Watches the machine for a second, before and after a part: says so when others are at work. */
export async function watchOthers(part: string): Promise<Disturbance> {
  const before = busyMs();
  const from = performance.now();
  await delay(watchMs);
  const busyCores = (busyMs() - before) / (performance.now() - from);
  if (isDisturbed({ busyCores }))
    say(`Others keep ${busyCores.toFixed(1)} cores busy: ${part} is disturbed.`);
  return { part, busyCores, loadAverage: loadavg()[0] ?? 0 };
}

export const isDisturbed = ({ busyCores }: Pick<Disturbance, 'busyCores'>): boolean =>
  busyCores > tolerableCores;
