// Whether who asks has the answer already. Next looks at that for pages and not for routes, of which
// feeds are asked for all day long by readers that hold the newest one.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/** @type {(request: import('node:http').IncomingHttpHeaders, response: { etag?: string, 'last-modified'?: string }) => boolean} */
const isFresh = require('next/dist/compiled/fresh');

/** What says that a text has changed. @typedef {{ etag?: string, lastModified?: string }} Validators */

/**
 * @param {import('node:http').IncomingHttpHeaders} asked
 * @param {Validators} validators
 */
export function isUnchanged(asked, { etag, lastModified }) {
  return isFresh(asked, { etag, 'last-modified': lastModified });
}

/**
 * @param {import('node:http').ServerResponse} response
 * @returns {Validators}
 */
export function validatorsOf(response) {
  const text = (/** @type {string} */ name) => {
    const value = response.getHeader(name);
    return typeof value === 'string' ? value : undefined;
  };
  return { etag: text('etag'), lastModified: text('last-modified') };
}

/**
 * Makes a 200 on its way a 304 without a body where nothing has changed.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function spareUnchanged({ method, headers }, response) {
  const isConditional = 'if-none-match' in headers || 'if-modified-since' in headers;
  if (!isConditional || (method !== 'GET' && method !== 'HEAD')) return;
  const { writeHead } = response;
  /** @this {import('node:http').ServerResponse} */
  response.writeHead = function (/** @type {unknown[]} */ ...head) {
    const isSpared = head[0] === 200 && isUnchanged(headers, validatorsOf(response));
    if (!isSpared) return Reflect.apply(writeHead, this, head);
    for (const name of response.getHeaderNames())
      if (name.startsWith('content-t') || name === 'content-length') response.removeHeader(name);
    // Node ignores what is written after the head of a 304.
    return Reflect.apply(writeHead, this, [304]);
  };
}
