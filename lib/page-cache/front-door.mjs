// Answers requests for stored pages before Next sees them. Next needs most of a millisecond to find
// out that it has a page: rules for rewrites and headers, a response cache, a hash over the whole
// text. So the answer that Next has given to an address is kept beside the stored page, and given
// again, byte for byte, for as long as the page is the one stored, not expired and within its life.
// Anything out of the ordinary (a query where pages have none, another method, a header that changes
// what is meant) goes on to Next. Of a crowd that asks for a page which is not stored one goes on,
// the others wait for what it leaves behind; of a crowd that asks for a page whose life is over one
// goes on and has it made anew, and the others get it as it was, as Next would give it them.

import { LRUCache } from 'lru-cache';
import { interceptRequests } from './requests.mjs';
import { pageCacheState } from './state.mjs';
import { isUnchanged, validatorsOf } from './unchanged.mjs';

const maxAddresses = 20_000;
/**
 * How often a request waits for one that is ahead of it: for the render, for the first answer from
 * the store, and once more should the page expire meanwhile.
 */
const maxWaits = 3;
/** How long a page whose life is over is given as it was before another request goes on for it. */
const renewalMs = 1000;
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
 * @typedef {{ status: number, headers: string[], headersUnchanged: string[], validators: import('./unchanged.mjs').Validators, body: Buffer, cacheControl: Entry['cacheControl'] }} Answer
 * @typedef {{ mayAnswer: (request: import('node:http').IncomingMessage) => boolean, isPage: (path: string) => boolean }} Policy
 *   whether a request means this site (former hosts are redirected), and whether an address, with
 *   the query it may have, may be a stored page's: nobody waits for others at any other
 */

/**
 * Puts the door before every HTTP server of this process, once.
 * @param {Policy} policy
 */
export function openFrontDoor(policy) {
  const door = new FrontDoor(policy);
  interceptRequests((request, response, passOn) => door.receive(request, response, passOn));
}

export class FrontDoor {
  /** The key of the stored page by the address that was asked for. */
  #keys = new LRUCache(
    /** @type {LRUCache.Options<string, string, unknown>} */ ({ max: maxAddresses }),
  );
  /** @type {WeakMap<Entry, Answer>} */
  #answers = new WeakMap();
  /** When a request went on because the life of a page was over. @type {WeakMap<Entry, number>} */
  #renewals = new WeakMap();
  /** What Next is busy with, by address. @type {Map<string, Promise<void>>} */
  #ahead = new Map();
  #policy;

  /** @param {Policy} policy */
  constructor(policy) {
    this.#policy = policy;
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   * @param {() => void} passOn hands the request to Next
   */
  receive(request, response, passOn) {
    const path = request.url ?? '';
    if (!isOrdinary(request) || !this.#policy.mayAnswer(request)) passOn();
    else if (this.#keys.has(path) || this.#policy.isPage(path))
      void this.#serve(path, request, response, passOn);
    else passOn();
  }

  /**
   * @param {string} path
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   * @param {() => void} passOn
   */
  async #serve(path, request, response, passOn) {
    const { invalidations } = pageCacheState();
    for (let waits = 0; ; waits += 1) {
      if (this.#keys.has(path)) {
        if (!invalidations.isReady()) await invalidations.ready();
        const answer = this.#find(path);
        if (answer) return send(answer, request, response);
      }
      const ahead = this.#ahead.get(path);
      if (ahead === undefined || waits === maxWaits) break;
      await ahead;
    }
    this.#learn(path, response, passOn);
  }

  /**
   * The answer that may be given at this moment.
   * @param {string} path
   */
  #find(path) {
    const { invalidations, store } = pageCacheState();
    const entry = store.recall(this.#keys.get(path) ?? '');
    const answer = entry && this.#answers.get(entry);
    if (entry === undefined || answer === undefined) return undefined;
    // Its life was renewed: Next says another one in a header.
    if (answer.cacheControl !== entry.cacheControl) return undefined;
    if (invalidations.haveExpired(entry)) return undefined;
    const goesOn = !invalidations.isDown && isPastItsLife(entry) && this.#goesOnFor(entry);
    return goesOn ? undefined : answer;
  }

  /**
   * Whether this request is the one that goes on for a page whose life is over.
   * @param {Entry} entry
   */
  #goesOnFor(entry) {
    const now = Date.now();
    if (now - (this.#renewals.get(entry) ?? 0) < renewalMs) return false;
    this.#renewals.set(entry, now);
    return true;
  }

  /**
   * Lets Next answer, and keeps the answer if it was a stored page.
   * @param {string} path
   * @param {import('node:http').ServerResponse} response
   * @param {() => void} passOn
   */
  #learn(path, response, passOn) {
    /** @type {Visit} */
    const visit = {};
    response.once('finish', () => {
      const { found } = visit;
      const isStoredPage =
        [200, 404].includes(response.statusCode) && response.getHeader('x-nextjs-cache') === 'HIT';
      if (found === undefined || !isStoredPage || response.hasHeader('set-cookie')) return;
      this.#answers.set(found.entry, answerOf(found.entry, response));
      this.#keys.set(path, found.key);
    });
    if (!this.#ahead.has(path)) {
      const over = new Promise((resolve) => response.once('close', () => resolve(undefined)));
      this.#ahead.set(path, over);
      void over.then(() => this.#ahead.delete(path));
    }
    pageCacheState().visits.run(visit, passOn);
  }
}

/**
 * @param {Answer} answer
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function send(answer, request, response) {
  if (isUnchanged(request.headers, answer.validators)) {
    response.writeHead(304, answer.headersUnchanged);
    response.end();
  } else {
    response.writeHead(answer.status, answer.headers);
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  }
}

/** @param {import('node:http').IncomingMessage} request */
function isOrdinary({ method, url, headers }) {
  return (
    (method === 'GET' || method === 'HEAD') &&
    url !== undefined &&
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
 * @param {import('node:http').ServerResponse} response
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
  return {
    status: response.statusCode,
    headers: [...common, ...ofBody],
    headersUnchanged: common,
    validators: validatorsOf(response),
    body,
    cacheControl,
  };
}
