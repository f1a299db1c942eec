import { similarState } from '@board/shared/upr/similar-state';
import { expect, test } from 'vitest';
import { workbook } from './fixtures.ts';
import { previewLines } from './preview.ts';
import { bytesOf, plainly, problemOf, readBytes } from './read-for-test.ts';

test('UP32 SDGs are read by their code, whatever words stand behind it; a code that is none is flagged', async () => {
  const found = await readBytes(
    bytesOf(
      'No;Text;SDGs\n9.1;Mend;"- 1.4 - Equal rights to ownership\n- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS"\n9.2;Rest;SDG 3, 5.2, 16.a\n9.3;Sleep;"18 - Sleep well"\n',
    ),
  );
  expect(found.recommendations.map((one) => one.sdgs)).toEqual([['1.4', '16'], ['3', '5.2', '16.a'], undefined]);
  expect(found.recommendations[2]!.flags).toContainEqual({ kind: 'sdg-unknown', detail: '18 - Sleep well' });
});

test('UP37 a State’s name with a slip of the pen is kept as printed, and the one State that is near is proposed', async () => {
  const found = await readBytes(bytesOf('No,Text,State\n9.1,Mend,Argentinia\n9.2,Rest,Nigera\n9.3,Wake,Velmora\n'));
  expect(found.recommendations.map((one) => one.states)).toEqual([
    [{ printed: 'Argentinia', code: null }],
    [{ printed: 'Nigera', code: null }],
    [{ printed: 'Velmora', code: null }],
  ]);
  // Niger and Nigeria are equally near: nothing is proposed.
  expect(found.recommendations.map((one) => one.flags.find((flag) => flag.kind === 'state-unknown')?.cure)).toEqual([
    'ARG',
    undefined,
    undefined,
  ]);
});

test('UP38 words for a position that are not known are counted, and what somebody says they mean holds for all', async () => {
  const table = bytesOf(
    'No,Text,State,Position\n9.1,Mend,Peru,Partially supported\n9.2,Rest,Chad,partially supported\n9.3,Wake,Togo,Noted\n',
  );
  const found = await readBytes(table);
  expect(found.unknownPositions).toEqual([
    { value: 'Partially supported', count: 1 },
    { value: 'partially supported', count: 1 },
  ]);
  const told = await readBytes(table, { positions: { 'partially supported': 'noted' } });
  expect(told.recommendations.map((one) => one.position)).toEqual(['noted', 'noted', 'noted']);
  expect([told.unknownPositions, told.recommendations[0]!.flags]).toEqual([undefined, []]);
});

test('UP39 columns with unknown headings are told by what stands in them, and said; each can be told otherwise', async () => {
  const rows = [
    ['Nummer', 'Empfehlung', 'Von', 'Antwort', 'Jahr'],
    ...['Peru', 'Chad', 'Togo'].map((state, at) => [
      `9.${at + 1}`,
      `Mend all of the roads in region ${at + 1}`,
      state,
      'Noted',
      '2020',
    ]),
  ];
  const found = await readBytes(workbook([{ name: 'List', rows }]));
  expect(found.table?.columns.map((column) => column.field)).toEqual(['number', 'text', 'state', 'position', null]);
  expect(found.findings).toContainEqual({
    kind: 'columns-guessed',
    line: 1,
    count: 4,
    words: 'Nummer · Empfehlung · Von · Antwort',
  });
  expect(plainly(found)[0]).toEqual(['9.1', 'Mend all of the roads in region 1', ['PER'], 'noted', [], []]);
  const told = await readBytes(workbook([{ name: 'List', rows }]), { columns: [null, 'text', null, null, 'session'] });
  expect([told.recommendations[0]!.number, told.table?.choices.session]).toEqual(['', [{ value: '2020', count: 3 }]]);
  const lines = rows.map((row) => row.join(';')).join('\r\n');
  expect(plainly(await readBytes(bytesOf(lines)))).toEqual(plainly(found));
});

test('UP37 a State’s name in another language is no slip of another State’s name', () => {
  const names = ['Alemania', 'Alemanía', 'Algérie', 'Albanio'];
  expect(names.map((name) => similarState(name))).toEqual(['DEU', 'DEU', 'DZA', 'ALB']);
});

