/** How many tests of a suite came out how. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 };

/** The one line that people and machines read at the end. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/**
 * Reads vitest's JSON report. A runner that ended badly although no test failed (a file that could not be loaded, an
 * unhandled rejection, no report at all) counts as one failure, so that it cannot look like success.
 */
export function countReport(text: string, exitCode: number): Counts {
  const report = parse(text);
  const number = (name: string) => (typeof report[name] === 'number' ? report[name] : 0);
  const failed = number('numFailedTests');
  return {
    passed: number('numPassedTests'),
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: number('numPendingTests') + number('numTodoTests'),
  };
}

/** What vitest's JSON report says of its files: the paths of those that failed, and the counts of all the others. */
export function faultsOf(text: string): { files: string[]; others: Counts } {
  const files: string[] = [];
  let others = noCounts;
  for (const { name, status, assertionResults } of fileResults(parse(text))) {
    if (status !== 'passed') files.push(name);
    else others = addCounts(others, countStates(assertionResults.map((result) => result.status)));
  }
  return { files, others };
}

interface FileResult {
  name: string;
  status: string;
  assertionResults: { status: string }[];
}

function fileResults(report: Record<string, unknown>): FileResult[] {
  return Array.isArray(report['testResults']) ? (report['testResults'] as FileResult[]) : [];
}

function countStates(states: readonly string[]): Counts {
  const passed = states.filter((state) => state === 'passed').length;
  const failed = states.filter((state) => state === 'failed').length;
  return { passed, failed, skipped: states.length - passed - failed };
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
