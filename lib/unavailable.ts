// What a reader gets from a route while the database does not answer. Pages have their own way
// (page-cache/guard.mjs).
import { setTimeout as pause } from 'node:timers/promises';
import { isUnreachable } from './db/unreachable';

const retryAfterSeconds = 30;
const longestWaitMs = 5000;

/**
 * The answer, or a 503 when the database cannot be reached or says nothing for five seconds.
 * @param waitMs for answers that wait for others besides
 */
export async function orUnavailable(
  answer: () => Promise<Response>,
  waitMs = longestWaitMs,
): Promise<Response> {
  const ended = new AbortController();
  const late = pause(waitMs, undefined, { ref: false, signal: ended.signal }).then(
    unavailable,
    // The answer came first.
    unavailable,
  );
  try {
    return await Promise.race([answer(), late]);
  } catch (error) {
    if (isUnreachable(error)) return unavailable();
    throw error;
  } finally {
    ended.abort();
  }
}

function unavailable(): Response {
  return new Response('This page cannot be made right now. Please try again in half a minute.\n', {
    status: 503,
    headers: { 'Cache-Control': 'no-store', 'Retry-After': String(retryAfterSeconds) },
  });
}
