import { newId } from '@board/shared/ids';
import type { Block } from '@board/shared/model/rich-text';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { filledFile, plainBlocks } from '@board/shared/workshop-file/workshop-file.fixture';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readInput } from '../import/readers.ts';
import { cleanText } from './clean-text.ts';
import { isTakenForOther } from './csv-text.ts';
import { fileName } from './file-names.ts';
import { makeOne } from './make-one.ts';
import { openedParts, visibleText } from './opened.fixture.ts';
import type { FileOrder } from './orders.ts';
import { directedRuns } from './scripts-in-text.ts';
import { SheetNames } from './sheet-names.ts';
import { testWords } from './words.fixture.ts';

type OneOrder = Exclude<FileOrder, { what: 'everything' }>;

async function made(order: OneOrder, file: WorkshopFile, language = 'en'): Promise<Uint8Array> {
  return (await makeOne(order, file, await testWords(language))).bytes;
}

/** A workshop whose first group says these words, each as an action. */
function saying(words: readonly (string | Block[])[]): WorkshopFile {
  const file = filledFile({ groups: 1, rows: 2 });
  const [row] = file.groups[0]!.strategy!.rows;
  const [action] = row!.actions;
  row!.actions = words.map((text, at) => ({
    ...action!,
    id: `22222222222${'abcdefghjk'[at]}` as typeof action extends undefined ? never : NonNullable<typeof action>['id'],
    text: typeof text === 'string' ? plainBlocks(...text.split('\n')) : text,
  }));
  return file;
}

async function sheetOf(file: WorkshopFile, order: OneOrder = strategyXlsx(file)): Promise<string[][]> {
  const { sheets } = await readXlsx(await made(order, file));
  return sheets.at(0)!.rows.map((row) => row.map((cell) => String(cell ?? '')));
}

/** What XML does not allow. */
const forbidden = /(?![\n\t\r])\p{Cc}|[\ufffe\uffff]/u;

const strategyXlsx = (file: WorkshopFile): OneOrder => ({ what: 'strategy', group: file.groups[0]!.id, as: 'xlsx' });
const formulaLike = [
  '=1+1',
  '+855 12 345',
  '-5 %',
  '@SUM(A1)',
  '- a dash list\n- of two',
  '=HYPERLINK("http://example.invalid","x")',
];

test('FO10 numbers such as 110.10 are text in a workbook, and no cell of it is a formula or a number', async () => {
  const file = filledFile({ groups: 2, rows: 3 });
  for (const order of [strategyXlsx(file), { what: 'catalogue', as: 'xlsx' }] as const) {
    const parts = openedParts(await made(order, file));
    const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/'));
    for (const [, xml] of sheets) {
      expect(xml).not.toMatch(/<f[ >]|<v>|t="(?:n|str|b|e)"/);
      expect(xml.match(/<c [^>]*>/g)!.every((cell) => cell.includes('t="inlineStr"'))).toBe(true);
    }
    expect(sheets.map(([, xml]) => xml).join()).toContain('<t>110.10</t>');
  }
});

test('FO53 signs that nobody sees stand only in files that are taken in again: none in text, CSV and Word', async () => {
  const lines = ['• Looks like an item', '-  and so does this  ', '1.  and this'];
  const file = saying([lines.join('\n')]);
  file.charter.preamble = plainBlocks(...lines);
  const group = file.groups[0]!.id;
  const text = async (order: OneOrder) => new TextDecoder().decode(await made(order, file));
  const csv = await text({ what: 'strategy', group, as: 'csv' });
  const charter = await text({ what: 'charter', as: 'txt' });
  for (const written of [csv, charter]) expect(written).not.toContain('\u2060');
  expect(csv).toContain(lines.join('\n'));
  expect(charter).toContain(lines.join('\r\n'));
  for (const order of [
    { what: 'charter', as: 'docx' },
    { what: 'strategy', group, as: 'docx' },
  ] as const)
    expect([...openedParts(await made(order, file)).values()].join()).not.toContain('\u2060');
  const sheet = [...openedParts(await made(strategyXlsx(file), file)).values()].join();
  expect(sheet).toContain('\u2060• Looks');
  // Without its sign a spreadsheet takes blanks off the ends of a cell.
  expect(sheet).not.toMatch(/<t>(?:\s|[^<]*\s<\/t>)/);
});

