import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Found } from '@board/shared/upr/found';
import { readReport } from '@board/shared/upr/report';
import { loadStateNames } from '@board/shared/upr/state-names';
import { resolveState, stateCodes } from '@board/shared/upr/states';
import { describe, expect, test } from 'vitest';

/**
 * Real files stand beside the repository on the machines that have them, or where the environment's SHARED_FILES says;
 * without them these tests are skipped.
 */
const shared = process.env['SHARED_FILES'] ?? fileURLToPath(new URL('../../shared', import.meta.url));
const data = pathToFileURL(`${shared}/data/`);
const real = describe.skipIf(!existsSync(data));

const bytes = (path: string): Buffer => readFileSync(new URL(path, data));
const text = (path: string, encoding = 'utf-8'): string => new TextDecoder(encoding).decode(bytes(path));

/** The gold standard's lines; its cells hold no line ends. */
function gold(): { number: string; text: string; codes: string[]; position: string }[] {
  const [, ...rows] = text('recommendations/derived/khm-c2-A_HRC_26_16.parsed.csv').trim().split(/\r?\n/);
  return rows.map((row) => {
    const cells = [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) =>
      (cell[1] ?? cell[2] ?? '').replaceAll('""', '"'),
    );
    const position = cells[5]!.includes('support') ? 'supported' : 'pending';
    return { number: cells[0]!, text: cells[2]!, codes: cells[4]!.split(/[|,; ]+/), position };
  });
}

const plainly = (found: Found): unknown[] =>
  found.recommendations.map((one) => ({
    number: one.number,
    text: one.text,
    codes: one.states.map((state) => state.code),
    position: one.position,
  }));

const flagged = (found: Found): Record<string, string[]> =>
  Object.fromEntries(
    found.recommendations
      .filter((one) => one.flags.length > 0)
      .map((one) => [one.number, one.flags.map((flag) => flag.kind)]),
  );

real('real reports', () => {
  test('UP19 the report that was pasted from a PDF gives 205 of 205, and flags the misprint and the torn lines', () => {
    const found = readReport(text('recommendations/khm-c2-A_HRC_26_16.pasted-from-pdf.txt'));
    expect(found.recommendations).toHaveLength(205);
    expect(plainly(found)).toEqual(gold());
    expect(flagged(found)).toEqual({
      '118.33': ['lines-mended'],
      '118.80': ['lines-mended'],
      '118.109': ['number-mended'],
    });
    expect(found.recommendations.find((one) => one.number === '118.109')!.flags[0]!.detail).toBe('118.09');
    expect(found.findings.map((one) => one.kind).sort()).toEqual([
      'before',
      'furniture',
      'lead-in',
      'lead-in',
      'stopped',
    ]);
  });

  test('UP19 the same report in one line each, with old line ends and letters, gives 205 of 205', () => {
    const found = readReport(text('recommendations/khm-c2-A_HRC_26_16.one-line-per-rec.txt', 'macintosh'));
    expect(plainly(found)).toEqual(gold());
    expect(flagged(found)).toEqual({ '118.109': ['number-mended'] });
  });

  test('UP19 a report of the third cycle gives 215, every State known, as report and as table', () => {
    const report = readReport(text('recommendations/svn-c3-A_HRC_43_15.pasted-from-pdf.txt'));
    const matrix = readReport(text('recommendations/ohchr-matrix-svn-c3-2019.cells-flattened.txt'));
    const statesByNumber = (found: Found): Map<string, string> =>
      new Map(
        found.recommendations
          .map((one) => [one.number, one.states.map((state) => state.code ?? '?').join()])
          .sort() as [string, string][],
      );
    expect([report.recommendations.length, matrix.recommendations.length]).toEqual([215, 215]);
    expect(statesByNumber(report)).toEqual(statesByNumber(matrix));
    expect([...statesByNumber(report).values()].filter((codes) => codes === '' || codes.includes('?'))).toEqual([]);
    expect(Map.groupBy(report.recommendations, (one) => one.position).get('supported')).toHaveLength(58);
    expect(Map.groupBy(matrix.recommendations, (one) => one.position).get('supported')).toHaveLength(182);
    expect(flagged(report)).toEqual({
      '121.2': ['several-clauses'],
      '122.3': ['several-clauses'],
      '122.11': ['several-clauses'],
      '122.45': ['lines-mended'],
    });
  });

  test('UP3 every spelling of the list of States is resolved', async () => {
    const { states } = JSON.parse(text('countries/un-states.json')) as {
      states: { iso3: string; un: { en: string }; common: { en: string }; uprInfo: string; aliasesEn: string[] }[];
    };
    const nameOf = await loadStateNames('en');
    const plain = (name: string): string => name.replaceAll("'", '’');
    expect(states.map((state) => state.iso3).sort()).toEqual([...stateCodes].sort());
    for (const state of states) {
      for (const name of [state.un.en, state.common.en, state.uprInfo, ...state.aliasesEn])
        expect([name, resolveState(name)]).toEqual([name, state.iso3]);
      expect(plain(nameOf(state.iso3))).toBe(plain(state.un.en));
    }
  });
});
