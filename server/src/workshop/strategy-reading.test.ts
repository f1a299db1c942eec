import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow, setContribution, setPriority } from '@board/shared/model/strategy-edits';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readForHall } from './strategy-reading.ts';

test('LV25 the live view shows so much of a text and of a group and no more, and says where it cut', () => {
  const doc = new Y.Doc();
  const long = '😀'.repeat(limits.shownText);
  for (let place = 0; place < limits.shownRows + 5; place++) {
    const row = addRow(doc, null);
    const action = readStrategy(doc).find((one) => one.id === row)!.actions[0]!.id;
    setPriority(doc, row, true);
    setContribution(doc, row, action, true);
    fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, place === 0 ? long : 'short');
  }
  const { priorities, contributions } = readForHall(doc);
  expect([priorities.length, contributions.length]).toEqual([limits.shownRows, limits.shownRows]);
  const texts = contributions.map((one) => one.text);
  const cut = texts.find((text) => text !== 'short')!;
  expect([cut.length <= limits.shownText + 2, cut.endsWith('😀 …')]).toEqual([true, true]);
  expect(priorities.flatMap((one) => one.actions.map((action) => action.text))).toContain(cut);
});

/** A row with so many actions, each with a long text and presented. */
function longRow(doc: Y.Doc, actions: number, text: string, id = `r${doc.getMap('rows').size}`): void {
  const map = new Y.Map<Y.Map<unknown>>();
  for (let place = 0; place < actions; place++) {
    const words = new Y.XmlFragment();
    fillFragment(words, text);
    map.set(
      `a${place}`,
      new Y.Map<unknown>([
        ['order', `a${place}`],
        ['text', words],
        ['contribution', true],
      ]),
    );
  }
  doc.getMap('rows').set(
    id,
    new Y.Map<unknown>([
      ['order', 'a'],
      ['priority', true],
      ['actions', map],
    ]),
  );
}

test('LV25 of one group so many words go to every phone and no more, however many texts they stand in', () => {
  const doc = new Y.Doc();
  for (let row = 0; row < 10; row++) longRow(doc, 20, 'w'.repeat(3_000));
  const { priorities, contributions } = readForHall(doc);
  const own = limits.shownRows * 200;
  expect(JSON.stringify(priorities).length).toBeLessThan(limits.shownGroupText + 200 * own);
  expect(priorities.flatMap(({ actions }) => actions).reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(
    limits.shownGroupText + 2 * 200 + 2,
  );
  expect(contributions.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(limits.shownGroupText + 102);
});

test('LV25 many small actions go to the phones no further than a few large ones, and no name that is longer than an id', () => {
  const many = new Y.Doc();
  for (let row = 0; row < limits.shownRows; row++) longRow(many, limits.shownRows, 'x');
  expect(JSON.stringify(readForHall(many).priorities).length).toBeLessThan(limits.shownGroupText * 1.5);
  const long = new Y.Doc();
  longRow(long, 5, 'x', 'r'.repeat(100_000));
  expect(JSON.stringify(readForHall(long)).length).toBeLessThan(1_000);
});

test('LV33 of a strategy so many rows, actions and risks are read, the first ones, and it is told that there are more', () => {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let place = 0; place < limits.readRows + 10; place++) {
      const entry = new Y.Map<unknown>([
        ['order', `b${String(limits.readRows + 10 - place).padStart(6, '0')}`],
        ['recommendation', `number${place}`],
      ]);
      doc.getMap('rows').set(`r${place}`, entry);
    }
  });
  const many = readForHall(doc);
  expect([many.progress.rows, many.isWhole, many.taken.length]).toEqual([limits.readRows, false, limits.readRows]);
  expect([many.taken.includes('number0' as never), many.taken[0]]).toEqual([false, `number${limits.readRows + 9}`]);
  const wide = new Y.Doc();
  longRow(wide, limits.readParts + 1, 'x');
  const parts = readForHall(wide);
  expect([parts.progress.actions, parts.isWhole]).toEqual([limits.readParts, false]);
  const small = new Y.Doc();
  longRow(small, 5, 'x');
  expect(readForHall(small).isWhole).toBe(true);
});

test('LV33 when more words stand in a strategy than are read, it is still known of each cell whether something stands there', () => {
  const doc = new Y.Doc();
  for (let row = 0; row < 3; row++) longRow(doc, 30, 'w'.repeat(limits.readCellText + 1));
  const { progress, isWhole } = readForHall(doc);
  expect([progress.actions, progress.contributions, isWhole]).toEqual([90, 90, true]);
});
