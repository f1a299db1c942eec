import * as Y from 'yjs';
import { orderBetween } from './order.ts';
import { fragmentOf, readMap } from './read.ts';
import { actionCells, riskCells, type StrategyAction, type StrategyRisk, type StrategyRow } from './strategy.ts';

/**
 * Puts back what somebody removed while another was writing in it: the row, or those of its actions and risks that are
 * gone, under the same ids, with the words that the row was last read with. What is still there is left as it is. One
 * transaction. False when nothing was missing.
 */
export function putBack(doc: Y.Doc, row: StrategyRow, origin: unknown = null): boolean {
  const entry = readMap(doc.getMap('rows').get(row.id));
  if (!entry) {
    doc.transact(() => doc.getMap('rows').set(row.id, rowFrom(row)), origin);
    return true;
  }
  const actions = readMap(entry.get('actions'));
  const risks = readMap(entry.get('risks'));
  const missing = row.actions.filter((action) => !actions?.has(action.id));
  const missingRisks = row.risks.filter((risk) => !risks?.has(risk.id));
  if (missing.length + missingRisks.length === 0) return false;
  doc.transact(() => {
    for (const action of missing) actions?.set(action.id, actionFrom(action));
    for (const risk of missingRisks) risks?.set(risk.id, riskFrom(risk));
  }, origin);
  return true;
}

function rowFrom(row: StrategyRow): Y.Map<unknown> {
  return new Y.Map<unknown>([
    ['recommendation', row.recommendation],
    ['cluster', row.cluster ?? ''],
    ['order', placeOf(row)],
    ['mechanisms', fragmentOf(row.mechanisms)],
    ['sdgTargets', new Y.Map(row.sdgTargets.map((code): [string, true] => [code, true]))],
    ['priority', row.priority],
    ['actions', new Y.Map(row.actions.map((action): [string, Y.Map<unknown>] => [action.id, actionFrom(action)]))],
    ['risks', new Y.Map(row.risks.map((risk): [string, Y.Map<unknown>] => [risk.id, riskFrom(risk)]))],
  ]);
}

function actionFrom(action: StrategyAction): Y.Map<unknown> {
  return new Y.Map<unknown>([
    ['order', placeOf(action)],
    ...actionCells.map((name): [string, unknown] => [name, fragmentOf(action[name])]),
    ['timeframe', { ...action.timeframe }],
    ['contribution', action.contribution],
  ]);
}

function riskFrom(risk: StrategyRisk): Y.Map<unknown> {
  return new Y.Map<unknown>([
    ['order', placeOf(risk)],
    ...riskCells.map((name): [string, unknown] => [name, fragmentOf(risk[name])]),
  ]);
}

function placeOf({ order }: { order: string }): string {
  return order === '' ? orderBetween(null, null) : order;
}
