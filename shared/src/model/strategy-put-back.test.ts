import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { fillFragment } from './read.ts';
import { cellFragment, readStrategy } from './strategy.ts';
import { addAction, addRisk, addRow, removeAction, removeRow, setPriority, setSdgTarget } from './strategy-edits.ts';
import { putBack } from './strategy-put-back.ts';

/** Three rows; the second one has something of everything. */
function filled(): Y.Doc {
  const doc = new Y.Doc();
  addRow(doc, null);
  const row = addRow(doc, null);
  addRow(doc, null);
  const action = addAction(doc, row)!;
  addRisk(doc, row);
  setPriority(doc, row, true);
  setSdgTarget(doc, row, '16.3', true);
  fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, 'one\ntwo');
  return doc;
}

test('TA6 a removed row comes back as it was read, at its place, under its id', () => {
  const doc = filled();
  const before = readStrategy(doc);
  removeRow(doc, before[1]!.id);
  expect(putBack(doc, before[1]!)).toBe(true);
  expect(readStrategy(doc)).toEqual(before);
});

test('TA6 a removed action comes back; what others wrote in the row meanwhile stays; nothing missing changes nothing', () => {
  const doc = filled();
  const before = readStrategy(doc)[1]!;
  const [first, second] = before.actions;
  removeAction(doc, before.id, second!.id);
  fillFragment(cellFragment(doc, { row: before.id, action: first!.id, cell: 'text' })!, 'written meanwhile');
  expect(putBack(doc, before)).toBe(true);
  const after = readStrategy(doc)[1]!;
  expect(after.actions.map(({ text }) => text)).toEqual(['written meanwhile', 'one\ntwo']);
  expect(putBack(doc, before)).toBe(false);
});

test('TA6 two people who put the same row back leave it once', () => {
  const a = filled();
  const b = new Y.Doc();
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  const row = readStrategy(a)[1]!;
  for (const doc of [a, b]) {
    removeRow(doc, row.id);
    putBack(doc, row);
  }
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  expect(readStrategy(a)).toHaveLength(3);
  expect(readStrategy(b)).toEqual(readStrategy(a));
});
