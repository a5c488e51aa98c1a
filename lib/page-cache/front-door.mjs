// Answers requests for stored pages before Next sees them. Next needs most of a millisecond to find
// out that it has a page: rules for rewrites and headers, a response cache, a hash over the whole
// text. So the answer that Next has given to an address is kept beside the stored page, and given
// again, byte for byte, for as long as the page is the one stored, not expired and within its life.
// Anything out of the ordinary (a query, another method, a header that changes what is meant) goes
// on to Next.

import http from 'node:http';
import { createRequire } from 'node:module';
import { LRUCache } from 'lru-cache';
import { pageCacheState } from './state.mjs';

const require = createRequire(import.meta.url);
/** @type {(request: http.IncomingHttpHeaders, response: { etag?: string }) => boolean} */
const isFresh = require('next/dist/compiled/fresh');

const maxAddresses = 20_000;
/** With one of these a request asks for something else than the page, or not to be answered so. */
const extraordinary = [
  'rsc',
  'next-router-state-tree',
  'next-action',
  'content-length',
  'transfer-encoding',
  'upgrade',
  'expect',
  'access-control-request-method',
  'x-prerender-revalidate',
];

/** Set anew for each answer. */
const ofConnection = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'];

/**
 * @typedef {import('./store.mjs').Entry} Entry
 * @typedef {{ key: string, entry: Entry }} Found what the cache handler found for a request
 * @typedef {{ found?: Found }} Visit
 * @typedef {{ headers: string[], headersUnchanged: string[], etag?: string, body: Buffer, cacheControl: Entry['cacheControl'] }} Answer
 * @typedef {(request: http.IncomingMessage) => boolean} MayAnswer
 */

/**
 * Puts the door before every HTTP server of this process, once.
 * @param {MayAnswer} mayAnswer whether a request means this site: former hosts are redirected
 */
export function openFrontDoor(mayAnswer) {
  const door = new FrontDoor(mayAnswer);
  const { emit } = http.Server.prototype;
  /**
   * @this {http.Server}
   * @param {string} event
   * @param {unknown[]} details
   * @returns {boolean}
   */
  http.Server.prototype.emit = function (event, ...details) {
    const asBefore = () => Reflect.apply(emit, this, [event, ...details]);
    const [request, response] = event === 'request' ? details : [];
    if (!(request instanceof http.IncomingMessage) || !(response instanceof http.ServerResponse))
      return asBefore();
    door.receive(request, response, asBefore);
    return true;
  };
}

export class FrontDoor {
  /** The key of the stored page by the address that was asked for. */
  #keys = new LRUCache(
    /** @type {LRUCache.Options<string, string, unknown>} */ ({ max: maxAddresses }),
  );
  /** @type {WeakMap<Entry, Answer>} */
  #answers = new WeakMap();
  #mayAnswer;

  /** @param {MayAnswer} mayAnswer */
  constructor(mayAnswer) {
    this.#mayAnswer = mayAnswer;
  }

  /**
   * @param {http.IncomingMessage} request
   * @param {http.ServerResponse} response
   * @param {() => void} passOn hands the request to Next
   */
  receive(request, response, passOn) {
    if (!isOrdinary(request) || !this.#mayAnswer(request)) passOn();
    else if (!this.#keys.has(request.url ?? '')) this.#learn(request, response, passOn);
    else {
      const { invalidations } = pageCacheState();
      if (invalidations.isReady()) this.#answer(request, response, passOn);
      else void invalidations.ready().then(() => this.#answer(request, response, passOn));
    }
  }

  /**
   * @param {http.IncomingMessage} request
   * @param {http.ServerResponse} response
   * @param {() => void} passOn
   */
  #answer(request, response, passOn) {
    const { invalidations, store } = pageCacheState();
    const entry = store.recall(this.#keys.get(request.url ?? '') ?? '');
    const answer = entry && this.#answers.get(entry);
    if (
      entry === undefined ||
      answer === undefined ||
      // Its life was renewed: Next says another one in a header.
      answer.cacheControl !== entry.cacheControl ||
      invalidations.haveExpired(entry) ||
      (isPastItsLife(entry) && !invalidations.isDown)
    )
      return this.#learn(request, response, passOn);
    if (isFresh(request.headers, { etag: answer.etag })) {
      response.writeHead(304, answer.headersUnchanged);
      response.end();
    } else {
      response.writeHead(200, answer.headers);
      response.end(request.method === 'HEAD' ? undefined : answer.body);
    }
  }

  /**
   * Lets Next answer, and keeps the answer if it was a stored page.
   * @param {http.IncomingMessage} request
   * @param {http.ServerResponse} response
   * @param {() => void} passOn
   */
  #learn(request, response, passOn) {
    /** @type {Visit} */
    const visit = {};
    response.once('finish', () => {
      const { found } = visit;
      const isStoredPage =
        response.statusCode === 200 && response.getHeader('x-nextjs-cache') === 'HIT';
      if (found === undefined || !isStoredPage || response.hasHeader('set-cookie')) return;
      this.#answers.set(found.entry, answerOf(found.entry, response));
      this.#keys.set(request.url ?? '', found.key);
    });
    pageCacheState().visits.run(visit, passOn);
  }
}

/** @param {http.IncomingMessage} request */
function isOrdinary({ method, url, headers }) {
  return (
    (method === 'GET' || method === 'HEAD') &&
    url !== undefined &&
    !url.includes('?') &&
    extraordinary.every((name) => headers[name] === undefined)
  );
}

/** @param {Entry} entry */
function isPastItsLife({ lastModified, cacheControl }) {
  const seconds = cacheControl?.revalidate;
  return typeof seconds === 'number' && lastModified + seconds * 1000 <= Date.now();
}

/**
 * @param {Entry} entry
 * @param {http.ServerResponse} response
 * @returns {Answer}
 */
function answerOf({ value, cacheControl }, response) {
  const body = value.kind === 'APP_PAGE' ? Buffer.from(value.html) : value.body;
  /** @type {string[]} */
  const common = [];
  const ofBody = ['content-length', String(body.length)];
  for (const [name, header] of Object.entries(response.getHeaders())) {
    if (header === undefined || ofConnection.includes(name)) continue;
    const values = Array.isArray(header) ? header : [String(header)];
    for (const value of values) (name.startsWith('content-t') ? ofBody : common).push(name, value);
  }
  const etag = response.getHeader('etag');
  return {
    headers: [...common, ...ofBody],
    headersUnchanged: common,
    etag: typeof etag === 'string' ? etag : undefined,
    body,
    cacheControl,
  };
}
