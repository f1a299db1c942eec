import type { Found, FoundProblem } from '@board/shared/upr/found';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInput } from './readers.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** One byte per sign; signs above 0xff are not expected. */
const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

async function read(input: string | Uint8Array, choices = {}): Promise<Found> {
  const found = await readInput(typeof input === 'string' ? { text: input } : { bytes: input }, choices);
  if (!found.ok) throw new Error(found.problem);
  return found.value;
}

async function problem(input: Uint8Array): Promise<FoundProblem | null> {
  const found = await readInput({ bytes: input });
  return found.ok ? null : found.problem;
}

const rows = (found: Found): unknown[] =>
  found.recommendations.map((one) => [
    one.number,
    one.text,
    one.states.map((state) => state.code ?? state.printed),
    one.position,
  ]);

test('UP20 numbers in tables are text: last zeros, leading zeros and order of rows stay', async () => {
  const found = await read(
    'No,Recommendation,Country,Theme code\r\n9.9,Mend roads,Peru,007\r\n9.10,Mend bridges,Chad,1E5\r\n9.100,Mend wells,Togo,+12\r\n9.20,Mend boats,Cuba,3-4\r\n',
  );
  expect(found.recommendations.map((one) => one.number)).toEqual(['9.9', '9.10', '9.100', '9.20']);
});

test('UP20 a number that a spreadsheet has shortened is put back by the order of rows, with a flag', async () => {
  const body = [8, 9, 1, 11, 12].map((item) => `118.${item};Mend road ${item};Peru`).join('\n');
  const found = await read(`Number;Text;State\n${body}`);
  expect(found.recommendations.map((one) => one.number)).toEqual(['118.8', '118.9', '118.10', '118.11', '118.12']);
  expect(found.recommendations[2]!.flags).toEqual([{ kind: 'number-mended', detail: '118.1', cure: '118.1' }]);
  expect((await read('Number;Text;State\n7,5;Mend;Peru')).recommendations[0]).toMatchObject({
    number: '7.5',
    flags: [{ kind: 'number-mended', detail: '7,5' }],
  });
});

test('UP21 headings of exports and homemade lists are known, in three languages, in any order', async () => {
  const upr = await read(
    'SuR,Rgrp,Org,Recommendation,RS,Rgrp,Org,Response,Action,Issue,Session\nSamora,Asia,"A, B",Mend roads ,Peru,GRULAC,"C, D",Noted,4,"Roads,Land use",18\n',
  );
  expect(rows(upr)).toEqual([['', 'Mend roads', ['PER'], 'noted']]);
  expect(upr.recommendations[0]!.themes).toEqual(['Roads', 'Land use']);
  const uhri = await read(
    'Text,Countries Concerned,Document Symbol,Themes,UPR Reccomending States,UPR Position\n"9.1 Mend roads (Peru) (Chad);",- Samora,A/HRC/99/8,"- Roads, bridges\n- Land","- Peru\n- Chad",- Supported\n',
  );
  expect(rows(uhri)).toEqual([['9.1', 'Mend roads', ['PER', 'TCD'], 'supported']]);
  expect(uhri.recommendations[0]).toMatchObject({ themes: ['Roads, bridges', 'Land'], source: 'A/HRC/99/8' });
  expect(
    rows(await read('text,to,decision,From,year,notes\n"9.1 Mend roads (Peru);",samora,support,Peru,2014,\n')),
  ).toEqual([['9.1', 'Mend roads', ['PER'], 'supported']]);
  expect(rows(await read('Numéro;Recommandation;État;Réponse\n9.1;Réparer les routes;Peru;Acceptée\n'))).toEqual([
    ['9.1', 'Réparer les routes', ['PER'], 'supported'],
  ]);
  expect(rows(await read('Respuesta\tRecomendación\tPaís\tPárrafo\nNoted\tReparar\tPeru\t9.1\n'))).toEqual([
    ['9.1', 'Reparar', ['PER'], 'noted'],
  ]);
});

