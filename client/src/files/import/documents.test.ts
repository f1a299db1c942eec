import { expect, test } from 'vitest';
import { paragraphs, pdf, wordDocument, wordTable } from './fixtures.ts';
import { plainly, readBytes } from './read-for-test.ts';

const head = 'UPR of Samora (3rd Cycle - 48th Session) Thematic list of recommendations\nPage 3 of 9';

test('UP31 the thematic list of OHCHR as it was from 2014 to 2019: SDGs and persons in the cell of themes', async () => {
  const found = await readBytes(
    wordTable(
      [
        ['Recommendation', 'Position', 'Full list of themes', 'Assessment/comments on level of implementation'],
        ['Theme: Roads and rivers'],
        [
          '9.1 Mend the bridges (Peru) (Chad);\nSource of Position: A/HRC/99/8/Add.1 - Para.3',
          'Supported',
          '- Roads\n- Rivers, lakes & shores\nSDGs: \n- 9 - INDUSTRY, INNOVATION AND INFRASTRUCTURE\n- 16.a - Strengthen institutions\nAffected persons: \n- Boatmen',
          '',
        ],
        ['9.2 Open the archives (Togo);\nSource of position: A/HRC/99/8 - Para 121', 'Noted', '- Roads', ''],
      ],
      head,
    ),
  );
  expect(plainly(found)).toEqual([
    ['9.1', 'Mend the bridges', ['PER', 'TCD'], 'supported', ['Roads', 'Rivers, lakes & shores'], ['9', '16.a']],
    ['9.2', 'Open the archives', ['TGO'], 'noted', ['Roads'], []],
  ]);
  expect(found.recommendations[0]).toMatchObject({ source: 'A/HRC/99/8/Add.1 - Para.3', flags: [] });
  expect(found).toMatchObject({
    file: 'docx',
    table: { origin: 'ohchr-list', title: 'UPR of Samora (3rd Cycle - 48th Session) Thematic list of recommendations' },
  });
});

test('UP31 the thematic list as it is since 2025: themes with persons, and goals in a column of their own', async () => {
  const found = await readBytes(
    wordTable([
      [
        'Recommendation and recommending State',
        'Position of the State under review',
        'Human rights themes and groups of persons',
        'Relevant SDGs',
      ],
      ['Theme: Roads'],
      [
        '9.1 Mend the roads of the north (Côte d’Ivoire);',
        'Supported',
        '- Roads\nGroups of Persons: \n- Drivers',
        '- 9 - INDUSTRY, INNOVATION AND INFRASTRUCTURE\n- 9.1 - Develop roads\n- 77 - NO SUCH GOAL',
      ],
    ]),
  );
  expect(plainly(found)).toEqual([
    ['9.1', 'Mend the roads of the north', ['CIV'], 'supported', ['Roads'], ['9', '9.1']],
  ]);
  expect(found.table?.origin).toBe('ohchr-list');
});

test('UP31 the thematic list with a column of States, codes before its themes, and no themes of a row’s own', async () => {
  const found = await readBytes(
    wordTable([
      ['Recommendation', 'Recommending state/s', 'Position', 'Full list of themes'],
      ['Theme: B31 Roads'],
      ['9.1 Mend the roads', 'Peru\nChad', 'Noted', 'A12 Roads & rivers\nAffected persons:\n- general'],
      ['9.2 Mend the wells', 'Togo', 'Supported', ''],
    ]),
  );
  expect(plainly(found)).toEqual([
    ['9.1', 'Mend the roads', ['PER', 'TCD'], 'noted', ['Roads & rivers'], []],
    ['9.2', 'Mend the wells', ['TGO'], 'supported', ['B31 Roads'], []],
  ]);
});

test('UP31 a Word document without such a table is read as a report; deleted words and doubles for older programs are not', async () => {
  const body = `${paragraphs('118. The recommendations listed below enjoy the support of Samora:\n118.1 Mend the roads (Peru);')}
    <w:p><w:r><w:t>118.2</w:t><w:tab/><w:t>Mend the </w:t></w:r><w:del><w:r><w:t>boats</w:t></w:r></w:del><w:ins><w:r><w:t>wells and cross</w:t><w:noBreakHyphen/><w:t>roads (Chad);</w:t></w:r></w:ins>
    <mc:AlternateContent xmlns:mc="m"><mc:Choice/><mc:Fallback><w:t>again</w:t></mc:Fallback></mc:AlternateContent></w:p>`;
  expect(plainly(await readBytes(wordDocument(body)))).toEqual([
    ['118.1', 'Mend the roads', ['PER'], 'supported', [], []],
    ['118.2', 'Mend the wells and cross-roads', ['TCD'], 'supported', [], []],
  ]);
});

test('UP33 a PDF is read by where its words stand: justified lines whole, footnotes and page numbers in no sentence', async () => {
  const found = await readBytes(
    pdf([
      [
        [60, 800, 9, 'A/HRC/99/8'],
        [60, 760, 10, '118.'],
        [90, 760, 10, 'The recommendations listed below enjoy the support of Samora:'],
        // A line that the writer has pulled apart comes word by word, the State before its rest.
        [140, 740, 10, '118.1'],
        [180, 740, 10, 'Mend'],
        [180, 726, 10, 'bridges of the north (Peru);'],
        [240, 740, 10, 'the'],
        [300, 740, 10, 'roads'],
        [360, 740, 10, 'and'],
        [140, 700, 10, '118.2'],
        [180, 700, 10, 'Count the boats'],
        [258, 704, 6, '12'],
        [60, 90, 8, '12 See the list of boats.'],
        [60, 60, 9, '3'],
      ],
      [
        [500, 800, 9, 'A/HRC/99/8'],
        [180, 760, 10, 'on every river (Chad);'],
        [60, 730, 10, '119. All conclusions and recommendations reflect the position of the submitting States.'],
      ],
    ]),
  );
  expect(plainly(found)).toEqual([
    ['118.1', 'Mend the roads and bridges of the north', ['PER'], 'supported', [], []],
    ['118.2', 'Count the boats on every river', ['TCD'], 'supported', [], []],
  ]);
  expect(found).toMatchObject({ file: 'pdf', format: 'report' });
  expect(found.recommendations.flatMap((one) => one.flags)).toEqual([]);
});

test('UP31 numbers that Word sets before paragraphs by itself are read, and a typed one counts', async () => {
  const level = (at: number, start: number, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const lists = `<w:abstractNum w:abstractNumId="7">${level(0, 118, '%1.')}${level(1, 1, '%1.%2')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>`;
  const entry = (at: number, words: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const body = [
    entry(0, 'The recommendations listed below enjoy the support of Samora:'),
    entry(1, 'Mend the roads (Peru);'),
    entry(1, '118.2 Mend the wells (Chad);'),
    entry(0, 'The following recommendations will be examined by Samora, which will provide responses in due time:'),
    entry(1, 'Rest (Togo);'),
    paragraphs('120. All conclusions and recommendations reflect the position of the submitting States.'),
  ];
  expect(plainly(await readBytes(wordDocument(body.join(''), '', lists)))).toEqual([
    ['118.1', 'Mend the roads', ['PER'], 'supported', [], []],
    ['118.2', 'Mend the wells', ['TCD'], 'supported', [], []],
    ['119.1', 'Rest', ['TGO'], 'pending', [], []],
  ]);
});
