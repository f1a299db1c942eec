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

/** Of the table with two columns of positions that of the report. */
const asInReport: ReadingChoices = { columns: ['number', null, 'text', 'state', null, 'position', null, null] };

/** Number, words, States and position of each recommendation. */
const plainly = (found: Found): unknown[] =>
  found.recommendations.map((one) => [one.number, one.text, one.states.map((state) => state.code), one.position]);

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
    const parsed = 'data/recommendations/derived/khm-c2-A_HRC_26_16.parsed.csv';
    // It has what the report says and what came of it: the last word counts.
    expect(positions(await read(parsed))).toEqual({ noted: 42, supported: 163 });
    const commas = await read(parsed, asInReport);
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
    expect(semicolons).toMatchObject({ encoding: 'windows-1252', table: { separator: ';' } });
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

  test('UP43 a report’s PDF gives what its parsed table gives: 205 of 205, and no line is torn', async () => {
    const found = await read('data/recommendations/khm-c2-A_HRC_26_16.pdf');
    const gold = await read('data/recommendations/derived/khm-c2-A_HRC_26_16.parsed.csv', asInReport);
    expect(found.recommendations).toHaveLength(205);
    expect(plainly(found)).toEqual(plainly(gold));
    expect(found.recommendations.filter((one) => one.flags.length > 0).map((one) => [one.number, one.flags])).toEqual([
      ['118.109', [{ kind: 'number-mended', detail: '118.09', cure: '118.09' }]],
    ]);
  });

  test('UP43 the thematic list as a Word file gives 215 of 215, with positions, themes and goals', async () => {
    const found = await read('data/recommendations/ohchr-matrix-svn-c3-2019.docx');
    const pasted = await readInput({
      text: new TextDecoder().decode(realFile('data/recommendations/ohchr-matrix-svn-c3-2019.cells-flattened.txt')),
    });
    if (!pasted.ok) throw new Error(pasted.problem);
    const sorted = (list: Found): unknown[] =>
      list.recommendations
        .map(({ number, states, position, themes, sdgs = [] }) =>
          [number, states, position, themes, sdgs].map((part) => JSON.stringify(part)).join(),
        )
        .sort();
    expect(found.recommendations).toHaveLength(215);
    expect([known(found), positions(found)]).toEqual([215, { supported: 182, noted: 33 }]);
    expect(sorted(found)).toEqual(sorted(pasted.value));
    expect(found.recommendations.filter((one) => (one.sdgs ?? []).length > 0)).toHaveLength(202);
    expect(found.table).toMatchObject({
      origin: 'ohchr-list',
      title: 'UPR of Slovenia (3rd Cycle - 34th Session) Thematic list of recommendations',
    });
    expect([...new Set(found.recommendations.flatMap((one) => one.flags.map((flag) => flag.kind)))]).toEqual([
      'several-clauses',
    ]);
  });

  test('UP43 an export of UPR Info gives the same as CSV, as .xls and as .xlsx', async () => {
    const [csv, xls, xlsx] = await Promise.all(
      ['.csv', '.rewritten.xls', '.rewritten.xlsx'].map((ending) =>
        read(`data/recommendations/upr-info-export-cambodia${ending}`),
      ),
    );
    expect(plainly(xlsx!)).toEqual(plainly(csv!));
    // The program that wrote this .xls cut its cells after 255 signs; that is flagged wherever it happened.
    const cut = xls!.recommendations.map((one) => one.flags.some((flag) => flag.kind === 'text-cut'));
    const whole = xlsx!.recommendations.map((one, at) =>
      cut[at] ? { ...one, text: one.text.slice(0, 255).trim(), flags: [] } : one,
    );
    expect(xls!.recommendations.map((one, at) => (cut[at] ? { ...one, flags: [] } : one))).toEqual(whole);
    expect(cut.filter(Boolean).length).toBeGreaterThan(0);
    expect([csv, xls, xlsx].map((found) => [found!.file, found!.table?.origin])).toEqual([
      ['text', 'upr-info'],
      ['xls', 'upr-info'],
      ['xlsx', 'upr-info'],
    ]);
  });

  test('UP43 an export of the Human Rights Index has themes and goals, and knows where it is from', async () => {
    const found = await read('data/recommendations/derived/uhri-shaped-svn-c3-2019.csv');
    expect(found.table?.origin).toBe('human-rights-index');
    expect(found.recommendations.filter((one) => (one.sdgs ?? []).length > 0)).toHaveLength(202);
  });

  test('UP43 the files of the cases: numbers as shown, merged cells, twelve rows of a million', async () => {
    const numbers = await read('cases/files/numbers.xlsx');
    expect(numbers.recommendations.map((one) => one.number)).toEqual([
      '110.1',
      '110.2',
      '110.10',
      '110.20',
      '110.20',
      '111.0',
    ]);
    expect(numbers.findings).toContainEqual(expect.objectContaining({ kind: 'twice', words: '110.20', count: 2 }));
    const merged = await read('cases/files/merged-and-formulas.xlsx', {
      columns: ['themes', 'number', 'text', null, 'comment'],
    });
    expect(merged.recommendations.map((one) => one.themes[0])).toEqual([
      'Labour',
      'Labour',
      'Labour',
      'Health',
      'Health',
    ]);
    expect(merged.findings).toContainEqual(expect.objectContaining({ kind: 'unexplained', line: 7 }));
    const begun = performance.now();
    const phantom = await read('cases/files/phantom-rows.xlsx');
    expect(phantom.recommendations).toHaveLength(12);
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  test('UP43 codes in a table stay as they are written', async () => {
    const found = await read('cases/files/numbers.csv', { columns: ['number', 'text', 'state', 'themes'] });
    expect(found.recommendations.map((one) => one.themes)).toEqual([
      ['007'],
      ['010'],
      ['0012'],
      ['1E5'],
      ['3-4'],
      ['+12'],
    ]);
  });

  test('UP44 cells that look like formulas come in as the words they are, and forbidden signs go', async () => {
    const formulas = await read('cases/files/formula-like.csv');
    expect(formulas.recommendations.map((one) => one.text)).toEqual([
      '=HYPERLINK("https://example.invalid/x","See annex")',
      '+855 12 000 000 is the hotline',
      '-5 % by 2030',
      '@secretariat please check',
      '=1+1',
      '＝1+1 (full-width sign)',
      '- first point - second point',
      'number column attacked',
    ]);
    const signs = await read('cases/files/control-characters.txt');
    const words = signs.recommendations.map((one) => one.text).join('|');
    expect(signs.recommendations).toHaveLength(7);
    expect(words).not.toMatch(/[\p{Cc}\ufffe\uffff]/u);
    expect(words).toContain('Line one Line two (vertical tab)|Page break (form feed)');
    expect(words).toContain('Ampersand & less < greater > "quote" ]]> end');
    expect(words).toContain('Emoji 👩🏽‍🌾 and rare 𠀋');
  });

  test('UP45 Khmer words keep every zero-width sign', async () => {
    const words = new TextDecoder().decode(realFile('cases/files/khmer-zwsp.txt'));
    const lines = words
      .trim()
      .split(/\r?\n/)
      .map((line, at) => `9.${at + 1}\t${line.split('\t')[1]}`);
    const found = await readInput({ text: lines.join('\n') });
    const count = (text: string): number => text.match(/[\u200b-\u200d]/g)?.length ?? 0;
    if (!found.ok) throw new Error(found.problem);
    expect(count(found.value.recommendations.map((one) => one.text).join(''))).toBe(count(lines.join('')));
    expect(count(lines.join(''))).toBeGreaterThan(20);
  });
});
