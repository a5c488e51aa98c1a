// Stands before Next's response cache, which stands before the cache handler. Next lets a request
// join one for the same page that is under way. That one may have read the database before an
// invalidation that the joining request comes after, so an answer that is too old is asked for
// again. And a page that cannot be made because Postgres does not answer gets a plain 503.
import { createRequire } from 'node:module';
import { routeModules } from './route-modules.mjs';
import { pageCacheState } from './state.mjs';

const require = createRequire(import.meta.url);

/** Every time an old render has ended by then; more rounds mean that pages change all the time. */
const maxRounds = 5;
const retryAfterSeconds = 30;
/** An answer that takes longer than this may be waiting for a database that is gone. */
const suspiciousMs = 3000;

/**
 * @typedef {{ value: { kind: string, headers?: object, status?: number, html?: unknown, body?: unknown } | null, cacheControl?: object } | { error: unknown } | null} Answer
 * @typedef {(state: unknown) => Promise<Answer>} Generate
 * @typedef {(key: string | null, generate: Generate, context: { routeKind: string }) => Promise<Answer>} Get
 * @typedef {{ get: Get }} ResponseCache
 */

/** Guards the pages and routes of this process. Next's module paths are pinned by a test. */
export function guardAnswers() {
  for (const [path, name] of routeModules) guardModule(require(path)[name].prototype);
}

/** @type {WeakSet<ResponseCache>} */
const guarded = new WeakSet();

/** @param {{ getResponseCache: (request: unknown) => ResponseCache }} prototype */
function guardModule(prototype) {
  const { getResponseCache } = prototype;
  prototype.getResponseCache = function (request) {
    const cache = getResponseCache.call(this, request);
    if (!guarded.has(cache)) {
      cache.get = guardedGet(cache.get.bind(cache));
      guarded.add(cache);
    }
    return cache;
  };
}

/**
 * @param {Get} get
 * @returns {Get}
 */
export function guardedGet(get) {
  return async (key, generate, context) => {
    const { invalidations } = pageCacheState();
    const suspicion = setTimeout(() => invalidations.ask(), suspiciousMs);
    const guardedGenerate = orUnavailable(generate, context.routeKind);
    try {
      let answer = await get(key, guardedGenerate, context);
      for (let round = 1; round < maxRounds && isTooOld(answer); round += 1)
        answer = await get(key, guardedGenerate, context);
      return answer;
    } finally {
      clearTimeout(suspicion);
    }
  };
}

/**
 * Makes a page, or says that it cannot be made while the database is down. The answer has no life
 * of its own, so nobody stores it.
 * @param {Generate} generate
 * @param {string} routeKind
 * @returns {Generate}
 */
function orUnavailable(generate, routeKind) {
  return async (state) => {
    const { invalidations } = pageCacheState();
    if (invalidations.isDown) return unavailable(routeKind);
    try {
      const answer = await generate(state);
      // Next hands on what went wrong in a page, and throws what went wrong elsewhere.
      if (answer === null || !('error' in answer)) return answer;
      return (await isDatabaseGone()) ? unavailable(routeKind) : answer;
    } catch (error) {
      if (await isDatabaseGone()) return unavailable(routeKind);
      throw error;
    }
  };
}

async function isDatabaseGone() {
  const { invalidations } = pageCacheState();
  await invalidations.ask();
  return invalidations.isDown;
}

/** @param {Answer} answer */
function isTooOld(answer) {
  const headers = answer !== null && 'value' in answer ? answer.value?.headers : undefined;
  if (headers === undefined) return false;
  const { births, invalidations } = pageCacheState();
  const birth = births.get(headers);
  return birth !== undefined && invalidations.haveExpired(birth);
}

/**
 * @param {string} routeKind
 * @returns {Answer & object}
 */
function unavailable(routeKind) {
  const headers = {
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
    'retry-after': String(retryAfterSeconds),
  };
  if (routeKind === 'APP_ROUTE')
    return { value: { kind: 'APP_ROUTE', status: 503, headers, body: Buffer.from(page) } };
  const { default: RenderResult } = require('next/dist/server/render-result.js');
  const html = RenderResult.fromStatic(page, 'text/html; charset=utf-8');
  return { value: { kind: 'APP_PAGE', status: 503, headers, html } };
}

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Back in a moment</title>
<h1>Back in a moment</h1>
<p>This page cannot be made right now. Please try again in half a minute.</p>
</html>
`;