test('UP41 rows of treaty bodies in an export of the Human Rights Index are left out, and said', async () => {
  const found = await readBytes(
    bytesOf(
      'Text,Reccomending Body,UPR Reccomending States,UPR Position\n"9.1 Mend roads (Peru);",- UPR,- Peru,- Supported\n12. The Committee asks for more,- CRC,,\n',
    ),
  );
  expect(plainly(found)).toEqual([['9.1', 'Mend roads', ['PER'], 'supported', [], []]]);
  expect(found.findings).toContainEqual({ kind: 'other-bodies', line: 3, count: 1, words: 'CRC' });
  expect(found.table?.origin).toBe('human-rights-index');
});

test('UP21 the short title of an export stands in for the text only where there is no text', async () => {
  const found = await readBytes(bytesOf('Title,Template,Text,Response\nMend ro…,Rec,Mend roads (Peru),Supported\n'));
  expect(found.recommendations[0]!.text).toBe('Mend roads');
  expect((await readBytes(bytesOf('Title,Response\nMend roads (Peru),Supported\n'))).recommendations[0]!.text).toBe(
    'Mend roads',
  );
});

test('UP44 cells that look like formulas come in as the words they are, and signs that no document may hold go', async () => {
  const cells = [
    '=1+1',
    '+855 is the line',
    '-5 % by 2030',
    '@ann please look',
    'two\u000blines\u0001 and \ufffean end',
    'a & b < c ]]> d',
  ];
  const wanted = [
    '=1+1',
    '+855 is the line',
    '-5 % by 2030',
    '@ann please look',
    'two lines and an end',
    'a & b < c ]]> d',
  ];
  const rows = cells.map((cell, at) => [`9.${at + 1}`, cell]);
  const csv = ['No,Text', ...rows.map(([number, cell]) => `${number},"${cell}"`)].join('\n');
  const sheet = workbook([{ name: 'List', rows: [['No', 'Text'], ...rows.slice(0, 4), ...rows.slice(5)] }]);
  expect((await readBytes(bytesOf(csv))).recommendations.map((one) => one.text)).toEqual(wanted);
  expect((await readBytes(sheet)).recommendations.map((one) => one.text)).toEqual(wanted.toSpliced(4, 1));
});

test('UP45 Khmer words keep every zero-width sign, and their numbers may be in Khmer figures', async () => {
  const words = 'សាង​ផ្លូវ​ថ្មី ក្នុង\u200cភូមិ\u200dយើង';
  const rows = [
    ['លេខ', 'អនុសាសន៍'],
    ['៩.១០', words],
  ];
  const files = [bytesOf(rows.map((row) => row.join('\t')).join('\n')), workbook([{ name: 'បញ្ជី', rows }])];
  for (const file of files) expect(plainly(await readBytes(file))).toEqual([['9.10', words, [], 'pending', [], []]]);
});

test('UP20 a text that stops where old spreadsheets cut cells off is flagged', async () => {
  const long = 'Mend the roads of every province '.repeat(9).slice(0, 255);
  const found = await readBytes(bytesOf(`No,Text,State\n9.1,${long},Peru\n9.2,${long.slice(0, 200)},Chad\n`));
  expect(found.recommendations.map((one) => one.flags.map((flag) => flag.kind))).toEqual([['text-cut'], []]);
});

test('UP27 a million lines of nothing but separators behind a table are no rows', async () => {
  const found = await readBytes(
    bytesOf(`No,Text,State\n9.1,Mend the roads,Peru\n${',,\n'.repeat(1_048_574)}9.2,Rest,Chad\n`),
  );
  expect(found.recommendations.map((one) => one.line)).toEqual([2, 1_048_577]);
});

test('UP30 more rows than can be read at once are refused, and the limit is named', async () => {
  expect(await problemOf(bytesOf(`No,Text\n${'9.1,Mend\n'.repeat(200_001)}`))).toBe('too-many-rows');
});

