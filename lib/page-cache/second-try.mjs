// Renders a page once more when that went wrong while Postgres is well: the connection that it used
// may have died under it, as when a pooler or an administrator ends it. What else went wrong goes
// wrong again. A page that is to be stored only reads, so that nothing is done twice.
import { createRequire } from 'node:module';
import { pageModule } from './route-modules.mjs';
import { pageCacheState } from './state.mjs';

const require = createRequire(import.meta.url);

/**
 * @typedef {{ statusCode: number }} NextResponse
 * @typedef {{ prerender(request: object, response: NextResponse, context: object): Promise<object> }} RouteModule
 */

/** Gives the pages of this process a second try. Next's module paths are pinned by a test. */
export function trySecondTime() {
  const [path, name] = pageModule;
  secondTryOf(require(path)[name].prototype);
}

/** @param {RouteModule} prototype */
export function secondTryOf(prototype) {
  const { prerender } = prototype;
  prototype.prerender = async function (request, response, context) {
    const { statusCode } = response;
    const rendered = await prerender.call(this, request, response, context);
    if (!('error' in rendered)) return rendered;
    const { invalidations } = pageCacheState();
    await invalidations.ask();
    if (invalidations.isDown) return rendered;
    // Next has said already what would become of the first.
    response.statusCode = statusCode;
    return prerender.call(this, request, response, context);
  };
}
