// Reads what stands behind a command's name, and says how it is used where that is wrong.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CommandError } from './environment';

/**
 * `parseArgs` whose complaints are for people.
 * @param usage the line under the complaint
 * @throws {CommandError} for an option that is not there, a missing value and the like
 */
export function readArguments<const Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!isComplaint(error)) throw error;
    // Node goes on about arguments that begin with a dash: nobody's case here.
    const complaint = error.message.replace(/\. To specify .*$/s, '').replace(/\.$/, '');
    throw new CommandError(`${complaint}.\n${usage}`);
  }
}

/** A command that takes neither options nor arguments, and says so when it is given any. */
export function withoutArguments(command: () => Promise<void>) {
  return async (args: string[]): Promise<void> => {
    readArguments(
      { args, options: {} },
      'It takes none: what can be set are environment variables, listed in README.md.',
    );
    await command();
  };
}

function isComplaint(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('ERR_PARSE_ARGS_')
  );
}
