import type { Found } from '@board/shared/upr/found';
import { expect, test } from 'vitest';
import { listRead, withLine } from '../../pages/catalogue/list-state.ts';
import { applyCure } from './cures.ts';
import { workbook } from './fixtures.ts';
import { previewLines, troublesOf } from './preview.ts';
import { bytesOf, readBytes } from './read-for-test.ts';

const said = (found: Found) =>
  found.recommendations.flatMap(({ number, flags }) =>
    flags.filter(({ kind }) => kind === 'several-numbers').map(({ detail, cure }) => `${number}: ${detail}: ${cure}`),
  );
const inCell = async (number: string) =>
  said(
    await readBytes(
      bytesOf(`Number;Recommendation;State\n${number};Mend the wells of the north;Peru\n9.1;Mend;Chad\n`),
    ),
  );

test.each([
  ['7.1-7.2', '7.1, 7.2'],
  ['7.1 – 7.3', '7.1, 7.2, 7.3'],
  ['7.1-3', '7.1, 7.2, 7.3'],
  ['7.3 and 7.4', '7.3, 7.4'],
  ['7.5, 7.6', '7.5, 7.6'],
  ['7.5, .6 & 7.8', '7.5, 7.6, 7.8'],
  ['7.5/7.6', '7.5, 7.6'],
  ['7.5 7.6', '7.5, 7.6'],
  ['7.1 to 7.2, 7.9', '7.1, 7.2, 7.9'],
  ['7.1 à 7.2', '7.1, 7.2'],
  ['7.5 y 7.6', '7.5, 7.6'],
  ['٧.٥ و ٧.٦', '7.5, 7.6'],
  ['៧.៥ និង ៧.៦', '7.5, 7.6'],
  ['Recs. 7.5 and 7.6', '7.5, 7.6'],
  ['7.1-7.200', undefined],
  ['7.1-8.2', undefined],
])('UP105 several numbers in one cell are flagged, with each as a recommendation: %s', async (printed, numbers) => {
  expect(await inCell(printed)).toEqual([`${printed}: ${printed}: ${numbers}`]);
});

test.each(['7.1', '7,1', '7-1', '7.1.2', '7.10 (a)', '7.5a', '12', 'Rec. 7.1', 'Total'])(
  'UP105 one number is one: %s',
  async (printed) => {
    expect(await inCell(printed)).toEqual([]);
  },
);

test('UP105 so are several that a text begins with; of a text that speaks of others they are its words', async () => {
  const rows = [
    ['Recommendation', 'State'],
    ['7.1 Mend the bridges of the south before winter', 'Chad'],
    ['7.3 and 7.4 Mend the wells of the north before winter', 'Peru'],
    ['7.5, 7.6. Open the archives of the capital to all', 'Togo'],
    ['7.7 Carry out recommendations 7.1 and 7.2 within a year', 'Togo'],
  ];
  const found = await readBytes(workbook([{ name: 'A', rows }]));
  expect(said(found)).toEqual(['7.3 and 7.4: 7.3 and 7.4: 7.3, 7.4', '7.5, 7.6: 7.5, 7.6: 7.5, 7.6']);
  expect(found.recommendations[1]!.text).toBe('Mend the wells of the north before winter');
});

test('UP105 one press makes each number a recommendation of the same text; a number by hand settles it too', async () => {
  const list = 'Number;Recommendation;State\n7.1;Mend;Chad\n7.3 and 7.4;Mend the wells;Peru\n7.5;Open;Togo\n';
  const state = listRead(list, {}, await readBytes(bytesOf(list)), null);
  const line = state.lines[1]!;
  const trouble = troublesOf(line, false).find(({ kind }) => kind === 'several-numbers')!;
  expect([trouble.weight, state.lookFirst.has(line.key)]).toEqual(['wrong', true]);
  const parted = withLine(state, applyCure(line, trouble));
  const numbers = parted.lines.map(({ number, text }) => `${number} ${text}`);
  expect(numbers).toEqual(['7.1 Mend', '7.3 Mend the wells', '7.4 Mend the wells', '7.5 Open']);
  expect(new Set(parted.lines.map(({ key }) => key)).size).toBe(4);
  expect(parted.lines.flatMap((one) => troublesOf(one, false))).toEqual([]);
  const renamed = withLine(parted, { ...parted.lines[2]!, text: 'Mend the springs' });
  expect(renamed.lines.map(({ text }) => text)).toEqual(['Mend', 'Mend the wells', 'Mend the springs', 'Open']);
  expect(previewLines(state.found)).toHaveLength(3);
  expect(troublesOf({ ...line, number: '7.3' }, false)).toEqual([]);
});
