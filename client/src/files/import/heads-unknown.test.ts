import { expect, test } from 'vitest';
import { previewLines, troublesOf } from './preview.ts';
import { bytesOf, readBytes } from './read-for-test.ts';

test('ME43 a word in the place of a number among numbers is no recommendation: it is flagged and begins left out', async () => {
  const list =
    'Number,Recommendation,State\n7.1,Mend the wells of the north,Peru\n7.2,Open the archives,Chad\nTotal,2,\n';
  const lines = previewLines(await readBytes(bytesOf(list)));
  expect(lines.map(({ number, included }) => [number, included])).toEqual([
    ['7.1', true],
    ['7.2', true],
    ['Total', false],
  ]);
  const isFlagged = (line: (typeof lines)[number]) =>
    troublesOf(line, false).some(({ kind, detail }) => kind === 'number-without-figures' && detail === 'Total');
  expect([isFlagged(lines[2]!), isFlagged({ ...lines[2]!, number: '7.3' })]).toEqual([true, false]);
  const letters = 'Number,Recommendation\na),Mend the wells of the north (Peru)\nb),Open the archives (Chad)\n';
  expect(previewLines(await readBytes(bytesOf(letters))).every(({ included }) => included)).toBe(true);
});

test.each([
  ['No,Contenu,Pays\n6.1,Ouvrir les archives de la guerre,France\n', ['number', 'text', 'state']],
  ['No,"=2+3","@mine"\n6.1,Wells,all\n', ['number', 'text', null]],
  ['Nr;Was;Wer\n6.1;Wells;Peru\n6.2;Roads;Chad\n', ['number', 'text', 'state']],
])(
  'ME44 below heads that nobody knows numbers of recommendations show the columns, to be chosen: %j',
  async (list, fields) => {
    const found = await readBytes(bytesOf(list));
    expect(found.table?.columns.map(({ field }) => field)).toEqual(fields);
    expect([found.recommendations[0]!.number, found.findings[0]!.kind]).toEqual(['6.1', 'columns-guessed']);
  },
);

test('UP50 an Arabic sheet may call its column of States by the State alone', async () => {
  const found = await readBytes(bytesOf('الرقم,التوصية,الدولة\n7.1,إصلاح الآبار في الشمال,بيرو\n'));
  expect(found.recommendations[0]!.states).toMatchObject([{ code: 'PER' }]);
});
