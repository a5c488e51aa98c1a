// Keeps stored routes to the methods that read. Next looks a route up whatever the method is: what
// a DELETE or an OPTIONS is answered with would be stored as the file, and given to its readers.
import { createRequire } from 'node:module';
import { routeModule } from './route-modules.mjs';

const require = createRequire(import.meta.url);

const readingMethods = ['GET', 'HEAD'];

/**
 * @typedef {{ req: { method?: string }, cacheKey: string | null }} Question `cacheKey`: null where nothing is stored
 * @typedef {{ handleResponse(question: Question): Promise<object | null> }} RouteModule
 */

/** Lets the routes of this process be read alone. Next's module paths are pinned by a test. */
export function keepToReading() {
  const [path, name] = routeModule;
  keepModuleToReading(require(path)[name].prototype);
}

/** @param {RouteModule} prototype */
export function keepModuleToReading(prototype) {
  const { handleResponse } = prototype;
  prototype.handleResponse = async function (question) {
    const { cacheKey, req } = question;
    const isReading = readingMethods.includes(req.method ?? 'GET');
    return cacheKey === null || isReading ? handleResponse.call(this, question) : notAllowed();
  };
}

/** Has no life of its own, so nobody stores it. */
const notAllowed = () => ({
  isMiss: true,
  value: {
    kind: 'APP_ROUTE',
    status: 405,
    headers: { allow: readingMethods.join(', '), 'cache-control': 'no-store' },
    body: Buffer.alloc(0),
  },
});