test('UP21 headings may stand below a title, and a pasted grid may have none', async () => {
  const titled = await read('Our list for the workshop,,\n,,\nNo.,Text,State\n9.1,Mend roads,Peru\n');
  expect(rows(titled)).toEqual([['9.1', 'Mend roads', ['PER'], 'pending']]);
  expect(titled.recommendations[0]!.line).toBe(4);
  const grid = await read('9.1\t"Mend roads\nand ""old"" bridges (Peru)"\tours\r\n9.2\tMend wells (Chad)\t\r\n');
  expect(rows(grid)).toEqual([
    ['9.1', 'Mend roads and "old" bridges', ['PER'], 'pending'],
    ['9.2', 'Mend wells', ['TCD'], 'pending'],
  ]);
});

test('UP22 encoding and separator are found, shown, and can be chosen', async () => {
  const words = 'Numéro;Recommandation;État;Thème\r\n9.1;Protéger l’école, « partout »;Pérou;Été\r\n';
  const western = latin(words.replaceAll('’', '\u0092'));
  const mac = latin(
    [...words]
      .map(
        (sign) =>
          ({ é: '\u008e', É: '\u0083', è: '\u008f', '’': '\u00d5', '«': '\u00c7', '»': '\u00c8' })[sign] ?? sign,
      )
      .join(''),
  );
  const wide = new Uint8Array(Uint16Array.from(`\ufeff${words}`, (sign) => sign.charCodeAt(0)).buffer);
  const cases: [string, Uint8Array][] = [
    ['utf-8', bytes(words)],
    ['utf-8', bytes(`\ufeff${words}`)],
    ['windows-1252', western],
    ['macintosh', mac],
    ['utf-16le', wide],
    ['utf-16le', wide.subarray(2)],
  ];
  for (const [encoding, input] of cases) {
    const found = await read(input);
    expect([encoding, found.encoding, found.table?.separator]).toEqual([encoding, encoding, ';']);
    expect(found.recommendations[0]!.text).toBe('Protéger l’école, « partout »');
  }
  expect((await read(western, { encoding: 'macintosh' })).recommendations[0]!.text).not.toContain('Protéger');
  expect(
    (await read('Text,State;Note\nMend roads,Peru;x\n', { separator: ',' })).table?.columns.map(
      (column) => column.field,
    ),
  ).toEqual(['text', null]);
});

test('UP22 a comma in words does not make it the separator', async () => {
  const found = await read(
    'No;Text;State;Theme\n9.1;Mend roads, bridges, wells, and boats;Peru;Roads\n9.2;Mend, then rest;Chad;Rest;\n',
  );
  expect(rows(found)).toEqual([
    ['9.1', 'Mend roads, bridges, wells, and boats', ['PER'], 'pending'],
    ['9.2', 'Mend, then rest', ['TCD'], 'pending'],
  ]);
});

test('UP23 several States in a cell, and rows that repeat a recommendation for each of its States, give one with all', async () => {
  const found = await read(
    'No,Text,State\n9.1,Mend roads,"Peru, Chad"\n9.2,Mend wells,Bosnia and Herzegovina\n9.2,Mend wells,Togo\n9.3,Mend boats,"Cuba;Mali"\n9.4,Rest,&#40;Unknown&#41;\n9.5,Sleep,KHM\n9.6,Wake by rule (No. 189) (Peru),"- Peru\n- No. 189"\n',
  );
  expect(found.recommendations.map((one) => one.states.map((state) => state.code))).toEqual([
    ['PER', 'TCD'],
    ['BIH', 'TGO'],
    ['CUB', 'MLI'],
    [],
    ['KHM'],
    ['PER'],
  ]);
  expect(found.recommendations[3]!.flags.map((flag) => flag.kind)).toEqual(['state-missing']);
  expect((await read('Text,RS\nMend roads,Peru\nMend roads,Chad\n')).recommendations).toHaveLength(2);
});