test('FO11 what looks like a formula stays as it was written: in the workbook, in the document, in CSV and back', async () => {
  const file = saying(formulaLike);
  const rows = await sheetOf(file);
  const at = rows.find((row) => row[0] === 'No.')!.indexOf('Action');
  const written = rows.map((row) => row[at]);
  for (const text of formulaLike) expect(written).toContain(text);
  const document = openedParts(await made({ what: 'strategy', group: file.groups[0]!.id, as: 'docx' }, file));
  for (const line of formulaLike.join('\n').split('\n')) {
    expect(visibleText(document.get('word/document.xml')!)).toContain(line);
  }
  const csv = new TextDecoder().decode(await made({ what: 'strategy', group: file.groups[0]!.id, as: 'csv' }, file));
  const { data } = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { skipEmptyLines: true });
  const cells = data.flat();
  expect(cells.filter((cell) => isTakenForOther(cell.replace(/^\t/, '')) && !cell.startsWith('\t'))).toEqual([]);
  for (const text of formulaLike) expect(cells.map((cell) => cell.trim())).toContain(text);
  expect(cells.join()).not.toMatch(/(^|,)'/);
});

test.each([
  ['=1', true],
  ['\u200b=1', true],
  ['＝1', true],
  ['110.10', true],
  ['007', true],
  ['1E5', true],
  ['3-4', true],
  ['+12', true],
  ['12/3/2027', true],
  ['3 Mar', true],
  ['March 2027', true],
  ['2027-03 – 2028-10', true],
  ...['$5000', '$5,000.50', '$ 5', '5000 €', '5000 ៛', '12€50', '($5)', '-5 €', 'R$ 5', 'USD 5000', '5000 CHF'].map(
    (sum): [string, boolean] => [sum, true],
  ),
  ...['TRUE', 'false', 'VRAI', 'Falso', '#N/A', '12:30 PM', '5 pm', '１２３', '١١٠', "1'000", '\u22125'].map(
    (value): [string, boolean] => [value, true],
  ),
  ['True and fair', false],
  ['5 kg', false],
  ['Spend $5000 on roads', false],
  ['Train 40 judges', false],
  ['CCPR/C/XYZ/CO/3, para. 12', false],
  ['', false],
  ['កុមារ', false],
])('FO12 in CSV a spreadsheet takes nothing for something else than it is: %s', (text, isGuarded) => {
  expect(isTakenForOther(text)).toBe(isGuarded);
});

test('FO12 CSV opens with a double click: byte-order mark, ends of lines, the separator of the language; no quote is added when it goes round', async () => {
  const file = filledFile({ groups: 1 });
  for (const one of file.recommendations) one.text = { en: `=${one.text['en']}` };
  for (const [language, separator] of [
    ['en', ','],
    ['fr', ';'],
  ] as const) {
    const bytes = await made({ what: 'catalogue', as: 'csv' }, file, language);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text.split('\r\n')[0]!.split(separator).length).toBeGreaterThan(4);
    const read = await readInput({ bytes });
    if (!read.ok) throw new Error(read.problem);
    expect(read.value.table).toMatchObject({ separator });
    const expected = file.recommendations.toSorted((a, b) => Number(a.number.slice(4)) - Number(b.number.slice(4)));
    expect(read.value.recommendations.map(({ number, text: words }) => [number, words])).toEqual(
      expected.map(({ number, text: words }) => [number, words['en']]),
    );
  }
});

