// A stored page may carry a script of one other origin. It says so by a cache tag, which is stored
// with it and shared by every process, so that page and policy change together. When the page is
// answered, that origin joins the policy that next.config.ts gave the answer: Next takes no headers
// from pages, and two policies would only tighten each other.
import { createRequire } from 'node:module';
import { routeModules } from './route-modules.mjs';

const require = createRequire(import.meta.url);

const tagsHeader = 'x-next-cache-tags';
const tagPrefix = 'script-origin:';
const policyHeader = 'Content-Security-Policy';

/**
 * @typedef {{ getHeader(name: string): unknown, setHeader(name: string, value: string): unknown }} Response
 * @typedef {{ value?: { headers?: Record<string, unknown> } | null } | null} Answer
 * @typedef {{ prepare(request: object, response: Response, options: unknown): Promise<unknown>, handleResponse(options: { req: object }): Promise<Answer> }} RouteModule
 */

/** Widens the policy of pages of this process that ask for it. Next's module paths are pinned by a test. */
export function widenPolicies() {
  for (const [path, name] of routeModules) widenModule(require(path)[name].prototype);
}

/** @param {RouteModule} prototype */
export function widenModule(prototype) {
  const { prepare, handleResponse } = prototype;
  /** @type {WeakMap<object, Response>} */
  const responses = new WeakMap();
  prototype.prepare = function (request, response, options) {
    responses.set(request, response);
    return prepare.call(this, request, response, options);
  };
  prototype.handleResponse = async function (options) {
    const answer = await handleResponse.call(this, options);
    const origin = scriptOriginOf(answer);
    const response = responses.get(options.req);
    const policy = response?.getHeader(policyHeader);
    if (origin !== null && typeof policy === 'string')
      response?.setHeader(policyHeader, widenPolicy(policy, origin));
    return answer;
  };
}

/**
 * The origin that a page has named, from its stored headers.
 * @param {Answer} answer
 */
function scriptOriginOf(answer) {
  const header = answer?.value?.headers?.[tagsHeader];
  if (typeof header !== 'string') return null;
  const tag = header.split(',').find((one) => one.startsWith(tagPrefix));
  return tag === undefined ? null : tag.slice(tagPrefix.length);
}

/**
 * A policy that lets scripts come from one more origin and tell it things. Where it has no
 * `script-src`, scripts are free already.
 * @param {string} policy
 * @param {string} origin
 */
export function widenPolicy(policy, origin) {
  const directives = policy.split('; ').map((directive) => {
    const [name] = directive.split(' ', 1);
    return name === 'script-src' || name === 'connect-src' ? `${directive} ${origin}` : directive;
  });
  if (!directives.some((directive) => directive.startsWith('connect-src ')))
    directives.push(`connect-src 'self' ${origin}`);
  return directives.join('; ');
}
