import { describe, expect, test } from 'vitest';
import { BenchOptionsError, parts, readOptions } from './options';

describe('options', () => {
  test('without any: everything, on 17,000 made-up posts', () => {
    expect(readOptions([])).toEqual({
      data: { posts: 17_000 },
      only: parts,
      out: null,
      isQuick: false,
      isHelp: false,
    });
  });

  test.each([
    { name: 'a number with commas', args: ['--posts', '1,000,000'], data: { posts: 1_000_000 } },
    { name: 'an archive', args: ['--archive', 'a.tar.gz'], data: { archive: 'a.tar.gz' } },
  ])('$name', ({ args, data }) => {
    expect(readOptions(args).data).toEqual(data);
  });

  test('parts run in their own order, each once', () => {
    expect(readOptions(['--only', 'spike,throughput,spike']).only).toEqual(['throughput', 'spike']);
  });

  test.each([
    ['--posts', '12'],
    ['--posts', 'many'],
    ['--posts', '2000000'],
    ['--posts', '2000', '--archive', 'a.tar.gz'],
    ['--only', 'speed'],
    ['--only', ''],
    ['--fast'],
    ['surplus'],
  ])('refuses %s %s', (...args) => {
    expect(() => readOptions(args)).toThrow(BenchOptionsError);
  });
});
