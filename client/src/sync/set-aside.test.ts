import { type GroupId, groupDocument, newId } from '@board/shared/ids';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { unsentWords, wordsOf } from './set-aside.ts';

function write(doc: Y.Doc, place: number, words: string): void {
  const row = readStrategy(doc)[place];
  const action = row?.actions[0];
  const fragment = row && action && cellFragment(doc, { row: row.id, action: action.id, cell: 'text' });
  if (fragment) fillFragment(fragment, words);
}

test('NE7 of a copy that was set aside, the words that the server’s document lacks are offered back', () => {
  const document = groupDocument(newId<GroupId>());
  const before = new Y.Doc();
  addRow(before, null);
  addRow(before, null);
  write(before, 0, 'Train judges in all provinces');
  const now = new Y.Doc();
  Y.applyUpdate(now, Y.encodeStateAsUpdate(before));
  write(before, 1, 'Publish the budget');
  expect(unsentWords(wordsOf(document, before), wordsOf(document, now))).toEqual(['Publish the budget']);
  expect(unsentWords(wordsOf(document, before), wordsOf(document, before))).toEqual([]);
});
