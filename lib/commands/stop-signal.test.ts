import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stopSignal } from './stop-signal';

const signals = ['SIGINT', 'SIGTERM'] as const;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  for (const name of signals) {
    const own = process.listeners(name).at(-1);
    if (own) process.off(name, own);
  }
});

describe('a request to stop', () => {
  test.each(signals)('is %s', (name) => {
    const signal = stopSignal({ isUnderNpm: false, parent: () => process.ppid });
    expect(signal.aborted).toBe(false);
    process.listeners(name).at(-1)?.(name);
    expect(signal.aborted).toBe(true);
  });

  test('is the end of the npm that started the command', () => {
    let parent = process.ppid;
    const signal = stopSignal({ isUnderNpm: true, parent: () => parent });
    vi.advanceTimersByTime(5000);
    expect(signal.aborted).toBe(false);
    parent = 1;
    vi.advanceTimersByTime(1000);
    expect(signal.aborted).toBe(true);
  });

  test('is not the end of a shell that started it without npm', () => {
    const signal = stopSignal({ isUnderNpm: false, parent: () => 1 });
    vi.advanceTimersByTime(5000);
    expect(signal.aborted).toBe(false);
  });
});
