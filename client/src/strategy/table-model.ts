import type { ActionId, RiskId, RowId } from '@board/shared/ids';
import { actionCells, type CellAddress, cellKey, referenceCells, type StrategyRow } from '@board/shared/model/strategy';

/**
 * The table as keys of cells, in lanes: one lane per column of a row, from the number to the risks. Keys are those of
 * `cellKey`, and five more of the same form for what is no shared text; `risks` stands where a row has none.
 */
export type SpecialCell = 'number' | 'recommendation' | 'sdg' | 'timeframe' | 'risks';

/** What a cell's key stands for. */
export type CellPlace =
  | { kind: 'text'; address: CellAddress }
  | { kind: 'special'; row: RowId; cell: Exclude<SpecialCell, 'timeframe'> }
  | { kind: 'timeframe'; row: RowId; action: ActionId };

export type Direction =
  | 'up'
  | 'down'
  | 'back'
  | 'forward'
  | 'row-start'
  | 'row-end'
  | 'first'
  | 'last'
  | 'table-start'
  | 'table-end';

const laneOfActions = 3;
const laneOfRisks = 8;

/** The key of a cell that is no shared text. */
export function specialKey(row: RowId, cell: SpecialCell, action?: ActionId): string {
  return action === undefined ? `${row}.${cell}` : `${row}.${action}.${cell}`;
}

/** The row that a cell's key belongs to. */
export function rowOfKey(key: string): RowId {
  return key.slice(0, key.indexOf('.')) as RowId;
}

/** The action that a cell's key may belong to, a risk's or nothing of the row's as well: to be looked for among its actions. */
export function actionOfKey(key: string): ActionId | null {
  const [, second, third] = key.split('.');
  return third === undefined ? null : (second as ActionId);
}

/** The lanes of one row, each from top to bottom. A lane may be empty. */
export function lanesOf(row: StrategyRow): string[][] {
  const { id } = row;
  const perAction = [
    ...actionCells.map((cell) => (action: ActionId) => cellKey({ row: id, action, cell })),
    (action: ActionId) => specialKey(id, 'timeframe', action),
  ];
  return [
    [specialKey(id, 'number')],
    [specialKey(id, 'recommendation')],
    [...referenceCells(row).map(({ address }) => cellKey(address)), specialKey(id, 'sdg')],
    ...perAction.map((keyOf) => row.actions.map((action) => keyOf(action.id))),
    row.risks.length === 0
      ? [specialKey(id, 'risks')]
      : row.risks.flatMap((risk) => [
          cellKey({ row: id, risk: risk.id, cell: 'risk' }),
          cellKey({ row: id, risk: risk.id, cell: 'response' }),
        ]),
  ];
}

/** What a key stands for in a row, or null when it is not there (any more). */
export function placeOf(row: StrategyRow, key: string): CellPlace | null {
  const [, second, third] = key.split('.');
  if (third === undefined) {
    if (second === 'mechanisms') return { kind: 'text', address: { row: row.id, cell: 'mechanisms' } };
    if (second === 'risks' && row.risks.length > 0) return null;
    if (second === 'number' || second === 'recommendation' || second === 'sdg' || second === 'risks')
      return { kind: 'special', row: row.id, cell: second };
    return null;
  }
  if (third === 'mechanisms') {
    const part = row.joined?.find(({ id }) => id === second)?.id;
    return part === undefined ? null : { kind: 'text', address: { row: row.id, part, cell: third } };
  }
  const action = second as ActionId;
  if (row.actions.some((one) => one.id === action)) {
    if (third === 'timeframe') return { kind: 'timeframe', row: row.id, action };
    const cell = actionCells.find((name) => name === third);
    return cell ? { kind: 'text', address: { row: row.id, action, cell } } : null;
  }
  const risk = second as RiskId;
  if (!row.risks.some((one) => one.id === risk) || (third !== 'risk' && third !== 'response')) return null;
  return { kind: 'text', address: { row: row.id, risk, cell: third } };
}

/** The cell that an arrow key leads to; the same one at the table's edge, null when the key is not in the table. */
export function move(rows: readonly StrategyRow[], key: string, direction: Direction): string | null {
  const at = rows.findIndex((row) => row.id === rowOfKey(key));
  const row = rows[at];
  if (!row) return null;
  const lanes = lanesOf(row);
  const lane = lanes.findIndex((keys) => keys.includes(key));
  const place = lanes[lane]?.indexOf(key) ?? -1;
  if (place < 0) return null;
  switch (direction) {
    case 'up':
    case 'down':
      return vertically(rows, at, lane, place, direction) ?? key;
    case 'back':
    case 'forward':
      return sideways(lanes, lane, place, direction) ?? key;
    case 'row-start':
      return lanes[0]?.[0] ?? key;
    case 'row-end':
      return lanes.findLast((keys) => keys.length > 0)?.[0] ?? key;
    case 'first':
      return lanesOf(rows[0] ?? row)[lane]?.[0] ?? key;
    case 'last':
      return lanesOf(rows.at(-1) ?? row)[lane]?.at(-1) ?? key;
    case 'table-start':
      return lanesOf(rows[0] ?? row)[0]?.[0] ?? key;
    case 'table-end':
      return (
        lanesOf(rows.at(-1) ?? row)
          .findLast((keys) => keys.length > 0)
          ?.at(-1) ?? key
      );
  }
}

function vertically(
  rows: readonly StrategyRow[],
  at: number,
  lane: number,
  place: number,
  direction: 'up' | 'down',
): string | undefined {
  const step = direction === 'down' ? 1 : -1;
  const here = rows[at] && lanesOf(rows[at])[lane];
  if (here?.[place + step] !== undefined) return here[place + step];
  for (let next = at + step, row = rows[next]; row; next += step, row = rows[next]) {
    const keys = lanesOf(row)[lane];
    if (keys && keys.length > 0) return step > 0 ? keys[0] : keys.at(-1);
  }
  return undefined;
}

function sideways(lanes: readonly string[][], lane: number, place: number, direction: 'back' | 'forward') {
  const step = direction === 'forward' ? 1 : -1;
  for (let next = lane + step; lanes[next]; next += step) {
    const keys = lanes[next];
    if (!keys || keys.length === 0) continue;
    const isSameAction = isLaneOfActions(lane) && isLaneOfActions(next);
    return isSameAction ? keys[place] : keys[Math.min(place, keys.length - 1)];
  }
  return undefined;
}

function isLaneOfActions(lane: number): boolean {
  return lane >= laneOfActions && lane < laneOfRisks;
}
