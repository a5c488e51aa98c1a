// Keeps Next from making what a page is rid of before it is stored (dress.mjs): the page once more,
// in pieces and as data, for the framework's router. That takes a fifth of a render.
import { createRequire } from 'node:module';
import { pageModule } from './route-modules.mjs';

const require = createRequire(import.meta.url);

/**
 * @typedef {{ renderOpts: { ComponentMod: object } }} Context
 * @typedef {{ metadata: { flightData?: Buffer } } | { error: unknown }} Rendered
 * @typedef {{ prerender(request: object, response: object, context: Context): Promise<Rendered> }} RouteModule
 */

/** Makes the pages of this process lean. Next's module paths are pinned by a test. */
export function leanPages() {
  const [path, name] = pageModule;
  leanModule(require(path)[name].prototype);
}

/** @type {WeakMap<object, object>} */
const leanOnes = new WeakMap();

/** @param {RouteModule} prototype */
export function leanModule(prototype) {
  const { prerender } = prototype;
  prototype.prerender = async function (request, response, context) {
    const ComponentMod = withoutPieces(context.renderOpts.ComponentMod);
    const renderOpts = { ...context.renderOpts, ComponentMod };
    const rendered = await prerender.call(this, request, response, { ...context, renderOpts });
    if ('error' in rendered) return rendered;
    // Next writes it out as JSON, byte by byte, to learn its length.
    rendered.metadata.flightData = Buffer.alloc(0);
    return rendered;
  };
}

/**
 * The module of a page, all as it is but for what takes the page to pieces.
 * @param {object} pageModule
 */
function withoutPieces(pageModule) {
  const known = leanOnes.get(pageModule);
  if (known !== undefined) return known;
  const lean = Object.create(pageModule, {
    collectSegmentData: { value: async () => new Map() },
  });
  leanOnes.set(pageModule, lean);
  return lean;
}
