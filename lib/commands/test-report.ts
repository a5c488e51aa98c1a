// What the reports of Vitest and Playwright say: how many tests passed, and which failed.
import { readFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

/** What one run of tests says of itself. */
export type Report = { passed: number; failed: Failure[] };
/** A failed test: where it stands, what it is called, what it found. */
export type Failure = { test: string; message: string };

const vitestReport = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().optional(),
      status: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(
    z.object({
      projectName: z.string(),
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })),
    }),
  ),
});
type PlaywrightSuite = { specs: z.infer<typeof playwrightSpec>[]; suites?: PlaywrightSuite[] };
const playwrightSuite: z.ZodType<PlaywrightSuite> = z.object({
  specs: z.array(playwrightSpec),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});
const playwrightReport = z.object({
  suites: z.array(playwrightSuite),
  errors: z.array(z.object({ message: z.string().optional() })),
  stats: z.object({ expected: z.number() }),
});

/**
 * Reads the JSON report of Vitest or of Playwright. A test that passed at its second try has failed;
 * a file whose tests could not be collected counts as one that failed. Null where there is no report
 * or another program's.
 */
export async function readTestReport(file: string): Promise<Report | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return 'null';
    throw error;
  });
  return parseTestReport(JSON.parse(text));
}

export function parseTestReport(json: unknown): Report | null {
  const vitest = vitestReport.safeParse(json);
  if (vitest.success) return ofVitest(vitest.data);
  const playwright = playwrightReport.safeParse(json);
  return playwright.success ? ofPlaywright(playwright.data) : null;
}

function ofVitest({ numPassedTests, testResults }: z.infer<typeof vitestReport>): Report {
  const failed = testResults.flatMap((file): Failure[] => {
    const tests = file.assertionResults.filter((test) => test.status === 'failed');
    if (tests.length === 0 && file.status === 'failed')
      return [{ test: file.name, message: file.message ?? '' }];
    return tests.map((test) => ({
      test: `${file.name} › ${test.fullName}`,
      message: test.failureMessages?.[0] ?? '',
    }));
  });
  return { passed: numPassedTests, failed };
}

function ofPlaywright({ suites, errors, stats }: z.infer<typeof playwrightReport>): Report {
  const failed = suites.flatMap(specsOf).flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === 'unexpected' || test.status === 'flaky')
      .map((test) => ({
        test: `[${test.projectName}] ${spec.file}:${spec.line} › ${spec.title}`,
        message: test.results.flatMap((result) => result.errors)[0]?.message ?? '',
      })),
  );
  const outside = errors.map((error) => ({
    test: 'outside of the tests',
    message: error.message ?? '',
  }));
  return { passed: stats.expected, failed: [...failed, ...outside] };
}

function specsOf(suite: PlaywrightSuite): PlaywrightSuite['specs'] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

/** A failure in a few lines, for the end of a long output. */
export function describeFailure({ test, message }: Failure): string {
  const lines = stripVTControlCharacters(message).trim().split('\n');
  return [`✘ ${test}`, ...lines.slice(0, 12).map((line) => `    ${line}`)].join('\n');
}
