import type { FoundProblem } from '@board/shared/upr/found';
import { expect, test } from 'vitest';
import { openDocument, pdf, wordDocument, workbook, workbookParts, zipped } from './fixtures.ts';
import { bytesOf, problemOf, readBytes } from './read-for-test.ts';

test('UP29 what a file is, is told by its bytes and not by its name, and refused with the reason', async () => {
  const starts: [FoundProblem, Uint8Array][] = [
    ['picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10)],
    ['picture', Uint8Array.of(0x49, 0x49, 0x2a, 0, 8)],
    ['picture', bytesOf('RIFF1234WEBPVP8 ')],
    ['old-word', bytesOf('{\\rtf1\\ansi A letter}')],
    ['other-file', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
    ['old-word', oldOffice('WordDocument')],
    ['other-file', oldOffice('PowerPoint Document')],
    ['not-text', Uint8Array.of(0, 0, 0, 7, 0, 0, 9, 200)],
  ];
  for (const [wanted, bytes] of starts) expect([wanted, await problemOf(bytes)]).toEqual([wanted, wanted]);
  expect(await problemOf(zipped({ 'ppt/presentation.xml': '<p/>' }))).toBe('other-file');
});

function oldOffice(name: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...name].forEach((letter, at) => {
    bytes[1024 + at * 2] = letter.charCodeAt(0);
  });
  return bytes;
}

test('UP30 what opens with a password only is refused as that, in every kind', async () => {
  const locked = workbookParts([{ name: 'List', rows: [['No', 'Text']] }], ['General']);
  expect(await problemOf(zipped(locked, 'secret'))).toBe('protected');
  expect(await problemOf(oldOffice('EncryptedPackage'))).toBe('protected');
  const lock = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`;
  expect(await problemOf(pdf([[[60, 760, 10, '118.1 Mend (Peru);']]], lock))).toBe('protected');
});

test('UP30 what is cut off or broken is refused as damaged, wherever it was cut', async () => {
  const whole = await workbook([
    {
      name: 'List',
      rows: [
        ['No', 'Text'],
        ['9.1', 'Mend the roads'],
      ],
    },
  ]);
  for (const share of [0.1, 0.5, 0.9, 0.99])
    expect(await problemOf(whole.subarray(0, Math.floor(whole.length * share)))).toBe('damaged');
  const broken = workbookParts([{ name: 'List', rows: [] }], ['General']);
  expect(await problemOf(zipped({ ...broken, 'xl/worksheets/sheet0.xml': '<worksheet><sheetData><row>' }))).toBe(
    'damaged',
  );
  expect(
    await problemOf(zipped({ ...broken, 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>' })),
  ).toBe('damaged');
  expect(await problemOf(bytesOf('%PDF-1.7\nand nothing more'))).toBe('damaged');
});

test('UP30 a file that is small outside and far too large inside is given up early', async () => {
  const parts = workbookParts([{ name: 'List', rows: [] }], ['General']);
  const bomb = `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>${'0'.repeat(70 * 1024 * 1024)}</v></c></row></sheetData></worksheet>`;
  expect(await problemOf(zipped({ ...parts, 'xl/worksheets/sheet0.xml': bomb }))).toBe('swells');
});

test('UP30 one text without an end is given up before it has been gathered', async () => {
  const parts = workbookParts([{ name: 'List', rows: [] }], ['General']);
  const cell = `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>${'0'.repeat(20 * 1024 * 1024)}</v></c></row></sheetData></worksheet>`;
  expect(await problemOf(zipped({ ...parts, 'xl/worksheets/sheet0.xml': cell }))).toBe('swells');
});

test('UP30 a PDF that holds pictures and no words says so', async () => {
  expect(await problemOf(pdf([[]]))).toBe('no-words');
});

test('UP30 what is made to cost much is refused before it does: deep XML, endless lines, repeated cells, lines without number', async () => {
  const sheet = workbookParts([{ name: 'List', rows: [['No', 'Text']] }], ['General']);
  const cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>';
  const cases: [FoundProblem, Uint8Array | Promise<Uint8Array>][] = [
    ['damaged', zipped({ ...sheet, 'xl/worksheets/sheet0.xml': `<worksheet>${'<a>'.repeat(100_000)}` })],
    ['damaged', bytesOf(`No,Text\n9.1,${','.repeat(1_000_000)}`)],
    [
      'swells',
      openDocument(
        `<table:table><table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row></table:table>`,
      ),
    ],
    ['too-many-rows', bytesOf('9.1 Mend the roads (Peru);\n'.repeat(450_000))],
    ['too-many-rows', wordDocument(`<w:tbl>${'<w:tr/>'.repeat(250_000)}</w:tbl>`)],
  ];
  for (const [wanted, bytes] of cases) expect([wanted, await problemOf(bytes)]).toEqual([wanted, wanted]);
});

test('UP107 a PDF of more pages than are read is refused, and nothing of it is taken', async () => {
  const page = (at: number): [number, number, number, string][] => [
    [60, 700, 10, `9.${at + 1} Mend the roads of the north before winter (Peru);`],
  ];
  const pages = (count: number) => pdf(Array.from({ length: count }, (_, at) => page(at)));
  expect(await problemOf(pages(601))).toBe('too-many-pages');
  expect((await readBytes(pages(600))).recommendations).toHaveLength(600);
}, 120_000);
