// The command line: which commands there are.
import { withoutArguments } from './arguments';
import { bench } from './bench';
import { build } from './build';
import { bundleReaderScript } from './bundle-reader-script';
import { dev } from './dev';
import { CommandError, loadEnvironment, runCommand } from './environment';
import { importPosts } from './import';
import { migrate } from './migrate';
import { password } from './password';
import { rerender } from './rerender';
import { start } from './start';
import { test } from './test';

const commands: Record<string, (args: string[]) => Promise<void>> = {
  start: withoutArguments(start),
  dev: withoutArguments(dev),
  build: withoutArguments(() => build(loadEnvironment())),
  migrate: withoutArguments(migrate),
  import: importPosts,
  rerender,
  password,
  bench,
  generate: withoutArguments(bundleReaderScript),
  test: withoutArguments(test),
};

/** Runs the command that the first argument names, and sets the exit code. */
export async function runCommandLine([name = '', ...args]: string[]): Promise<void> {
  await runCommand(async () => {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command)
      throw new CommandError(
        `There is no command ${name}. There are: ${Object.keys(commands).join(', ')}.`,
      );
    await command(args);
  });
}
