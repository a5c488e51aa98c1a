import { describe, expect, test } from 'vitest';
import { kilobytes, markdownTable, megabytes, milliseconds, times, whole } from './table';

describe('the table', () => {
  test('is aligned, and says what is met, missed and not measured', () => {
    const table = markdownTable([
      { what: 'day', must: '≤ 60 ms', measured: '12 ms', isMet: true },
      { what: 'a|b', must: '≤ 1 s', measured: '2 s', isMet: false },
      { what: 'search', must: '≤ 25 ms', measured: 'not built', isMet: null },
    ]);
    expect(table.split('\n')).toEqual([
      '| what   | must    | measured | ok? |',
      '|--------|---------|----------|-----|',
      '| day    | ≤ 60 ms | 12 ms | yes |',
      '| a\\|b   | ≤ 1 s   | 2 s | **no** |',
      '| search | ≤ 25 ms | not built | – |',
    ]);
  });

  test('numbers carry their unit', () => {
    expect(whole(16_894.6)).toBe('16,895');
    expect(milliseconds(8.44)).toBe('8.4 ms');
    expect(milliseconds(1234)).toBe('1,234 ms');
    expect(megabytes(3 * 1024 * 1024)).toBe('3 MB');
    expect(kilobytes(1536)).toBe('1.5 KB');
    expect(times(0.0941)).toBe('0.094 ×');
  });
});
