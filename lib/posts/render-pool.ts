// Renders posts on several processors at once: rendering is most of an import's work.
import { availableParallelism } from 'node:os';
import Piscina from 'piscina';
import type { PostFields } from './input';
import type { RenderedPost, RenderStyle } from './render-post';

export type RenderTask = {
  fields: PostFields;
  number: number;
  publishedOn: string;
  style: RenderStyle;
};

export type RenderPool = {
  render(task: RenderTask): Promise<RenderedPost>;
  close(): Promise<void>;
};

const maxWorkers = 8;

export function openRenderPool(): RenderPool {
  const pool = new Piscina<RenderTask, RenderedPost>({
    filename: new URL('./render-worker.ts', import.meta.url).href,
    // Workers read TypeScript as this process does.
    execArgv: ['--import', 'tsx'],
    minThreads: 1,
    maxThreads: Math.min(maxWorkers, availableParallelism()),
  });
  return { render: (task) => pool.run(task), close: () => pool.destroy() };
}
