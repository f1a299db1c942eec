import type { CharterItemView, CharterView } from '@board/shared/live-view';
import { expect, test } from 'vitest';
import { changedPart } from './last-worded.ts';

const item = (id: string, text: string) => ({ id, text }) as CharterItemView;
const charter = (items: CharterItemView[], preamble = ''): CharterView => ({
  preamble,
  closing: '',
  items,
  adopted: null,
});

test('LV13 the words that somebody is working on are found by comparing readings, by their present number', () => {
  const before = charter([item('a', 'One'), item('b', 'Two')]);
  expect(changedPart(before, charter([item('a', 'One'), item('b', 'Two, and')]))).toBe(2);
  expect(changedPart(before, charter([item('b', 'Two, and'), item('a', 'One')]))).toBe(1);
  expect(changedPart(before, charter([item('a', 'One'), item('b', 'Two')], 'We'))).toBe('preamble');
});

test('LV13 an item that comes, goes or moves is nobody’s wording', () => {
  const before = charter([item('a', 'One'), item('b', 'Two')]);
  expect(changedPart(before, before)).toBeNull();
  expect(changedPart(before, charter([item('b', 'Two')]))).toBeNull();
  expect(changedPart(before, charter([item('b', 'Two'), item('a', 'One'), item('c', 'Three')]))).toBeNull();
});
