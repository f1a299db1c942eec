import type { Found } from '@board/shared/upr/found';
import { numberGaps } from '@board/shared/upr/number-gaps';
import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { openDocument, type SheetMade, wordTable, workbook, workbookParts, zipped } from './fixtures.ts';
import { problemOf, readBytes } from './read-for-test.ts';

const numbers = (found: Found): string[] => found.recommendations.map((one) => one.number);
const heads = ['No', 'Recommendation', 'State', 'Cluster', 'Score'];
const kinds = (found: Found): string[] => found.findings.map((one) => one.kind);

test('UP26 a workbook is read as a person sees it: numbers by their format, formulas by their result', async () => {
  const found = await readBytes(
    workbook(
      [
        {
          name: 'List',
          rows: [
            heads,
            ['9.9', 'Mend the roads', 'Peru', 'Roads', 1],
            [{ number: 9.1, format: 1 }, { formula: 'A9&"x"', result: 'Mend the bridges' }, 'Chad', 'Roads', 2],
            [{ number: 10, format: 2 }, 'Mend the boats', 'Togo', 'Boats', { number: 7, format: 3 }],
          ],
        },
      ],
      ['General', '0.00', '0.0', '000'],
    ),
  );
  expect(numbers(found)).toEqual(['9.9', '9.10', '10.0']);
  expect(found.recommendations[1]).toMatchObject({ text: 'Mend the bridges', line: 3 });
  expect(found).toMatchObject({ file: 'xlsx', format: 'table' });
  expect(found.findings).toContainEqual({ kind: 'stored-as-numbers', line: 3, count: 2, words: '' });
});

test('UP26 a merged cell’s words stand on every row that it covers, and a note over the whole width is no entry', async () => {
  const found = await readBytes(
    workbook([
      {
        name: 'List',
        rows: [
          ['Cluster', 'No', 'Recommendation'],
          ['Water', '9.1', 'Dig wells'],
          [null, '9.2', 'Clean the wells'],
          ['Forests', '9.3', 'Plant trees'],
          ['All of this is a draft'],
        ],
        merges: ['A2:A3', 'A5:C5'],
      },
    ]),
  );
  expect(found.recommendations.map((one) => one.themes)).toEqual([['Water'], ['Water'], ['Forests']]);
  expect(found.findings).toContainEqual({ kind: 'merged', line: 2, count: 1, words: 'Water' });
  expect(found.findings).toContainEqual({ kind: 'unexplained', line: 5, count: 1, words: 'All of this is a draft' });
});

