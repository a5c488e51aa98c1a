// `npm test`: everything that proves the project, and how many tests that were.
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { CommandError } from './environment';
import { exitOf } from './next';

const results = path.join(import.meta.dirname, '../../test-results');

type Step = {
  script: string;
  args: string[] /** Where it leaves its numbers. */;
  report: string | null;
};

const steps: Step[] = [
  { script: 'check', args: [], report: null },
  {
    script: 'test:unit',
    args: [
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${path.join(results, 'unit.json')}`,
    ],
    report: 'unit.json',
  },
  { script: 'test:platform', args: [], report: 'platform.json' },
  { script: 'test:e2e', args: [], report: 'e2e.json' },
];

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

type Count = { passed: number; failed: number };

/** Runs every step, also after one has failed, and says how many tests passed and failed. */
export async function test(): Promise<void> {
  await rm(results, { recursive: true, force: true });
  const total: Count = { passed: 0, failed: 0 };
  for (const step of steps) {
    console.log(`\n— npm run ${step.script} —`);
    const child = spawn(
      'npm',
      ['run', '--silent', step.script, ...(step.args.length > 0 ? ['--', ...step.args] : [])],
      {
        stdio: 'inherit',
        shell: process.platform === 'win32',
      },
    );
    const count = await countOf(step, (await exitOf(child)) === 0);
    total.passed += count.passed;
    total.failed += count.failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) throw new CommandError('');
}

/** A step that fails without a failed test counts as one; so does one without a report. */
async function countOf({ report }: Step, hasSucceeded: boolean): Promise<Count> {
  const count =
    report === null ? { passed: hasSucceeded ? 1 : 0, failed: 0 } : await readReport(report);
  return hasSucceeded || count.failed > 0 ? count : { ...count, failed: 1 };
}

async function readReport(report: string): Promise<Count> {
  const text = await readFile(path.join(results, report), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{}';
      throw error;
    },
  );
  const json: unknown = JSON.parse(text);
  const vitest = vitestReport.safeParse(json);
  if (vitest.success)
    return { passed: vitest.data.numPassedTests, failed: vitest.data.numFailedTests };
  const playwright = playwrightReport.safeParse(json);
  if (!playwright.success) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = playwright.data.stats;
  return { passed: expected, failed: unexpected + flaky };
}