test('UP22 old encodings of Arabic and Cyrillic are told from the Western ones, and others can be chosen', async () => {
  const single = (encoding: string, words: string): Uint8Array => {
    const signs = new Map(
      Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]),
    );
    return Uint8Array.from(words, (sign) => signs.get(sign)!);
  };
  const cases: [string, string][] = [
    ['windows-1256', 'إصلاح الطرق في الشمال والجسور على كل الأنهار'],
    ['windows-1251', 'Отремонтировать дороги на севере и мосты на всех реках'],
    ['windows-1252', 'Réparer les routes du Nord, les ponts et les écoles'],
  ];
  for (const [encoding, words] of cases) {
    const found = await readBytes(single(encoding, `No;Text;State\n9.1;${words};Peru\n9.2;${words};Chad\n`));
    expect([found.encoding, found.recommendations[0]!.text]).toEqual([encoding, words]);
  }
  const central = single('windows-1250', 'No;Text;State\n9.1;Opravi\u0165 cesty, \u017eeleznice;Peru\n');
  const chosen = await readBytes(central, { encoding: 'windows-1250' });
  expect(chosen.recommendations[0]!.text).toBe('Opraviť cesty, železnice');
});

test('UP48 columns with the same text in other languages come as translations, told by headings and by their words', async () => {
  const rows = [
    ['No', 'Recommendation', 'អនុសាសន៍', 'Recommandation', 'State'],
    [
      '9.1',
      'Mend the roads of the north (Peru);',
      '៩.១ ជួសជុលផ្លូវនៅភាគខាងជើង',
      'Réparer les routes du nord (Pérou) ;',
      'Peru',
    ],
    ['9.2', 'Rest, and let the others rest', '', 'Se reposer, et laisser les autres dans le repos', 'Chad'],
  ];
  const found = await readBytes(workbook([{ name: 'List', rows }]));
  expect(found.recommendations.map((one) => [one.number, one.text, one.translations])).toEqual([
    ['9.1', 'Mend the roads of the north', { km: 'ជួសជុលផ្លូវនៅភាគខាងជើង', fr: 'Réparer les routes du nord' }],
    ['9.2', 'Rest, and let the others rest', { fr: 'Se reposer, et laisser les autres dans le repos' }],
  ]);
  const named = await readBytes(bytesOf('No;Text_en;Text (Khmer)\n9.1;Mend the roads;ជួសជុលផ្លូវ\n'));
  expect(named.recommendations[0]!.translations).toEqual({ km: 'ជួសជុលផ្លូវ' });
  // Twice the same language is no translation.
  const twice = await readBytes(bytesOf('No;Recommendation;Text\n9.1;Mend the roads of the north;Mend the roads\n'));
  expect([twice.table?.columns[2]?.field, twice.recommendations[0]!.translations]).toEqual([null, undefined]);
});

test('UP49 what a State under review has promised of itself is no recommendation: it is flagged and begins left out', async () => {
  const found = await readBytes(
    bytesOf(
      'SuR,Recommendation,RS,Response\nPeru,Mend the roads,Chad,Accepted\nPeru,Open a school,Peru,Accepted\nPeru,Dig wells,Peru,Voluntary Pledge\n',
    ),
  );
  expect(
    found.recommendations.map((one) => one.flags.map((flag) => flag.kind).filter((kind) => kind !== 'number-missing')),
  ).toEqual([[], ['own-pledge'], ['own-pledge']]);
  expect(found.unknownPositions).toBeUndefined();
  expect(previewLines(found).map((line) => line.included)).toEqual([true, false, false]);
});

test('UP54 what the further rows of a recommendation say is not lost: unknown States, unknown and differing positions are flagged', async () => {
  const found = await readBytes(
    bytesOf(
      [
        'No,Text,State,Position',
        '9.1,Mend roads,Peru,Supported',
        '9.1,Mend roads,Velmora,Noted',
        '9.2,Mend wells,Chad,Supported',
        '9.2,Mend wells,Togo,Half and half',
        '9.3,Mend boats,Cuba,',
        '9.3,Mend boats,Mali,Noted',
        '9.4,Mend nets,Cuba,Noted',
        '9.4,Mend nets,Mali,',
      ].join('\n'),
    ),
  );
  expect(found.recommendations.map(({ number, position, flags }) => [number, position, flags])).toEqual([
    [
      '9.1',
      'supported',
      [
        { kind: 'state-unknown', detail: 'Velmora' },
        { kind: 'positions-differ', detail: 'Supported · Noted' },
      ],
    ],
    ['9.2', 'supported', [{ kind: 'position-unknown', detail: 'Half and half' }]],
    ['9.3', 'noted', []],
    ['9.4', 'noted', []],
  ]);
});

