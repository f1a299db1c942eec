import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import {
  fitAdopted,
  fitItems,
  fitTexts,
  fitWall,
  leadingFor,
  linesIn,
  sheetHeight,
  sizeOfWords,
  smallest,
} from './fit.ts';

const leadings = [leadingFor('en', ''), leadingFor('ar', ''), leadingFor('en', 'សិទ្ធិ')];

test('LV10 nothing on the projector is smaller than a fortieth of its height, for any number of groups or items', () => {
  expect(smallest).toBe(100 / 40);
  for (const leading of leadings) {
    for (let count = 0; count <= 120; count++) {
      expect(fitWall(count, 3, leading).size).toBeGreaterThanOrEqual(smallest);
      expect(fitItems(count, sheetHeight, leading).size).toBeGreaterThanOrEqual(smallest);
      expect(sizeOfWords(count * 40)).toBeGreaterThanOrEqual(smallest);
    }
  }
});

test('LV12 every group that a workshop may have stands on one screen, with its name and its counts', () => {
  for (const leading of leadings) {
    for (let place = 0; place < limits.groups * 2; place++) {
      const groups = Math.floor(place / 2) + 1;
      const fit = fitWall(groups, 3, leading, place % 2 === 0);
      expect(fit.columns * fit.rows).toBeGreaterThanOrEqual(groups);
      expect(fit.countLines).toBeGreaterThanOrEqual(1);
      const height = (fit.nameLines + fit.countLines + fit.textLines) * fit.size * leading;
      expect(height, `${groups} groups at ${leading}`).toBeLessThan(sheetHeight / fit.rows);
    }
  }
  expect(fitWall(11, 3, leadings[0]!).textLines).toBeGreaterThanOrEqual(4);
});

test('LV12 charter items stand on one page as long as each has a line', () => {
  for (let items = 0; items <= 80; items++) {
    for (const leading of leadings) {
      const { columns, rows, size, lines, perPage } = fitItems(items, sheetHeight, leading);
      expect(lines).toBeGreaterThanOrEqual(1);
      expect(lines * size * leading * rows).toBeLessThanOrEqual(sheetHeight);
      expect(perPage).toBe(columns * rows);
    }
  }
  const usual = leadings[0]!;
  expect(fitItems(27, sheetHeight, usual)).toMatchObject({ lines: 2 });
  expect(fitItems(27, 57, usual).perPage).toBeGreaterThanOrEqual(27);
  expect(fitItems(200, sheetHeight, usual).perPage).toBeLessThan(200);
});

test('SC17 the first letter of a taller script changes the size of no item, unless there is no room for a line of it', () => {
  for (const height of [sheetHeight, 58]) {
    for (let items = 1; items <= 80; items++) {
      const latin = Array.from({ length: items }, () => 'We meet.');
      const mixed = ['សិទ្ធិ', ...latin.slice(1)];
      const [before, after] = [fitTexts(latin, height, 'en'), fitTexts(mixed, height, 'en')];
      const lines = linesIn(after, height, leadingFor('en', 'សិទ្ធិ'));
      expect(lines).toBeGreaterThanOrEqual(1);
      expect(lines * after.size * 1.75 * after.rows).toBeLessThanOrEqual(height);
      if (items <= height / 4) expect(after, `${items} items in ${height}`).toEqual(before);
    }
  }
});

test('LV14 little content fills the screen: few charter items and a short adopted charter stand in large letters', () => {
  const sizes = [1, 2, 3, 8, 30].map((items) => fitItems(items, sheetHeight, 1.25).size);
  expect(sizes).toEqual([5.6, 4.2, 3.4, 3.4, 2.5]);
  // Not at the price of words: a long item has as much room as before, in every script.
  for (const leading of [1.25, 1.5, 1.75]) {
    for (const items of [1, 2, 3]) {
      const { size, lines } = fitItems(items, sheetHeight, leading);
      expect((lines * 304) / size, `${items} items, ${leading}`).toBeGreaterThanOrEqual(340);
    }
  }
  expect([100, 500, 1_000, 5_000].map((length) => fitAdopted(length).size)).toEqual([4.8, 3.8, 3.1, 2.7]);
});
