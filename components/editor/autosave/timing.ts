// When typing is kept: on the device at once, on the server after a short rest and at the latest
// while typing goes on, and after a failure at growing intervals.

/** From a keystroke to the copy on this device; the rest of the 250 ms is for writing it. */
export const keepAfterMs = 150;
/** From the last keystroke to the server. */
export const restMs = 1000;
/** From the first unsent keystroke to the server, however fast the typing goes on. */
export const longestUnsentMs = 2000;
/** A request that has not ended by then is given up. */
export const requestTimeoutMs = 20_000;

const firstRetryMs = 1000;
const longestRetryMs = 30_000;
const longestSignedOutMs = 8000;

/** When values typed first and last at these times are due at the server. */
export function dueAt(firstTypedAt: number, lastTypedAt: number): number {
  return Math.min(lastTypedAt + restMs, firstTypedAt + longestUnsentMs);
}

/**
 * How long to wait after so many failures in a row, in milliseconds; `chance` (0 to 1) keeps many
 * browsers from coming back all at once. Signing in takes a moment and is noticed soon.
 */
export function retryAfter(failures: number, chance: number, isSignedOut = false): number {
  const longest = isSignedOut ? longestSignedOutMs : longestRetryMs;
  const base = Math.min(longest, firstRetryMs * 2 ** (failures - 1));
  return Math.round(base / 2 + (base / 2) * chance);
}
