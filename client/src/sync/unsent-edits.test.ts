import type { RowId } from '@board/shared/ids';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addAction, addRow, removeRow } from '@board/shared/model/strategy-edits';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { ownUndo } from './undo.ts';
import { UnsentEdits } from './unsent-edits.ts';
import { WaitingEdits } from './waiting-edits.ts';

/** One page on a document in which a row of others stands; nothing of the page’s own has gone out. */
function page() {
  const others = new Y.Doc();
  addRow(others, null);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(others), 'server');
  const waiting = new WaitingEdits();
  const unsent = new UnsentEdits(doc, waiting);
  doc.on('update', (_update, origin, _doc, transaction: Y.Transaction) => {
    if (origin !== 'server') unsent.edited(transaction);
  });
  waiting.startOver();
  const own = {};
  const undo = ownUndo(doc, [own]);
  const cell = (row: RowId) => {
    const action = readStrategy(doc).find(({ id }) => id === row)?.actions[0];
    return cellFragment(doc, { row, action: action!.id, cell: 'text' })!;
  };
  const type = (row: RowId, words: string): void => {
    undo.stopCapturing();
    doc.transact(() => fillFragment(cell(row), words), own);
  };
  /** Everything so far goes out, and is stored. */
  const meet = (): void => {
    waiting.answered(false);
    unsent.haveGone();
    waiting.stored(0);
  };
  return { doc, waiting, unsent, undo, own, cell, type, meet, first: readStrategy(doc)[0]!.id };
}

test('NE27 a row that was added without a connection and taken back does not wait, and waits again when it is there again', () => {
  const { doc, waiting, undo, own, type } = page();
  const row = addRow(doc, null, own);
  type(row, 'half a thought');
  expect(waiting.count).toBe(2);
  undo.undo();
  expect(waiting.places).toEqual([`rows/${row}`]);
  undo.undo();
  expect(readStrategy(doc)).toHaveLength(1);
  expect(waiting.count).toBe(0);
  undo.redo();
  expect(waiting.places).toEqual([`rows/${row}`]);
  removeRow(doc, row, own);
  expect(waiting.count).toBe(0);
});

test('NE27 words that were typed and taken out again do not wait; what is left of them does, and so does what others had', () => {
  const { doc, waiting, first, cell, type, undo, own, meet } = page();
  type(first, 'one thought');
  cell(first).delete(0, 1);
  expect(waiting.count).toBe(0);
  type(first, 'two thoughts');
  doc.transact(() => ((cell(first).get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(0, 4), own);
  expect(waiting.count).toBe(1);
  meet();
  expect(waiting.count).toBe(0);
  cell(first).delete(0, 1);
  expect(waiting.count).toBe(1);
  undo.clear();
  const action = addAction(doc, first, own);
  expect([action === null, waiting.count]).toEqual([false, 2]);
  removeRow(doc, first, own);
  expect(waiting.places).toContain(`rows/${first}`);
});

test('NE27 what has gone out waits until it is stored, also when it was taken back meanwhile', () => {
  const { doc, waiting, unsent, undo, own } = page();
  addRow(doc, null, own);
  waiting.answered(false);
  unsent.haveGone();
  waiting.startOver();
  undo.undo();
  expect(waiting.count).toBe(1);
  waiting.answered(false);
  unsent.haveGone();
  waiting.stored(0);
  expect(waiting.count).toBe(0);
});

test('NE27 what another tab has left in a place waits there, whatever this page takes back', () => {
  const { waiting, unsent, first, type, undo } = page();
  type(first, 'mine');
  const [place = ''] = waiting.places;
  waiting.takenOver([place]);
  unsent.left([place]);
  undo.undo();
  expect(waiting.places).toEqual([place]);
});
