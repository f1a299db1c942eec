import type { CharterItemView, CharterView } from '@board/shared/live-view';
import { expect, test } from 'vitest';
import { changedPart, excerptAround } from './last-worded.ts';

const item = (id: string, text: string) => ({ id, text }) as CharterItemView;
const charter = (items: CharterItemView[], preamble = ''): CharterView => ({
  preamble,
  closing: '',
  items,
  adopted: null,
});

test('LV13 the words that somebody is working on are found by comparing readings, wherever the item stands now', () => {
  const before = charter([item('a', 'One'), item('b', 'Two')]);
  const changed = { part: { item: 'b' }, at: 0 };
  expect(changedPart(before, charter([item('a', 'One'), item('b', 'Two, and')]))).toEqual(changed);
  expect(changedPart(before, charter([item('b', 'Two, and'), item('a', 'One')]))).toEqual(changed);
  expect(changedPart(before, charter([item('a', 'One'), item('b', 'Two')], 'We'))).toEqual({ part: 'preamble', at: 0 });
});

test('LV13 an item that comes, goes or moves is nobody’s wording', () => {
  const before = charter([item('a', 'One'), item('b', 'Two')]);
  expect(changedPart(before, before)).toBeNull();
  expect(changedPart(before, charter([item('b', 'Two')]))).toBeNull();
  expect(changedPart(before, charter([item('b', 'Two'), item('a', 'One'), item('c', 'Three')]))).toBeNull();
});

test('LV13 of a long text the part that is written in is shown, and it moves on seldom', () => {
  const text = Array.from({ length: 120 }, (_, place) => `word${place}`).join(' ');
  expect(excerptAround('short', 3)).toBe('short');
  expect(excerptAround(text, 0)).toBe(text);
  const shown = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    const excerpt = excerptAround(text, at);
    shown.add(excerpt.slice(0, 12));
    expect(excerpt.slice(0, 250)).toContain(text.slice(at, at + 1));
    expect(text).toContain(excerpt.replace(/^… /, ''));
    const start = text.length - excerpt.replace(/^… /, '').length;
    expect(at - start).toBeGreaterThanOrEqual(0);
    expect(at - start).toBeLessThan(240);
  }
  expect(shown.size).toBeLessThan(text.length / 100);
});