test('FO13 what XML forbids is dropped and nothing else: every part is well-formed, a vertical tab is a line break', async () => {
  const odd = 'a\u0000\u0001\u0008b\u000bc\ud800 d\ufffe\uffff <&> "q" \u{1f33e} \u0085e';
  expect(cleanText(odd)).toBe('ab\nc d <&> "q" \u{1f33e} \ne');
  const file = saying([odd]);
  file.workshop.title = `T\u0007\ufffe <&>`;
  file.groups[0]!.name = 'G\u0003 & co';
  file.recommendations[0]!.text = { en: odd };
  file.charter.closing = plainBlocks(odd);
  const orders: OneOrder[] = [
    { what: 'strategy', group: file.groups[0]!.id, as: 'docx' },
    { what: 'consolidated', by: 'goal', as: 'docx' },
    { what: 'charter', as: 'docx' },
    { what: 'consolidated', by: 'group', as: 'xlsx' },
    { what: 'catalogue', as: 'xlsx' },
  ];
  for (const order of orders) {
    const all = [...openedParts(await made(order, file)).values()].join('');
    expect(all).not.toMatch(forbidden);
    if (order.what !== 'charter') expect(all).toContain('\u{1f33e}');
  }
  const csv = new TextDecoder().decode(await made({ what: 'consolidated', by: 'group', as: 'csv' }, file));
  expect(csv).not.toMatch(forbidden);
});

test('FO14 sheets have names that Excel takes: short, allowed, unique without regard to case; the full title stands in the sheet', async () => {
  const titles = [
    'Charter items of the working group on labour rights',
    'Charter items of the working group on health',
    'A/B: 2027 [draft]?',
    'History',
    "'quoted'",
    'R&D',
    'r&d',
    '',
    'សិទ្ធិមនុស្ស\u200bនិង\u200bសិទ្ធិដីធ្លី\u200bរបស់\u200bសហគមន៍',
    '\u{1f469}\u200d\u{1f33e}'.repeat(20),
  ];
  const names = new SheetNames();
  const given = titles.map((title) => names.next(title, 'Group'));
  for (const name of given) {
    expect(name.length).toBeGreaterThan(0);
    expect(name.length).toBeLessThanOrEqual(31);
    expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$|^history$/i);
    expect(name.isWellFormed()).toBe(true);
  }
  expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(titles.length);
  expect(given[9]!.length % 5).toBe(0);
  const file = filledFile({ groups: titles.length, rows: 1 });
  for (const [at, title] of titles.entries()) file.groups[at]!.name = title;
  const { sheets } = await readXlsx(await made({ what: 'consolidated', by: 'group', as: 'xlsx' }, file));
  expect(sheets).toHaveLength(titles.length + 2);
  expect(sheets.slice(2).map(({ rows }) => rows[0]?.[0] ?? '')).toEqual(titles);
});

test('FO15 a cell over Excel’s limit says so and stands in full on a sheet of its own; nothing of it is lost', async () => {
  const long = `${'Word after word. '.repeat(4_000)}\u{1f33e}`;
  const manyLines = Array.from({ length: 600 }, (_, at) => `Line ${at}`).join('\n');
  const file = saying([long, manyLines]);
  const bytes = await made(strategyXlsx(file), file);
  const { sheets } = await readXlsx(bytes);
  const all = sheets.flatMap(({ rows }) => rows.flat().map((cell) => String(cell ?? '')));
  expect(Math.max(...all.map((cell) => cell.length))).toBeLessThanOrEqual(32_767);
  expect(
    sheets[0]!.rows.flat().filter((cell) => String(cell ?? '').includes('continues on the sheet “In full”')),
  ).toHaveLength(2);
  const pieces = sheets.at(-1)!.rows.filter(([key]) => String(key ?? '').includes('!'));
  const whole = (key: string) =>
    pieces
      .filter(([of]) => of === key)
      .map(([, , text]) => text)
      .join('');
  const keys = [...new Set(pieces.map(([key]) => String(key)))];
  expect(keys.map(whole)).toEqual([long, manyLines]);
});

