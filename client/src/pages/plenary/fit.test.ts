import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { fitItems, fitWall, leading, linesPerAction, sheetHeight, sizeOfWords, smallest } from './fit.ts';

test('LV10 nothing on the projector is smaller than a fortieth of its height, for any number of groups or items', () => {
  expect(smallest).toBe(100 / 40);
  for (let count = 0; count <= 120; count++) {
    expect(fitWall(count, 2).size).toBeGreaterThanOrEqual(smallest);
    expect(fitItems(count, sheetHeight).size).toBeGreaterThanOrEqual(smallest);
    expect(sizeOfWords(count * 40)).toBeGreaterThanOrEqual(smallest);
  }
});

test('LV12 every group that a workshop may have stands on one screen, with its name and its counts', () => {
  for (let groups = 1; groups <= limits.groups; groups++) {
    const { columns, rows, size, nameLines, textLines } = fitWall(groups, 1);
    expect(columns * rows).toBeGreaterThanOrEqual(groups);
    const tile = sheetHeight / rows;
    expect((nameLines + 1 + textLines) * size * leading).toBeLessThan(tile);
  }
  expect(fitWall(11, 2).textLines).toBeGreaterThanOrEqual(2);
});

test('LV12 charter items get at least two lines each, and pages only where they must', () => {
  for (let items = 0; items <= 80; items++) {
    const { columns, rows, size, lines, perPage } = fitItems(items, sheetHeight);
    expect(lines).toBeGreaterThanOrEqual(2);
    expect(lines * size * leading * rows).toBeLessThanOrEqual(sheetHeight);
    expect(perPage).toBe(columns * rows);
  }
  expect(fitItems(27, sheetHeight).perPage).toBeGreaterThanOrEqual(27);
  expect(linesPerAction(1, 52, 3)).toBeGreaterThan(linesPerAction(3, 52, 3));
  expect(linesPerAction(9, 52, 3)).toBe(1);
});
