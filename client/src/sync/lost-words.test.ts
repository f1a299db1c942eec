import type { RowId } from '@board/shared/ids';
import { cellFragment, cellKey, readStrategy } from '@board/shared/model/strategy';
import { addRow, removeRow } from '@board/shared/model/strategy-edits';
import { putBack } from '@board/shared/model/strategy-put-back';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { formerRow } from './follow-models.ts';
import { LostWordsWatch } from './lost-words.ts';
import { rememberRemoved, removedText } from './removed-texts.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function fork(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** What one person’s page tells of another’s work. */
function tell(from: Y.Doc, to: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'wire');
}

/** Ann and Bo have one row with two lines in its action. */
function twoPeople() {
  const ann = new Y.Doc();
  const row = addRow(ann, null);
  const action = readStrategy(ann)[0]!.actions[0]!.id;
  const address = { row, action, cell: 'text' } as const;
  lineInto(cellFragment(ann, address)!, 'first');
  lineInto(cellFragment(ann, address)!, 'second');
  const bo = fork(ann);
  const cell = (doc: Y.Doc): Y.XmlFragment => cellFragment(doc, address)!;
  const watch = new LostWordsWatch(bo);
  vi.advanceTimersByTime(60_000);
  return { ann, bo, row, cell, watch, place: `rows/${row}/actions/${action}/text`, key: cellKey(address) };
}

function lineInto(fragment: Y.XmlFragment, words: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  fragment.insert(fragment.length, [paragraph]);
}

const textOf = (fragment: Y.XmlFragment, line: number): Y.XmlText =>
  (fragment.get(line) as Y.XmlElement).get(0) as Y.XmlText;

/** As editors do it: the second line is deleted and its words are written anew behind the first. */
function joinLines(fragment: Y.XmlFragment): void {
  fragment.doc?.transact(() => {
    const words = textOf(fragment, 1).toString();
    fragment.delete(1, 1);
    textOf(fragment, 0).insert(textOf(fragment, 0).length, words);
  });
}

test('ST82 words that were typed in a line while somebody joins it with another are offered back', () => {
  const { ann, bo, cell, watch, place } = twoPeople();
  textOf(cell(bo), 1).insert(6, ' five words more');
  joinLines(cell(ann));
  tell(ann, bo);
  expect(watch.getSnapshot()).toEqual([{ place, words: 'five words more' }]);
  watch.forget(watch.getSnapshot());
  expect(watch.getSnapshot()).toEqual([]);
});

test('ST82 what somebody may have read is theirs to remove, and what was only moved is not lost', () => {
  const { ann, bo, cell, watch } = twoPeople();
  textOf(cell(bo), 1).insert(6, ' and read');
  tell(bo, ann);
  vi.advanceTimersByTime(30_000);
  textOf(cell(ann), 1).delete(6, 9);
  tell(ann, bo);
  expect(watch.getSnapshot()).toEqual([]);
  textOf(cell(bo), 1).insert(6, ' moved');
  tell(bo, ann);
  joinLines(cell(ann));
  tell(ann, bo);
  expect(watch.getSnapshot()).toEqual([]);
});

test('ST82 words that were typed offline, by an earlier page too, are offered back when their row is gone', () => {
  const { ann, bo, row, cell, place } = twoPeople();
  lineInto(cell(bo), 'typed in the train');
  const reopened = fork(bo);
  const watch = new LostWordsWatch(reopened);
  formerRow(reopened, row);
  vi.advanceTimersByTime(3_600_000);
  removeRow(ann, row);
  watch.met(Y.encodeStateAsUpdate(reopened, Y.encodeStateVector(ann)));
  tell(ann, reopened);
  expect(watch.getSnapshot()).toEqual([{ place, words: 'typed in the train' }]);
  expect(putBack(reopened, formerRow(reopened, row)!)).toBe(true);
  expect(readStrategy(reopened)[0]?.actions[0]?.text).toContain('typed in the train');
});

test('ST83 a row that is put back has its bold words, lists and links again', () => {
  const { ann, bo, row, cell, key } = twoPeople();
  rememberRemoved(bo);
  formerRow(bo, row as RowId);
  const [list, item] = [new Y.XmlElement('bulletList'), new Y.XmlElement('listItem')];
  cell(ann).insert(1, [list]);
  list.insert(0, [item]);
  lineInto(item, 'with a link');
  textOf(item, 0).format(7, 4, { link: { href: 'https://example.org' } });
  textOf(cell(ann), 0).format(0, 5, { bold: true });
  textOf(cell(ann), 2).delete(0, 3);
  const before = cell(ann).toString();
  tell(ann, bo);
  removeRow(ann, row);
  tell(ann, bo);
  expect(putBack(bo, formerRow(bo, row)!, null, (one) => removedText(bo, one))).toBe(true);
  expect(cell(bo).toString()).toBe(before);
  expect(removedText(bo, key.replace('text', 'indicator'))?.length ?? 0).toBe(0);
});
