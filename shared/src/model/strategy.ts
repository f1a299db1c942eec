import type * as Y from 'yjs';
import type { ActionId, ClusterId, RecommendationId, RiskId, RowId } from '../ids.ts';
import { type PositionOfState, positionsOfState } from '../upr/positions.ts';
import { fragmentText, readFlag, readFragment, readMap, readOrdered, readText } from './read.ts';

/** When an action happens. `from` and `to` are months (`2027-03`), either may be missing. */
export interface Timeframe {
  from: string;
  to: string;
  term: '' | 'short' | 'medium' | 'long';
}

export const rowCells = ['mechanisms'] as const;
export const actionCells = ['text', 'indicator', 'resources', 'partners'] as const;
export const riskCells = ['risk', 'response'] as const;
export type RowCell = (typeof rowCells)[number];
export type ActionCell = (typeof actionCells)[number];
export type RiskCell = (typeof riskCells)[number];

/** One action of a row, its cells as plain text. */
export interface StrategyAction extends Record<ActionCell, string> {
  id: ActionId;
  order: string;
  timeframe: Timeframe;
  contribution: boolean;
}

export interface StrategyRisk extends Record<RiskCell, string> {
  id: RiskId;
  order: string;
}

/** One recommendation in a group's strategy. `recommendation` is null for a row without one. */
export interface StrategyRow extends Record<RowCell, string> {
  id: RowId;
  order: string;
  recommendation: RecommendationId | null;
  /** The cluster that the group has sorted it into; it may be gone. */
  cluster: ClusterId | null;
  sdgTargets: string[];
  priority: boolean;
  /** The State's position that somebody of the group has seen last, once it had changed. */
  seenPosition?: PositionOfState | undefined;
  actions: StrategyAction[];
  risks: StrategyRisk[];
}

/** Where a cell stands. The cell's fragment is found with `cellFragment`. */
export type CellAddress =
  | { row: RowId; cell: RowCell }
  | { row: RowId; action: ActionId; cell: ActionCell }
  | { row: RowId; risk: RiskId; cell: RiskCell };

/** The whole strategy as plain values, in order. Tolerates whatever the document holds. */
export function readStrategy(doc: Y.Doc): StrategyRow[] {
  return readOrdered(doc.getMap('rows'), (id, entry) => readRow(id as RowId, entry));
}

/** One row as plain values. */
export function readRow(id: RowId, entry: Y.Map<unknown>): StrategyRow {
  const recommendation = readText(entry.get('recommendation'), 40);
  const cluster = readText(entry.get('cluster'), 40);
  const seenPosition = positionsOfState.find((one) => one === entry.get('seenPosition'));
  return {
    id,
    order: readText(entry.get('order'), 100),
    recommendation: recommendation === '' ? null : (recommendation as RecommendationId),
    cluster: cluster === '' ? null : (cluster as ClusterId),
    mechanisms: cellText(entry, 'mechanisms'),
    sdgTargets: [...(readMap(entry.get('sdgTargets'))?.keys() ?? [])].sort(),
    priority: readFlag(entry.get('priority')),
    ...(seenPosition && { seenPosition }),
    actions: readOrdered(entry.get('actions'), readAction),
    risks: readOrdered(entry.get('risks'), readRisk),
  };
}

/** The shared text of one cell, or null when the row, action, risk or cell is not there (any more). */
export function cellFragment(doc: Y.Doc, address: CellAddress): Y.XmlFragment | null {
  const row = readMap(doc.getMap('rows').get(address.row));
  if (!row) return null;
  if ('action' in address)
    return readFragment(readMap(readMap(row.get('actions'))?.get(address.action))?.get(address.cell));
  if ('risk' in address) return readFragment(readMap(readMap(row.get('risks'))?.get(address.risk))?.get(address.cell));
  return readFragment(row.get(address.cell));
}

/** A cell's place as one short text, the same on every screen: for presence marks and DOM ids. */
export function cellKey(address: CellAddress): string {
  const part = 'action' in address ? `.${address.action}` : 'risk' in address ? `.${address.risk}` : '';
  return `${address.row}${part}.${address.cell}`;
}

function readAction(id: string, entry: Y.Map<unknown>): StrategyAction {
  return {
    id: id as ActionId,
    order: readText(entry.get('order'), 100),
    text: cellText(entry, 'text'),
    indicator: cellText(entry, 'indicator'),
    resources: cellText(entry, 'resources'),
    partners: cellText(entry, 'partners'),
    timeframe: readTimeframe(entry.get('timeframe')),
    contribution: readFlag(entry.get('contribution')),
  };
}

function readRisk(id: string, entry: Y.Map<unknown>): StrategyRisk {
  return {
    id: id as RiskId,
    order: readText(entry.get('order'), 100),
    risk: cellText(entry, 'risk'),
    response: cellText(entry, 'response'),
  };
}

function readTimeframe(value: unknown): Timeframe {
  const raw = (value !== null && typeof value === 'object' ? value : {}) as Record<string, unknown>;
  const month = (text: unknown): string => (/^\d{4}-(0[1-9]|1[0-2])$/.test(readText(text, 7)) ? readText(text, 7) : '');
  const term = raw['term'];
  return {
    from: month(raw['from']),
    to: month(raw['to']),
    term: term === 'short' || term === 'medium' || term === 'long' ? term : '',
  };
}

function cellText(entry: Y.Map<unknown>, name: string): string {
  return fragmentText(readFragment(entry.get(name)));
}
