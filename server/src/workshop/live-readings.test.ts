import { type GroupId, groupDocument, newId } from '@board/shared/ids';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow, setContribution, setPriority } from '@board/shared/model/strategy-edits';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { nothingRead, readAgain } from './live-readings.ts';

test('LV25 the live view shows so much of a text and of a group and no more, and says where it cut', async () => {
  const group = newId<GroupId>();
  const doc = new Y.Doc();
  const long = '😀'.repeat(limits.shownText);
  for (let place = 0; place < limits.shownRows + 5; place++) {
    const row = addRow(doc, null);
    const action = readStrategy(doc).find((one) => one.id === row)!.actions[0]!.id;
    setPriority(doc, row, true);
    setContribution(doc, row, action, true);
    fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, place === 0 ? long : 'short');
  }
  const rooms = { read: async <Value>(_: string, read: (one: Y.Doc) => Value) => read(doc) };
  const readings = await readAgain(rooms, groupDocument(group), nothingRead);
  const { priorities, contributions } = readings.strategies.get(group)!;
  expect([priorities.length, contributions.length]).toEqual([limits.shownRows, limits.shownRows]);
  const texts = contributions.map((one) => one.text);
  const cut = texts.find((text) => text !== 'short')!;
  expect([cut.length <= limits.shownText + 2, cut.endsWith('😀 …')]).toEqual([true, true]);
  expect(priorities.flatMap((one) => one.actions.map((action) => action.text))).toContain(cut);
});