test('FO16 zero-width signs go out as they are: word breaks in Khmer, joiners in emoji and Arabic', async () => {
  const khmer = 'សិទ្ធិ\u200bកុមារ\u200bនៅ\u200bកម្ពុជា \u200c\u200d';
  const file = saying([khmer]);
  const count = (text: string) => [...text.matchAll(/[\u200b-\u200d]/g)].length;
  const wanted = count(khmer);
  const document = openedParts(await made({ what: 'strategy', group: file.groups[0]!.id, as: 'docx' }, file, 'km'));
  const line = visibleText(document.get('word/document.xml')!)
    .split('\n')
    .find((one) => one.includes('កម្ពុជា'))!;
  expect(count(line)).toBe(wanted);
  expect(document.get('word/document.xml')).toMatch(
    /w:cs="Noto Sans Khmer"[^>]*\/>(?:<[^>]+>)*<w:lang w:bidi="km-KH"\/>/,
  );
  const rows = await sheetOf(file);
  expect(count(rows.flat().find((cell) => cell.includes('កម្ពុជា'))!)).toBe(wanted);
  const csv = new TextDecoder().decode(await made({ what: 'strategy', group: file.groups[0]!.id, as: 'csv' }, file));
  expect(csv).toContain(khmer.trimEnd());
});

test('FO17 words from right to left are told to word processors run by run; together the runs are the text', () => {
  const runs = directedRuns('المادة 12 of the ICCPR، والمادة 3', true);
  expect(runs.map(({ text }) => text).join('')).toBe('المادة 12 of the ICCPR، والمادة 3');
  expect(runs.map(({ isRtl }) => isRtl)).toEqual([true, false, true]);
  expect(directedRuns('(12) نص', false)).toEqual([{ text: '(12) نص', isRtl: true }]);
  expect(directedRuns('12 – 3', true)).toEqual([{ text: '12 – 3', isRtl: true }]);
});

test('FO18 a file has a name that every system takes, in the words of its document', () => {
  expect(fileName('Action strategy: Water / land?', 'docx')).toBe('Action strategy - Water - land.docx');
  expect(fileName('..', 'csv')).toBe('workshop.csv');
  expect(fileName('CON', 'txt')).toBe('workshop CON.txt');
  expect(fileName('ធម្មនុញ្ញ\u200bសិក្ខាសាលា', 'docx')).toBe('ធម្មនុញ្ញសិក្ខាសាលា.docx');
  expect(fileName('a\u202egnp.exe', 'zip')).toBe('agnp.exe.zip');
  expect([...fileName('x'.repeat(500), 'zip')].length).toBeLessThan(90);
});

test('FO12 sums of money, truth values and times go out as CSV and come in again unchanged', async () => {
  const odd = ['$5000', '$5,000.50', '$ 5', '5000 €', 'USD 5000', 'TRUE', 'false', '#N/A', '12:30 PM'];
  const file = filledFile({ groups: 1, rows: odd.length });
  file.recommendations = odd.map((words, at) => ({
    ...file.recommendations[0]!,
    id: newId(),
    number: `7.${at + 1}`,
    text: { en: words },
  }));
  const bytes = await made({ what: 'catalogue', as: 'csv' }, file);
  const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes.slice(3)), { skipEmptyLines: true });
  for (const words of odd) expect(data.flat()).toContain(`\t${words}`);
  const read = await readInput({ bytes });
  if (!read.ok) throw new Error(read.problem);
  expect(read.value.recommendations.map(({ text }) => text)).toEqual(odd);
});

test('FO73 what has figures and no letters keeps its order in an Arabic document, at the side where its lines begin', async () => {
  const list: Block = { kind: 'list', ordered: false, items: [plainBlocks('12 - 345')] };
  const file = saying(['+855 12 345 678', '=1+1', 'اتصل 12 345', [list]]);
  const parts = openedParts(await made({ what: 'strategy', group: file.groups[0]!.id, as: 'docx' }, file, 'ar'));
  const paragraphs = parts.get('word/document.xml')!.match(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)!;
  const saidIn = (words: string) => paragraphs.find((xml) => visibleText(xml).includes(words))!;
  const isRtl = (words: string) => /<w:bidi(?: w:val="(?:true|1)")?\/>/.test(saidIn(words));
  expect(['+855 12 345 678', '=1+1', 'اتصل', '12 - 345'].map(isRtl)).toEqual([false, false, true, false]);
  expect(saidIn('+855')).toContain('<w:jc w:val="end"/>');
  expect(saidIn('+855')).not.toContain('<w:rtl/>');
});
