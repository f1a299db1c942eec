import { markdownTable } from './markdown-table.ts';
import type { FileResult } from './results.ts';
import { shown } from './summary.ts';

/** Milliseconds for which the page may answer nobody. */
const mostPause = 200;

/** Each file that was read or made, beside what it is held to. */
export function filesTable(results: readonly FileResult[]): string {
  return markdownTable(
    ['file', 'found', 'time', 'longest pause of the page', 'the browser grew by', 'must be', 'met'],
    results.map((one) => [
      `${one.what}: ${one.file}`,
      one.found === null ? '' : `${one.found} of ${one.expected}`,
      shown(one.milliseconds / 1000, 's'),
      shown(one.pause, 'ms'),
      one.megabytes === null ? '' : shown(one.megabytes, 'MB'),
      [one.most === null ? [] : `≤ ${one.most / 1000} s`, one.mostMegabytes === null ? [] : `≤ ${one.mostMegabytes} MB`]
        .flat()
        .join(', '),
      isMet(one) ? 'yes' : 'no',
    ]),
  );
}

function isMet({ found, expected, milliseconds, most, pause, megabytes, mostMegabytes }: FileResult): boolean {
  const isQuick = milliseconds <= (most ?? Number.POSITIVE_INFINITY) && pause <= mostPause;
  return found === expected && isQuick && (megabytes ?? 0) <= (mostMegabytes ?? Number.POSITIVE_INFINITY);
}
