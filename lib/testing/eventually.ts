// Waiting in tests for what happens by itself: as long as a busy machine may need, and no longer
// than it takes.
import { vi } from 'vitest';

/** Asks again and again until a check holds. @throws its last failure when it never does */
export const eventually = (check: () => unknown): Promise<unknown> =>
  vi.waitFor(check, { timeout: 15_000, interval: 5 });
