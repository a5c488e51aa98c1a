// `npm test`: everything that proves the project, and how many tests that were.
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from './environment';
import { exitOf } from './next';
import { describeFailure, type Report, readTestReport } from './test-report';

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

/** Runs every step, also after one has failed; says at the end which tests failed, and how many. */
export async function test(): Promise<void> {
  await rm(results, { recursive: true, force: true });
  const total: Report = { passed: 0, failed: [] };
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
    const report = await reportOf(step, (await exitOf(child)) === 0);
    total.passed += report.passed;
    total.failed.push(...report.failed);
  }
  for (const failure of total.failed) console.log(`\n${describeFailure(failure)}`);
  console.log(`\n${total.passed} passed, ${total.failed.length} failed`);
  if (total.failed.length > 0) throw new CommandError('');
}

/** A step that fails without a failed test counts as one; so does one without a report. */
async function reportOf({ script, report: file }: Step, hasSucceeded: boolean): Promise<Report> {
  const failure = { test: `npm run ${script}`, message: 'Its output above says why it failed.' };
  if (file === null)
    return hasSucceeded ? { passed: 1, failed: [] } : { passed: 0, failed: [failure] };
  const report = await readTestReport(path.join(results, file));
  if (report === null) return { passed: 0, failed: [failure] };
  return hasSucceeded || report.failed.length > 0 ? report : { ...report, failed: [failure] };
}
