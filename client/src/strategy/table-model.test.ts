import { cellFragment, readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { addAction, addRisk, addRow } from '@board/shared/model/strategy-edits';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { matrixColumns, matrixOf, spotOf } from './grid/matrix.ts';
import { type Direction, lanesOf, move, placeOf } from './table-model.ts';

/** Three rows: two actions and a risk; one action; one action and two risks. */
function table(): { doc: Y.Doc; rows: StrategyRow[] } {
  const doc = new Y.Doc();
  const ids = [addRow(doc, null), addRow(doc, null), addRow(doc, null)] as const;
  addAction(doc, ids[0]);
  addRisk(doc, ids[0]);
  addRisk(doc, ids[2]);
  addRisk(doc, ids[2]);
  return { doc, rows: readStrategy(doc) };
}

function walk(rows: readonly StrategyRow[], from: string | undefined, ...directions: Direction[]): string | null {
  return directions.reduce<string | null>((key, direction) => key && move(rows, key, direction), from ?? null);
}

const cell = (row: StrategyRow | undefined, lane: number, place = 0) => (row ? lanesOf(row)[lane]?.[place] : undefined);

test('ST25 every cell of a row can be reached with the arrow keys and found by its key', () => {
  const { doc, rows } = table();
  const reached = new Set<string>();
  const todo = [cell(rows[0], 0)];
  while (todo.length > 0) {
    const key = todo.pop();
    if (!key || reached.has(key)) continue;
    reached.add(key);
    for (const direction of ['up', 'down', 'back', 'forward'] as const)
      todo.push(move(rows, key, direction) ?? undefined);
  }
  const all = rows.flatMap((row) => lanesOf(row).flat());
  expect([...reached].sort()).toEqual([...all].sort());
  for (const row of rows) {
    for (const key of lanesOf(row).flat()) {
      const place = placeOf(row, key);
      expect(place).not.toBeNull();
      if (place?.kind === 'text') expect(cellFragment(doc, place.address)).not.toBeNull();
    }
  }
});

test('ST25 sideways within an action stays in that action; down goes through the actions, then to the next row', () => {
  const { rows } = table();
  const [first, second, third] = rows;
  expect(walk(rows, cell(first, 3, 1), 'forward')).toBe(cell(first, 4, 1));
  expect(walk(rows, cell(first, 3, 0), 'down')).toBe(cell(first, 3, 1));
  expect(walk(rows, cell(first, 3, 1), 'down')).toBe(cell(second, 3, 0));
  expect(walk(rows, cell(second, 3, 0), 'up')).toBe(cell(first, 3, 1));
  expect(walk(rows, cell(first, 7, 1), 'forward')).toBe(cell(first, 8, 1));
  expect(walk(rows, cell(first, 8, 1), 'down'), 'a row without risks has a cell for them').toBe(cell(second, 8, 0));
  expect(walk(rows, cell(first, 8, 1), 'down', 'down')).toBe(cell(third, 8, 0));
});

test('ST25 at the edge of the table the cell stays; a cell that is gone leads nowhere', () => {
  const { rows } = table();
  const [first, second] = rows;
  expect(walk(rows, cell(first, 0), 'up')).toBe(cell(first, 0));
  expect(walk(rows, cell(first, 0), 'back')).toBe(cell(first, 0));
  expect(walk(rows, cell(second, 8), 'forward')).toBe(cell(second, 8));
  expect(move(rows, 'gone.number', 'down')).toBeNull();
  expect(first && placeOf(first, `${first.id}.gone.text`)).toBeNull();
});

test('TA34 the far keys lead to the ends of a row, of a column and of the table', () => {
  const { rows } = table();
  const [first, second, third] = rows;
  expect(walk(rows, cell(second, 4), 'row-end')).toBe(cell(second, 8));
  expect(walk(rows, cell(second, 4), 'row-start')).toBe(cell(second, 0));
  expect(walk(rows, cell(second, 4), 'last')).toBe(cell(third, 4));
  expect(walk(rows, cell(third, 4), 'first')).toBe(cell(first, 4));
  expect(walk(rows, cell(second, 4), 'table-start')).toBe(cell(first, 0));
  expect(walk(rows, cell(second, 4), 'table-end')).toBe(cell(third, 8, 3));
});

test('TA34 the cell of a row without risks is chosen and pasted into as the first cell of its risks', () => {
  const { rows } = table();
  const spot = spotOf(matrixOf(rows), cell(rows[1], 8) ?? '');
  expect(spot && matrixColumns[spot.column]).toBe('risk');
  expect(spot && matrixOf(rows)[spot.line]?.row).toBe(rows[1]?.id);
});
