// Renders many posts on several processors at once: rendering is most of an import's work. A few
// are rendered here, which is done before a thread has started.
import { availableParallelism } from 'node:os';
import Piscina from 'piscina';
import type { PostFields } from './input';
import { type RenderedPost, type RenderStyle, renderPost } from './render-post';

export type RenderTask = {
  fields: PostFields;
  number: number;
  publishedOn: string;
  style: RenderStyle;
};

const fewTasks = 50;
const maxThreads = 8;
/** After so many posts new threads take over: each keeps the grammars of all the code it has met. */
const mostPosts = 2000;
/** Longer than storing a batch takes: a thread needs a second of work before it renders at speed. */
const idleMs = 60_000;

export class RenderPool {
  #threads: Piscina<RenderTask, RenderedPost> | undefined;
  #rendered = 0;

  /** Renders posts, in the order given; one batch at a time, as its threads may be renewed before. */
  async render(tasks: RenderTask[]): Promise<RenderedPost[]> {
    if (tasks.length < fewTasks && this.#threads === undefined) {
      const rendered: RenderedPost[] = [];
      for (const task of tasks) rendered.push(await renderTask(task));
      return rendered;
    }
    if (this.#rendered >= mostPosts) await this.close();
    this.#threads ??= startThreads();
    const threads = this.#threads;
    this.#rendered += tasks.length;
    return Promise.all(tasks.map((task) => threads.run(task)));
  }

  async close(): Promise<void> {
    const threads = this.#threads;
    this.#threads = undefined;
    this.#rendered = 0;
    await threads?.destroy();
  }
}

function startThreads(): Piscina<RenderTask, RenderedPost> {
  return new Piscina({
    filename: new URL('./render-worker.ts', import.meta.url).href,
    // Threads read TypeScript as this process does.
    execArgv: ['--import', 'tsx'],
    maxThreads: Math.min(maxThreads, availableParallelism()),
    idleTimeout: idleMs,
    // Each thread would let its garbage pile up as far as the machine allows.
    resourceLimits: { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 },
  });
}

export function renderTask({
  fields,
  number,
  publishedOn,
  style,
}: RenderTask): Promise<RenderedPost> {
  return renderPost(fields, { number, publishedOn }, style);
}
