import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EnvironmentError } from '../env';
import { CommandError, runCommand } from './environment';

const exitCode = process.exitCode;
const error = vi.spyOn(console, 'error').mockImplementation(() => {});

beforeEach(() => {
  process.exitCode = undefined;
  error.mockClear();
});

afterEach(() => {
  process.exitCode = exitCode;
});

async function outcome(command: () => Promise<void>) {
  await runCommand(command);
  return { exitCode: process.exitCode, said: error.mock.calls.map(([first]) => first) };
}

describe('the end of a command', () => {
  test('is silent when all went well', async () => {
    expect(await outcome(async () => {})).toEqual({ exitCode: undefined, said: [] });
  });

  test.each([
    { failure: new CommandError('Do this.'), said: ['Do this.'] },
    { failure: new EnvironmentError('PORT must be so.'), said: ['PORT must be so.'] },
    { failure: new CommandError(''), said: [] },
    {
      failure: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
      said: [expect.stringMatching(/^The database cannot be reached \(refused\)/)],
    },
  ])('says $failure.message in a sentence', async ({ failure, said }) => {
    expect(await outcome(() => Promise.reject(failure))).toEqual({ exitCode: 1, said });
  });

  test('keeps the stack of what nobody expected', async () => {
    const failure = new TypeError('x is not a function');
    expect(await outcome(() => Promise.reject(failure))).toEqual({ exitCode: 1, said: [failure] });
  });
});
