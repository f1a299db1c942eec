import { expect, test } from 'vitest';
import { addCounts, closingLine, countReport, faultsOf } from './counts.ts';

test('HO1 a suite that ends badly counts as failed even when no test of it failed', () => {
  const report = JSON.stringify({ numPassedTests: 3, numFailedTests: 0, numPendingTests: 0 });
  expect(countReport(report, 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
  expect(countReport(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  expect(countReport('', 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('HO1 the closing line adds all suites up and names skipped tests only when there are some', () => {
  const sum = addCounts({ passed: 2, failed: 1, skipped: 0 }, { passed: 5, failed: 0, skipped: 4 });
  expect(closingLine(sum)).toBe('7 passed, 1 failed, 4 skipped');
  expect(closingLine({ passed: 1, failed: 0, skipped: 0 })).toBe('1 passed, 0 failed');
});

test('HO7 of a report with a file that failed, that file is played again and the others keep their counts', () => {
  const file = (name: string, ...states: string[]) => ({
    name,
    status: states.includes('failed') || states.length === 0 ? 'failed' : 'passed',
    assertionResults: states.map((status) => ({ status })),
  });
  const testResults = [
    file('/a.test.ts', 'passed', 'skipped'),
    file('/b.test.ts', 'passed', 'failed'),
    file('/c.test.ts'),
  ];
  const { files, others } = faultsOf(JSON.stringify({ testResults }));
  expect(files).toEqual(['/b.test.ts', '/c.test.ts']);
  expect(others).toEqual({ passed: 1, failed: 0, skipped: 1 });
  expect(faultsOf('')).toEqual({ files: [], others: { passed: 0, failed: 0, skipped: 0 } });
});
