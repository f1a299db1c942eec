import type { CharterItemId } from '@board/shared/ids';
import { addItem, itemFragment, readItems } from '@board/shared/model/charter';
import { splitItem } from '@board/shared/model/charter-edits';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { fork, tell } from './forks.fixture.ts';
import { LostWordsWatch } from './lost-words.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Ann and Bo have one item; what they write goes over a server that has both. */
function two(text: string) {
  const ann = new Y.Doc();
  const id = addItem(ann, text);
  const [bo, server] = [fork(ann), fork(ann)];
  const watches = [new LostWordsWatch(ann), new LostWordsWatch(bo)];
  vi.advanceTimersByTime(60_000);
  const meet = (): void => {
    for (const doc of [ann, bo]) tell(doc, server);
    for (const doc of [ann, bo]) tell(server, doc);
  };
  return { ann, bo, id, watches, meet };
}

const lineOf = (doc: Y.Doc, id: CharterItemId, line: number): Y.XmlText =>
  (itemFragment(doc, id)!.get(line) as Y.XmlElement).get(0) as Y.XmlText;
const texts = (doc: Y.Doc): string[] => readItems(doc).map(({ text }) => text);

test('CH55 words that are typed in what another person splits off from a line are read at the end of the first part', () => {
  const { ann, bo, id, watches, meet } = two('We train judges. We visit prisons.');
  splitItem(ann, id, 'We train judges. '.length, {});
  lineOf(bo, id, 0).insert('We train judges. We visit '.length, 'all nine old ');
  meet();
  for (const doc of [ann, bo]) expect(texts(doc)).toEqual(['We train judges.all nine old', 'We visit prisons.']);
  for (const watch of watches) expect(watch.getSnapshot()).toEqual([]);
});

test('CH55 words that are typed in a line that goes over to the new item as a whole are offered back to who typed them', () => {
  const { ann, bo, id, watches, meet } = two('We train judges.\nWe visit prisons.');
  splitItem(ann, id, 'We train judges.\n'.length, {});
  lineOf(bo, id, 1).insert('We visit '.length, 'all nine old ');
  meet();
  for (const doc of [ann, bo]) expect(texts(doc)).toEqual(['We train judges.', 'We visit prisons.']);
  expect(watches[1]!.getSnapshot()).toMatchObject([{ words: 'all nine old', isOthers: false }]);
});

test('CH65 where two split one item at the same place it is one split', () => {
  const { ann, bo, id, watches, meet } = two('We train judges. We visit prisons.');
  for (const doc of [ann, bo]) splitItem(doc, id, 'We train judges. '.length, {});
  meet();
  for (const doc of [ann, bo]) expect(texts(doc)).toEqual(['We train judges.', 'We visit prisons.']);
  for (const watch of watches) expect(watch.getSnapshot()).toEqual([]);
});
