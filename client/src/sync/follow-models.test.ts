import type { RowId } from '@board/shared/ids';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readRow, type StrategyRow } from '@board/shared/model/strategy';
import { addRow, removeRow, setPriority } from '@board/shared/model/strategy-edits';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { followEntries } from './entry-cache.ts';

test('ST22 a change in one row leaves the objects of all other rows as they are', () => {
  const doc = new Y.Doc();
  const ids = [addRow(doc, null), addRow(doc, null), addRow(doc, null)];
  let reads = 0;
  const rows = followEntries(
    doc.getMap('rows'),
    (id, entry) => {
      reads += 1;
      return readRow(id as RowId, entry);
    },
    (entries): readonly StrategyRow[] => [...entries.values()],
  );
  const before = rows.getSnapshot();
  expect(reads).toBe(3);
  setPriority(doc, ids[1] as RowId, true);
  const after = rows.getSnapshot();
  expect(reads).toBe(4);
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect(after[1]?.priority).toBe(true);
  expect(after[2]).toBe(before[2]);
  removeRow(doc, ids[0] as RowId);
  expect(rows.getSnapshot().map((row) => row.id)).toEqual([ids[1], ids[2]]);
  doc.getMap('rows').set('foreign', 'no row');
  expect(rows.getSnapshot().length).toBe(2);
});

test('ST81 words that are typed are shown together a moment later, and a removed row keeps those of its last moment', () => {
  vi.useFakeTimers();
  const doc = new Y.Doc();
  const row = addRow(doc, null);
  const followed = followEntries(
    doc.getMap('rows'),
    (id, entry) => readRow(id as RowId, entry),
    (entries): readonly StrategyRow[] => [...entries.values()],
  );
  let shown = 0;
  followed.subscribe(() => {
    shown += 1;
  });
  const cell = cellFragment(doc, { row, cell: 'mechanisms' })!;
  fillFragment(cell, 'a');
  const text = (cell.get(0) as Y.XmlElement).get(0) as Y.XmlText;
  for (const key of 'bcd') text.insert(text.length, key);
  expect(shown).toBe(0);
  vi.runAllTimers();
  expect(shown).toBe(1);
  expect(followed.getSnapshot()[0]?.mechanisms).toBe('abcd');
  text.insert(4, 'e');
  removeRow(doc, row);
  expect(shown).toBe(2);
  expect(followed.getSnapshot()).toEqual([]);
  expect(followed.formerOf(row)?.mechanisms).toBe('abcde');
  vi.useRealTimers();
});
