import { describe, expect, test, vi } from 'vitest';
import { readArguments, withoutArguments } from './arguments';
import { CommandError } from './environment';

describe('arguments', () => {
  const read = (...args: string[]) =>
    readArguments({ args, options: { all: { type: 'boolean', default: false } } }, 'Usage: this');

  test('are read', () => {
    expect(read('--all').values.all).toBe(true);
    expect(read().values.all).toBe(false);
  });

  test.each([
    { args: ['--everything'], says: "Unknown option '--everything'.\nUsage: this" },
    { args: ['--all=1'], says: /^Option '--all' does not take an argument\.\nUsage: this$/ },
    { args: ['more'], says: /^Unexpected argument 'more'\..*\nUsage: this$/ },
  ])('$args is answered with the usage', ({ args, says }) => {
    expect(() => read(...args)).toThrow(CommandError);
    expect(() => read(...args)).toThrow(says);
  });
});

test('a command without arguments does not run when it is given one', async () => {
  const command = vi.fn(async () => {});
  await withoutArguments(command)([]);
  expect(command).toHaveBeenCalledTimes(1);
  await expect(withoutArguments(command)(['--port', '80'])).rejects.toThrow(
    /^Unknown option '--port'\.\nIt takes none/,
  );
  expect(command).toHaveBeenCalledTimes(1);
});
