// `npm run bench [-- OPTIONS]`: measures what the engine promises, in a database of its own.
import { withCleanup } from '../bench/cleanup';
import { BenchOptionsError, readOptions, usage } from '../bench/options';
import { inMarkdown, writeReport } from '../bench/report';
import { runBench } from '../bench/run';
import { CommandError, loadEnvironment } from './environment';

export async function bench(args: string[]): Promise<void> {
  const options = parse(args);
  if (options.isHelp) {
    console.log(usage);
    return;
  }
  const report = await withCleanup((cleanup) => runBench(options, loadEnvironment(), cleanup));
  console.log(inMarkdown(report));
  if (options.out !== null) await writeReport(report, options.out);
}

function parse(args: string[]) {
  try {
    return readOptions(args);
  } catch (error) {
    if (error instanceof BenchOptionsError) throw new CommandError(error.message);
    throw error;
  }
}
