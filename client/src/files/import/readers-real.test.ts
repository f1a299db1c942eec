import type { Found } from '@board/shared/upr/found';
import { describe, expect, test } from 'vitest';
import type { ReadingChoices } from './choices.ts';
import { readInput } from './readers.ts';
import { hasRealFiles, realFile } from './real-files.ts';

const real = describe.skipIf(!hasRealFiles);

async function read(path: string, choices: ReadingChoices = {}): Promise<Found> {
  const found = await readInput({ bytes: realFile(path) }, choices);
  if (!found.ok) throw new Error(`${path}: ${found.problem}`);
  return found.value;
}

const known = (found: Found): number =>
  found.recommendations.filter((one) => one.states.length > 0 && one.states.every((state) => state.code)).length;
const positions = (found: Found): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(found.recommendations, (one) => one.position)].map(([position, list]) => [position, list.length]),
  );

real('real tables', () => {
  test('UP19 the export of the UPR Info database: every row, every State', async () => {
    const found = await read('data/recommendations/upr-info-export-cambodia.csv');
    expect([found.recommendations.length, known(found), positions(found)]).toEqual([
      343,
      343,
      { supported: 301, noted: 42 },
    ]);
    expect(found.table?.choices.session).toEqual([
      { value: '6', count: 138 },
      { value: '18', count: 205 },
    ]);
  });

  test('UP19 the parsed report, as UTF-8 with commas and in the letters of an old Excel with semicolons', async () => {
    const commas = await read('data/recommendations/derived/khm-c2-A_HRC_26_16.parsed.csv');
    expect([commas.recommendations.length, known(commas), positions(commas)]).toEqual([
      205,
      205,
      { supported: 171, pending: 34 },
    ]);
    const semicolons = await read('data/recommendations/derived/khm-c2.semicolon-cp1252-crlf.csv');
    expect([semicolons.recommendations.length, known(semicolons), positions(semicolons)]).toEqual([
      205,
      205,
      { noted: 42, supported: 163 },
    ]);
    expect(semicolons.table).toMatchObject({ encoding: 'windows-1252', separator: ';' });
    const plain = (list: Found): unknown[] =>
      list.recommendations.map((one) => [one.number, one.text, one.states.map((state) => state.code)]);
    expect(plain(semicolons)).toEqual(plain(commas));
    expect([...commas.recommendations, ...semicolons.recommendations].flatMap((one) => one.flags)).toEqual([]);
  });

  test('UP19 a table with the columns of the Universal Human Rights Index gives 215 with all States', async () => {
    const found = await read('data/recommendations/derived/uhri-shaped-svn-c3-2019.csv');
    expect([found.recommendations.length, known(found), positions(found)]).toEqual([
      215,
      215,
      { supported: 182, noted: 33 },
    ]);
  });

  test('UP19 a homemade table with mixed line ends and damaged letters gives all rows, damage flagged', async () => {
    const found = await read('data/recommendations/homemade-year-2014.macroman.csv');
    const cambodia = await read('data/recommendations/homemade-year-2014.macroman.csv', {
      only: { reviewed: 'cambodia' },
    });
    expect(found.table?.choices.reviewed.find((one) => one.value === 'cambodia')?.count).toBe(205);
    expect(cambodia.recommendations.length).toBe(205);
    expect(
      found.recommendations.filter((one) => one.flags.some((flag) => flag.kind === 'letters-damaged')).length,
    ).toBeGreaterThan(20);
  });

  test('UP22 three files of one French table give the same words', async () => {
    const names = ['french-cp1252-semicolon.csv', 'french-utf8-bom-semicolon.csv'];
    const tables = await Promise.all(names.map((name) => read(`cases/files/${name}`)));
    const words = tables.map((found) =>
      found.recommendations.map((one) => [one.number, one.text, one.states[0]?.printed]),
    );
    expect(words[0]).toEqual(words[1]);
    expect(words[0]).toHaveLength(3);
    expect((await read('cases/files/french-utf16le-tab.txt')).recommendations.map((one) => one.number)).toEqual([
      '110.10',
      '110.11',
      '110.12',
    ]);
    expect((await read('cases/files/numbers.csv')).recommendations.map((one) => one.number)).toEqual([
      '110.1',
      '110.2',
      '110.10',
      '110.100',
      '110.20',
      '111.1',
    ]);
  });
});