test('UP27 formatted rows without content cost nothing, wherever they end, and cells with only blanks are none', async () => {
  const rows = Array.from({ length: 12 }, (_, index) => [`9.${index + 1}`, `Mend road ${index + 1}`]);
  let formatted = '';
  for (let row = 14; row <= 200_000; row++)
    formatted += `<row r="${row}" s="1"><c r="A${row}" s="0"/><c r="B${row}" s="0"></c></row>`;
  const blank =
    '<row r="200009"><c r="B200009" t="inlineStr"><is><t xml:space="preserve">   </t></is></c></row><row r="1048576" ht="15"/>';
  const begun = performance.now();
  const found = await readBytes(
    workbook([{ name: 'List', rows: [['No', 'Recommendation'], ...rows], extra: formatted + blank }]),
  );
  expect(numbers(found)).toHaveLength(12);
  expect(found.table?.sheets).toEqual([{ name: 'List', rows: 13, hidden: false, read: true }]);
  // A fiftieth of this on a quiet machine; a parser that looks at every row needs several seconds.
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test('UP27 words that look like an empty cell’s XML stay words, and rows without names of their own keep their place', async () => {
  const parts = workbookParts([{ name: 'List', rows: [] }], ['General']);
  parts['xl/worksheets/sheet0.xml'] =
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>No</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>Recommendation</x:t></x:is></x:c></x:row><x:row/>' +
    '<x:row><x:c t="str"><x:v>9.1</x:v></x:c><x:c t="inlineStr"><x:is><x:t><![CDATA[Write <c r="A1"/> in_x000D_\nletters]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
  const found = await readBytes(zipped(parts));
  expect(found.recommendations[0]).toMatchObject({ number: '9.1', line: 3, text: 'Write <c r="A1"/> in letters' });
});

const list = (name: string, ...rows: SheetMade['rows']): SheetMade => ({
  name,
  rows: [['No', 'Recommendation', 'State'], ...rows],
});

test('UP28 of several sheets the one that looks most like a list is read, a visible one before a hidden one; another can be chosen', async () => {
  const sheets: SheetMade[] = [
    { name: 'Notes', rows: [['To do'], ['Call the printer']] },
    { ...list('Old', ['8.1', 'Mend the old road', 'Peru'], ['8.2', 'Mend it again', 'Chad']), state: 'hidden' },
    list('New', ['9.1', 'Mend the new road', 'Peru']),
  ];
  const found = await readBytes(workbook(sheets));
  expect(numbers(found)).toEqual(['9.1']);
  expect(found.table?.sheets?.map(({ name, hidden, read }) => [name, hidden, read])).toEqual([
    ['Notes', false, false],
    ['Old', true, false],
    ['New', false, true],
  ]);
  expect(numbers(await readBytes(workbook(sheets), { sheet: 'Old' }))).toEqual(['8.1', '8.2']);
});

test('UP28 hidden rows are read and marked, and can be left out', async () => {
  const rows = list(
    'List',
    ['9.1', 'Mend the road', 'Peru'],
    ['9.2', 'Mend the bridge', 'Chad'],
    ['9.3', 'Rest', 'Togo'],
  );
  const file = workbook([{ ...rows, hiddenRows: [3] }]);
  const found = await readBytes(file);
  expect(found.recommendations.map((one) => one.flags.map((flag) => flag.kind))).toEqual([[], ['row-hidden'], []]);
  expect(found.findings).toContainEqual({ kind: 'hidden-rows', line: 3, count: 1, words: '' });
  expect(found.table?.hiddenRows).toBe(1);
  const left = await readBytes(file, { withoutHidden: true });
  expect([numbers(left), left.table?.hiddenRows, kinds(left)]).toEqual([['9.1', '9.3'], 1, []]);
  expect(numberGaps(left.recommendations)).toMatchObject([{ first: '9.2', last: '9.2', after: { line: 2 } }]);
});

test('UP34 an OpenDocument spreadsheet is read by what its cells show; repeated, hidden and merged cells count as they are', async () => {
  const cell = (words: string, attributes = '') =>
    `<table:table-cell ${attributes}><text:p>${words}</text:p></table:table-cell>`;
  const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
  const found = await readBytes(
    openDocument(
      `<office:automatic-styles><style:style style:name="gone"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
       <table:table table:name="Old" table:style-name="gone">${row(cell('No') + cell('Recommendation'))}${row(cell('1.1') + cell('Old words'))}</table:table>
       <table:table table:name="List">${row(cell('No') + cell('Recommendation') + cell('State') + cell('Theme'))}
       ${row(cell('9.10', 'office:value-type="float" office:value="9.1"') + cell('Mend<text:s text:c="2"/>the <text:span>roads</text:span><text:line-break/>now') + cell('Peru') + cell('Roads', 'table:number-rows-spanned="2"'))}
       ${row(`${cell('9.11')}<table:table-cell><office:annotation><text:p>Who wrote this?</text:p></office:annotation><text:p>Mend the bridges</text:p></table:table-cell>${cell('Chad')}<table:covered-table-cell/>`, 'table:visibility="filter"')}
       ${row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048570"')}
       ${row(cell('') + cell('Rest') + cell('Togo'))}</table:table>`,
    ),
  );
  expect(found).toMatchObject({ file: 'ods' });
  expect(found.recommendations.map((one) => [one.number, one.text, one.themes, one.line])).toEqual([
    ['9.10', 'Mend the roads now', ['Roads'], 2],
    ['9.11', 'Mend the bridges', ['Roads'], 3],
    ['', 'Rest', [], 1_048_574],
  ]);
  expect(found.recommendations[1]!.flags.map((flag) => flag.kind)).toEqual(['row-hidden']);
  expect(found.table?.sheets?.map(({ hidden, read }) => [hidden, read])).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(kinds(found)).toContain('stored-as-numbers');
});

test('UP34 an OpenDocument file of another kind, or with a password, is refused as that', async () => {
  expect(await problemOf(openDocument('<office:body/>', 'text'))).toBe('other-file');
  expect(await problemOf(openDocument('x', 'spreadsheet', '<m:encryption-data/>'))).toBe('protected');
});

test('UP35 a workbook from before 2007 is read the same way: formats, hidden rows, merged cells', async () => {
  const sheet = utils.aoa_to_sheet([
    heads,
    ['9.9', 'Mend the roads', 'Peru', 'Roads', 1],
    [9.1, 'Mend the bridges', 'Chad', '', 2],
    ['9.11', 'Rest', 'Togo', 'Rest', 3],
  ]);
  sheet['A3'].z = '0.00';
  sheet['!merges'] = [{ s: { r: 1, c: 3 }, e: { r: 2, c: 3 } }];
  sheet['!rows'] = [{}, {}, {}, { hidden: true }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'List');
  for (const bookType of ['biff8', 'biff5', 'xlml'] as const) {
    const found = await readBytes(new Uint8Array(write(book, { type: 'array', bookType })));
    expect([bookType, numbers(found), found.file]).toEqual([bookType, ['9.9', '9.10', '9.11'], 'xls']);
    if (bookType === 'biff5') continue;
    expect(found.recommendations.map((one) => one.themes)).toEqual([['Roads'], ['Roads'], ['Rest']]);
    // The library that makes this file writes hidden rows into the XML of 2003 only.
    if (bookType === 'xlml') expect(found.recommendations[2]!.flags.map((flag) => flag.kind)).toEqual(['row-hidden']);
  }
});

test('UP35 a page under the name of a spreadsheet, as some exports are, is read as the table in it', async () => {
  const page =
    '<html><body><table><tr><th>No</th><th>Recommendation</th><th>State</th></tr><tr><td>9.10</td><td>Mend &amp; paint</td><td>Peru</td></tr></table></body></html>';
  const found = await readBytes(new TextEncoder().encode(page));
  expect(found.recommendations.map((one) => [one.number, one.text])).toEqual([['9.10', 'Mend & paint']]);
});

test('UP36 a shortened number is put back where its section then rises throughout, and flagged with what was printed', async () => {
  const order = [8, 9, 1, 14, 19, 2, 25];
  const rows = order.map((item) => [Number(`9.${item}`), `Mend road ${item} and more`, 'Peru']);
  const found = await readBytes(workbook([list('List', ...rows)]));
  expect(numbers(found)).toEqual(['9.8', '9.9', '9.10', '9.14', '9.19', '9.20', '9.25']);
  expect(found.recommendations[2]!.flags).toEqual([{ kind: 'number-mended', detail: '9.1', cure: '9.1' }]);
});

test('UP36 what the neighbours do not tell is asked about: doubles stay doubles, a list sorted otherwise stays as it is', async () => {
  const doubled = await readBytes(
    workbook([list('List', [9.1, 'Mend', 'Peru'], [9.1, 'Rest', 'Chad'], [9.2, 'Wake', 'Togo'], [9.3, 'Eat', 'Cuba'])]),
  );
  expect(numbers(doubled)).toEqual(['9.1', '9.1', '9.2', '9.3']);
  expect(doubled.recommendations.map((one) => one.flags.some((flag) => flag.kind === 'number-twice'))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  const sorted = await readBytes(
    workbook([
      list(
        'List',
        [9.5, 'Mend', 'Peru'],
        [9.1, 'Rest', 'Chad'],
        [9.3, 'Wake', 'Togo'],
        [9.2, 'Eat', 'Cuba'],
        [9.4, 'Play', 'Mali'],
      ),
    ]),
  );
  expect(numbers(sorted)).toEqual(['9.5', '9.1', '9.3', '9.2', '9.4']);
});

test('UP36 a number that may have lost its zero is asked about where the longer one would stand as well, and nowhere else', async () => {
  const cures = async (...items: number[]) => {
    const rows = items.map((item) => [Number(`9.${item}`), `Mend road ${item} and more`, 'Peru']);
    const found = await readBytes(workbook([list('List', ...rows)]));
    return found.recommendations.map((one) => one.flags.find((flag) => flag.kind === 'number-shortened')?.cure ?? null);
  };
  // 9.1 before 9.11 may be 9.10; 9.1 before 9.2 may not.
  expect(await cures(1, 11, 12)).toEqual(['9.10', null, null]);
  expect(await cures(1, 2, 12)).toEqual([null, null, null]);
  // In no order neighbours tell nothing.
  expect(await cures(25, 3, 14, 2, 8, 1)).toEqual([null, null, null, '9.20', null, '9.10']);
  const shown = await readBytes(
    workbook(
      [list('List', [{ number: 9.1, format: 1 }, 'Mend', 'Peru'], ['9.12', 'Rest', 'Chad'])],
      ['General', '0.00'],
    ),
  );
  expect(shown.recommendations.flatMap((one) => one.flags)).toEqual([]);
});

test('UP53 a number that is certainly text keeps its digits, whatever its neighbours are: in a workbook and in a Word table', async () => {
  const rows = ['118.24', '118.3', '118.60'].map((number, at) => [number, `Mend road ${at} and more`, 'Peru']);
  expect(numbers(await readBytes(workbook([list('List', ...rows)])))).toEqual(['118.24', '118.3', '118.60']);
  const word = await readBytes(wordTable([heads.slice(0, 3), ...rows]));
  expect(numbers(word)).toEqual(['118.24', '118.3', '118.60']);
  // Beside numbers that are text, one that is a number has its zero put back.
  const mixed = [
    ['118.24', 'Mend roads', 'Peru'],
    [118.3, 'Mend wells', 'Chad'],
    ['118.60', 'Mend boats', 'Togo'],
  ];
  expect(numbers(await readBytes(workbook([list('List', ...mixed)])))).toEqual(['118.24', '118.30', '118.60']);
});
