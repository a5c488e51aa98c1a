// The command line: `npm run NAME -- ARGUMENTS` arrives here.
import { bench } from './bench';
import { build } from './build';
import { bundleReaderScript } from './bundle-reader-script';
import { dev } from './dev';
import { CommandError, loadEnvironment, runCommand } from './environment';
import { importPosts } from './import';
import { migrate } from './migrate';
import { rerender } from './rerender';
import { start } from './start';
import { test } from './test';

const commands: Record<string, (args: string[]) => Promise<void>> = {
  start,
  dev,
  build: () => build(loadEnvironment()),
  migrate,
  import: importPosts,
  rerender,
  bench,
  generate: bundleReaderScript,
  test,
};

const [name = '', ...args] = process.argv.slice(2);

await runCommand(async () => {
  const command = commands[name];
  if (!command)
    throw new CommandError(
      `There is no command ${name}. There are: ${Object.keys(commands).join(', ')}.`,
    );
  await command(args);
});
