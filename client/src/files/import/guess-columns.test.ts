import { expect, test } from 'vitest';
import { workbook } from './fixtures.ts';
import { bytesOf, readBytes } from './read-for-test.ts';

test('UP67 beside numbers a few words are a recommendation; longer themes and notes here and there are none', async () => {
  const rows = [
    ['Nr', 'Was', 'Wer', 'Bereich', 'Anmerkung'],
    ['110.1', 'Ratify CEDAW', 'Peru', 'Acceptance of international norms', ''],
    ['110.2', 'Free the press', 'Chad', 'Civil and political rights in general', ''],
    ['110.3', 'Stop torture', 'Togo', 'Civil and political rights in general', ''],
    ['110.4', 'Sign the ILO 189', 'Fiji', 'Acceptance of international norms', 'Asked for by the unions already twice'],
    ['110.5', 'Pay teachers', 'Mali', 'Civil and political rights in general', ''],
    ['110.6', 'Open courts', 'Cuba', 'Civil and political rights in general', ''],
    ['110.7', 'Ban landmines', 'Oman', 'Acceptance of international norms', ''],
    ['110.8', 'Protect forests', 'Peru', 'Acceptance of international norms', ''],
  ];
  const found = await readBytes(workbook([{ name: 'List', rows }]));
  expect(found.table?.columns.map(({ heading, field }) => [heading, field])).toEqual([
    ['Nr', 'number'],
    ['Was', 'text'],
    ['Wer', 'state'],
    ['Bereich', null],
    ['Anmerkung', null],
  ]);
  expect(found.recommendations.map(({ number, text }) => `${number} ${text}`).slice(0, 2)).toEqual([
    '110.1 Ratify CEDAW',
    '110.2 Free the press',
  ]);
  expect(found.recommendations.length).toBe(8);
  const semicolons = rows.map((cells) => cells.slice(0, 3).join(';')).join('\r\n');
  expect((await readBytes(bytesOf(semicolons))).recommendations.length).toBe(8);
});