test('UP15 a quotation mark that is never closed is told with its line', async () => {
  const found = await read('No,Text,State\n9.1,Mend roads,Peru\n9.2,"Mend wells,Chad\n9.3,Rest,Cuba\n');
  expect(found.findings[0]).toMatchObject({ kind: 'quote-open', line: 3 });
  expect((await read('No,Text,State\n9.1,"Mend\nroads",Peru\n')).findings).toEqual([]);
});

test('UP18 a position word of a table that is not known stays visible', async () => {
  const found = await read(
    'No,Text,State,Position\n9.1,Mend,Peru,Partially supported\n9.2,Rest,Peru,"enjoys the support of Samora"\n9.3,Sleep,Peru,Rejected\n',
  );
  expect(found.recommendations.map((one) => one.position)).toEqual(['pending', 'supported', 'noted']);
  expect(found.recommendations[0]!.flags).toEqual([{ kind: 'position-unknown', detail: 'Partially supported' }]);
});

test('UP24 a table of several States under review or sessions says so, and one can be chosen', async () => {
  const table = 'To,Text,From,Session\nSamora,Mend roads,Peru,6\nSamora,Mend wells,Chad,18\nArlonia,Rest,Peru,18\n';
  const found = await read(table);
  expect(found.table?.choices).toEqual({
    reviewed: [
      { value: 'Samora', count: 2 },
      { value: 'Arlonia', count: 1 },
    ],
    session: [
      { value: '6', count: 1 },
      { value: '18', count: 2 },
    ],
  });
  expect(
    (await read(table, { only: { reviewed: 'Samora', session: '18' } })).recommendations.map((one) => one.text),
  ).toEqual(['Mend wells']);
});

test('UP25 what is no text, empty or without recommendations is refused with its reason', async () => {
  const starts = [
    [0x50, 0x4b, 3, 4, 9],
    [0x89, 0x50, 0x4e, 0x47, 1],
    [0xff, 0xd8, 0xff, 1],
    [0x25, 0x50, 0x44, 0x46, 0x2d],
    [0xd0, 0xcf, 0x11, 0xe0, 1],
    [1, 0, 7, 3, 0, 0, 9, 200],
  ];
  const problems = await Promise.all(starts.map((start) => problem(Uint8Array.from(start))));
  expect(problems).toEqual(['damaged', 'picture', 'picture', 'damaged', 'damaged', 'not-text']);
  expect(await problem(new Uint8Array())).toBe('empty');
  expect(await problem(bytes('A letter to a friend.\nIt holds no list.'))).toBe('nothing-found');
  expect(await readInput({ text: ' \n ' })).toEqual({ ok: false, problem: 'empty' });
});

test('UP25 more than a catalogue holds is cut, and said', async () => {
  const found = await read(
    `No,Text,State\n${Array.from({ length: 2100 }, (_, index) => `9.${index + 1},Mend road ${index},Peru`).join('\n')}`,
  );
  expect(found.recommendations).toHaveLength(2000);
  expect(found.findings[0]).toEqual({ kind: 'too-many', line: 2002, count: 100, words: '2000' });
});

test('UP16 reading a file never throws, whatever its bytes', async () => {
  const piece = fc.constantFrom(
    'No,Text,State\n',
    'Text;RS\n',
    '9.1',
    ',',
    ';',
    '\t',
    '"',
    '""',
    '\n',
    '\r',
    'Peru',
    '- ',
    'sep=;\n',
    '=1+1',
    '\u0000',
    'é',
    '’',
  );
  const text = fc.array(piece, { maxLength: 60 }).map((list) => bytes(list.join('')));
  await fc.assert(
    fc.asyncProperty(fc.oneof(text, fc.uint8Array({ maxLength: 200 })), async (input) => {
      const found = await readInput({ bytes: input });
      expect(found.ok || found.problem !== 'unreadable').toBe(true);
    }),
    { numRuns: 500 },
  );
});
