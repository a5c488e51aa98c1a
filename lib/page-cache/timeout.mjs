// How long to wait for Postgres before it counts as down.

const tickMs = 50;

/**
 * Resolves after a time in which this process could have heard an answer: a process that is busy
 * with a thousand requests has not waited, however late it is.
 * @template T
 * @param {number} milliseconds
 * @param {T} value
 * @returns {Promise<T>}
 */
export async function timeout(milliseconds, value) {
  for (let waited = 0; waited < milliseconds; waited += tickMs)
    await new Promise((resolve) => setTimeout(resolve, tickMs).unref());
  return value;
}
