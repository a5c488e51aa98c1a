// What has to be put away whatever happens: servers stopped, databases dropped, folders deleted.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

type Task = () => Promise<unknown>;

export class Cleanup {
  readonly #tasks: Task[] = [];
  #running: Promise<void> | undefined;

  /** Adds a task; the last added runs first. */
  defer(task: Task): void {
    this.#tasks.push(task);
  }

  /** A folder under the system's temporary one; an open one is for programs that change their user. */
  async folder(name: string, { isOpen = false } = {}): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), `commonplace-bench-${name}-`));
    if (isOpen) await chmod(folder, 0o755);
    this.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    return folder;
  }

  /** Runs every task once, also after one has failed. */
  run(): Promise<void> {
    this.#running ??= this.#runAll();
    return this.#running;
  }

  async #runAll(): Promise<void> {
    const failures: unknown[] = [];
    for (let task = this.#tasks.pop(); task !== undefined; task = this.#tasks.pop())
      await task().catch((error) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything was put away.');
  }
}

/** Runs a part of the work with a cleanup of its own, at its end or, at the latest, at that of all. */
export async function putAway<Result>(
  work: (own: Cleanup) => Promise<Result>,
  all: Cleanup,
): Promise<Result> {
  const own = new Cleanup();
  all.defer(() => own.run());
  try {
    return await work(own);
  } finally {
    await own.run();
  }
}

/**
 * Runs work with a cleanup that happens in any case, also when the process is asked to end.
 */
export async function withCleanup<Result>(
  work: (cleanup: Cleanup) => Promise<Result>,
): Promise<Result> {
  const cleanup = new Cleanup();
  const end = (signal: NodeJS.Signals) => {
    console.error(`\n${signal}: putting everything away …`);
    cleanup
      .run()
      .catch(console.error)
      .finally(() => process.exit(130));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  try {
    return await work(cleanup);
  } finally {
    await cleanup.run();
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
  }
}
