// Writes elements out as HTML, once. What the framework does with an element costs several times
// that: it is serialised, read back, rendered, and marked for a browser that takes it over, which
// no reading page has.
import path from 'node:path';
import type { ReactNode } from 'react';

type Renderer = Pick<typeof import('react-dom/server'), 'renderToStaticMarkup'>;

let renderer: Renderer | undefined;

/**
 * The HTML of elements whose components are plain functions: none that waits, or has state.
 * @throws what a component throws
 */
export function staticMarkup(elements: ReactNode): string {
  renderer ??= loadRenderer();
  return renderer.renderToStaticMarkup(elements);
}

/**
 * React's own renderer, past the bundler: that would give a server component one that refuses to
 * work beside it. next.config.ts names its files for those who look for what a server needs.
 */
function loadRenderer(): Renderer {
  const { createRequire } = process.getBuiltinModule('node:module');
  return createRequire(path.join(process.cwd(), 'package.json'))('react-dom/server');
}
