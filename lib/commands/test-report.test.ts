import { describe, expect, it } from 'vitest';
import { describeFailure, parseTestReport } from './test-report';

const spec = (title: string, status: string, message?: string) => ({
  title,
  file: 'a.spec.ts',
  line: 3,
  tests: [{ projectName: 'site', status, results: [{ errors: message ? [{ message }] : [] }] }],
});

describe('reports of tests', () => {
  it('of Vitest: its failures by file and name, and files that could not be read', () => {
    const report = parseTestReport({
      numPassedTests: 2,
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'one', failureMessages: [] },
            { status: 'failed', fullName: 'two', failureMessages: ['expected 1 to be 2'] },
          ],
        },
        { name: 'b.test.ts', status: 'failed', message: 'No such module', assertionResults: [] },
      ],
    });
    expect(report).toEqual({
      passed: 2,
      failed: [
        { test: 'a.test.ts › two', message: 'expected 1 to be 2' },
        { test: 'b.test.ts', message: 'No such module' },
      ],
    });
  });

  it('of Playwright: also in suites within suites; a second try that passes has failed', () => {
    const report = parseTestReport({
      stats: { expected: 1 },
      errors: [{ message: 'No browser' }],
      suites: [
        {
          specs: [spec('one', 'expected'), spec('left out', 'skipped')],
          suites: [{ specs: [spec('two', 'unexpected', 'no'), spec('three', 'flaky', 'late')] }],
        },
      ],
    });
    expect(report).toEqual({
      passed: 1,
      failed: [
        { test: '[site] a.spec.ts:3 › two', message: 'no' },
        { test: '[site] a.spec.ts:3 › three', message: 'late' },
        { test: 'outside of the tests', message: 'No browser' },
      ],
    });
  });

  it.each([null, {}, [], { stats: {} }])('of nobody: %j', (json) => {
    expect(parseTestReport(json)).toBeNull();
  });

  it('are told in a few lines without colours', () => {
    const message = `\u001b[31mError\u001b[39m\n${'line\n'.repeat(50)}`;
    const lines = describeFailure({ test: 'a › b', message }).split('\n');
    expect(lines.slice(0, 2)).toEqual(['✘ a › b', '    Error']);
    expect(lines).toHaveLength(13);
  });
});