test('UP58 numbers of a table with a dash or in Arabic figures are read, and what was printed is kept to be chosen', async () => {
  const found = await readBytes(
    bytesOf('No,Recommendation,State\n118-1,Mend,Peru\n١١٨-٢,Rest,Chad\n١١٨٫٣,Wake,Togo\n118.4,Sleep,Togo\n'),
  );
  expect(found.recommendations.map(({ number, flags }) => [number, flags])).toEqual([
    ['118.1', [{ kind: 'number-rewritten', detail: '118-1', cure: '118-1' }]],
    ['118.2', [{ kind: 'number-rewritten', detail: '١١٨-٢', cure: '١١٨-٢' }]],
    ['118.3', [{ kind: 'number-rewritten', detail: '١١٨٫٣', cure: '١١٨٫٣' }]],
    ['118.4', []],
  ]);
  const inText = await readBytes(
    bytesOf('Recommendation;State\n118-1 Mend the roads;Peru\n10-12 years of school;Chad\n'),
  );
  expect(plainly(inText).map((row) => (row as string[]).slice(0, 2))).toEqual([
    ['118.1', 'Mend the roads'],
    ['', '10-12 years of school'],
  ]);
  const bare = await readBytes(bytesOf('118-1\tMend the roads of the north\n118-2\tRest in the shade of trees\n'));
  expect(bare.recommendations.map(({ number }) => number)).toEqual(['118.1', '118.2']);
});

test('UP55 columns of text that are filled only here and there come as what their headings say, and each line with what it has', async () => {
  const rows = [
    ['No', 'Text (French)', 'Text (English)', 'Text (الخميرية)', 'Text (Spanish)'],
    ['9.1', '', 'Mend the roads', '', ''],
    ['9.2', 'Se reposer', 'Rest', 'សម្រាក', 'Descansar'],
    ['9.3', '', '', 'ភ្ញាក់', ''],
  ];
  const found = await readBytes(workbook([{ name: 'List', rows }]));
  expect(found.table?.language).toBe('fr');
  expect(found.recommendations.map(({ text, translations }) => [text, translations])).toEqual([
    ['', { en: 'Mend the roads' }],
    ['Se reposer', { en: 'Rest', km: 'សម្រាក', es: 'Descansar' }],
    ['', { km: 'ភ្ញាក់' }],
  ]);
  expect(previewLines(found).map(({ included }) => included)).toEqual([true, true, true]);
});

test('UP56 the letters of running text are told and can be chosen, and so is whether a text is a table', async () => {
  const words = '9.1 Protéger l’école (Peru);\r9.2 Réparer, puis élargir (Chad);';
  const mac = Uint8Array.from([...words], (sign) => ({ é: 0x8e, '’': 0xd5 })[sign] ?? sign.charCodeAt(0));
  const found = await readBytes(mac);
  expect([found.format, found.table, found.encoding]).toEqual(['list', null, 'macintosh']);
  expect(found.recommendations[0]!.text).toBe('Protéger l’école');
  const western = await readBytes(mac, { encoding: 'windows-1252' });
  expect([western.encoding, western.recommendations[0]!.text]).toEqual(['windows-1252', 'ProtŽger lÕŽcole']);
  expect((await readBytes(bytesOf(words))).encoding).toBe('utf-8');
  const table = bytesOf('No,Text\n9.1 Mend the roads (Peru),x\n9.2 Rest (Chad),y\n');
  expect((await readBytes(table)).format).toBe('table');
  const running = await readBytes(table, { separator: 'none' });
  expect([running.format, running.table, running.recommendations.length]).toEqual(['list', null, 2]);
});
