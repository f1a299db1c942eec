import * as Y from 'yjs';
import type { RowId } from '../ids.ts';
import { orderBetween } from './order.ts';
import { fragmentOf, readMap } from './read.ts';
import {
  actionCells,
  type CellAddress,
  cellKey,
  riskCells,
  type StrategyAction,
  type StrategyRisk,
  type StrategyRow,
} from './strategy.ts';

/**
 * Puts back what somebody removed while another was writing in it: the row, or those of its actions and risks that are
 * gone, under the same ids, with the words that the row was last read with; `textAt` may know a cell's words with their
 * forms. What is still there is left as it is. One transaction. False when nothing was missing.
 */
export function putBack(
  doc: Y.Doc,
  row: StrategyRow,
  origin: unknown = null,
  textAt: (key: string) => Y.XmlFragment | null = () => null,
): boolean {
  const make = new Maker(row.id, textAt);
  const entry = readMap(doc.getMap('rows').get(row.id));
  if (!entry) {
    doc.transact(() => doc.getMap('rows').set(row.id, make.row(row)), origin);
    return true;
  }
  const actions = readMap(entry.get('actions'));
  const risks = readMap(entry.get('risks'));
  const missing = row.actions.filter((action) => !actions?.has(action.id));
  const missingRisks = row.risks.filter((risk) => !risks?.has(risk.id));
  if (missing.length + missingRisks.length === 0) return false;
  doc.transact(() => {
    for (const action of missing) actions?.set(action.id, make.action(action));
    for (const risk of missingRisks) risks?.set(risk.id, make.risk(risk));
  }, origin);
  return true;
}

/** Makes the parts of one row anew. */
class Maker {
  readonly #row: RowId;
  readonly #textAt: (key: string) => Y.XmlFragment | null;

  constructor(row: RowId, textAt: (key: string) => Y.XmlFragment | null) {
    this.#row = row;
    this.#textAt = textAt;
  }

  row(row: StrategyRow): Y.Map<unknown> {
    return new Y.Map<unknown>([
      ['recommendation', row.recommendation],
      ['cluster', row.cluster ?? ''],
      ['order', placeOf(row)],
      ['mechanisms', this.#text({ row: this.#row, cell: 'mechanisms' }, row.mechanisms)],
      ['sdgTargets', new Y.Map(row.sdgTargets.map((code): [string, true] => [code, true]))],
      ['priority', row.priority],
      ...(row.seenPosition ? [['seenPosition', row.seenPosition] as [string, unknown]] : []),
      ['actions', new Y.Map(row.actions.map((action): [string, Y.Map<unknown>] => [action.id, this.action(action)]))],
      ['risks', new Y.Map(row.risks.map((risk): [string, Y.Map<unknown>] => [risk.id, this.risk(risk)]))],
    ]);
  }

  action(action: StrategyAction): Y.Map<unknown> {
    return new Y.Map<unknown>([
      ['order', placeOf(action)],
      ...actionCells.map((cell): [string, unknown] => [
        cell,
        this.#text({ row: this.#row, action: action.id, cell }, action[cell]),
      ]),
      ['timeframe', { ...action.timeframe }],
      ['contribution', action.contribution],
    ]);
  }

  risk(risk: StrategyRisk): Y.Map<unknown> {
    return new Y.Map<unknown>([
      ['order', placeOf(risk)],
      ...riskCells.map((cell): [string, unknown] => [
        cell,
        this.#text({ row: this.#row, risk: risk.id, cell }, risk[cell]),
      ]),
    ]);
  }

  #text(address: CellAddress, plain: string): Y.XmlFragment {
    return this.#textAt(cellKey(address)) ?? fragmentOf(plain);
  }
}

function placeOf({ order }: { order: string }): string {
  return order === '' ? orderBetween(null, null) : order;
}
