import * as Y from 'yjs';
import { type ActionId, newId, type RecommendationId, type RiskId, type RowId } from '../ids.ts';
import { orderBetween } from './order.ts';
import { fragmentOf, readMap, readText } from './read.ts';
import { actionCells, readStrategy, riskCells, type Timeframe } from './strategy.ts';

/**
 * Changes to a group's strategy. Each is one transaction, with the caller's origin so that undo knows whose it was.
 * What a change aims at may be gone (somebody else deleted it): then nothing happens and the answer is false or null.
 */

/** Adds a row at the end, with one empty action so that there is something to type into. */
export function addRow(doc: Y.Doc, recommendation: RecommendationId | null, origin: unknown = null): RowId {
  const id = newId<RowId>();
  doc.transact(() => {
    const row = new Y.Map<unknown>([
      ['recommendation', recommendation],
      ['order', orderBetween(lastOrder(doc.getMap('rows')), null)],
      ['mechanisms', new Y.XmlFragment()],
      ['sdgTargets', new Y.Map()],
      ['priority', false],
      ['actions', new Y.Map([[newId<ActionId>(), newAction(orderBetween(null, null))]])],
      ['risks', new Y.Map()],
    ]);
    doc.getMap('rows').set(id, row);
  }, origin);
  return id;
}

/** Removes a row with everything in it. */
export function removeRow(doc: Y.Doc, row: RowId, origin: unknown = null): boolean {
  if (!rowEntry(doc, row)) return false;
  doc.transact(() => doc.getMap('rows').delete(row), origin);
  return true;
}

/** Moves a row between two others: one small write. `before` null puts it first. */
export function moveRow(doc: Y.Doc, row: RowId, before: RowId | null, origin: unknown = null): boolean {
  const others = readStrategy(doc).filter((one) => one.id !== row);
  const at = before === null ? -1 : others.findIndex((one) => one.id === before);
  const entry = rowEntry(doc, row);
  if (!entry || (before !== null && at < 0)) return false;
  doc.transact(
    () => entry.set('order', orderBetween(others[at]?.order ?? null, others[at + 1]?.order ?? null)),
    origin,
  );
  return true;
}

/** Adds an empty action to a row. */
export function addAction(doc: Y.Doc, row: RowId, origin: unknown = null): ActionId | null {
  const id = newId<ActionId>();
  return addTo(doc, row, 'actions', id, newAction, origin) ? id : null;
}

/** Adds an empty risk to a row. */
export function addRisk(doc: Y.Doc, row: RowId, origin: unknown = null): RiskId | null {
  const id = newId<RiskId>();
  return addTo(doc, row, 'risks', id, newRisk, origin) ? id : null;
}

/** Moves an action between two others of its row: one small write. `before` null puts it first. */
export function moveAction(
  doc: Y.Doc,
  row: RowId,
  action: ActionId,
  before: ActionId | null,
  origin: unknown = null,
): boolean {
  const entry = actionEntry(doc, row, action);
  const others = readStrategy(doc)
    .find((one) => one.id === row)
    ?.actions.filter((one) => one.id !== action);
  const at = before === null ? -1 : (others?.findIndex((one) => one.id === before) ?? -1);
  if (!entry || !others || (before !== null && at < 0)) return false;
  doc.transact(
    () => entry.set('order', orderBetween(others[at]?.order ?? null, others[at + 1]?.order ?? null)),
    origin,
  );
  return true;
}

/** Removes an action. */
export function removeAction(doc: Y.Doc, row: RowId, action: ActionId, origin: unknown = null): boolean {
  return removeFrom(doc, row, 'actions', action, origin);
}

/** Removes a risk. */
export function removeRisk(doc: Y.Doc, row: RowId, risk: RiskId, origin: unknown = null): boolean {
  return removeFrom(doc, row, 'risks', risk, origin);
}

/** Marks a row as one the group presents, or takes the mark away. */
export function setPriority(doc: Y.Doc, row: RowId, priority: boolean, origin: unknown = null): boolean {
  return setOn(doc, rowEntry(doc, row), 'priority', priority, origin);
}

/** Gives an action to the charter, or takes it back. */
export function setContribution(
  doc: Y.Doc,
  row: RowId,
  action: ActionId,
  contribution: boolean,
  origin: unknown = null,
): boolean {
  return setOn(doc, actionEntry(doc, row, action), 'contribution', contribution, origin);
}

/** Sets an action's timeframe as a whole. */
export function setTimeframe(
  doc: Y.Doc,
  row: RowId,
  action: ActionId,
  timeframe: Timeframe,
  origin: unknown = null,
): boolean {
  return setOn(doc, actionEntry(doc, row, action), 'timeframe', { ...timeframe }, origin);
}

/** Ties an SDG target (such as `16.3`) to a row, or unties it. */
export function setSdgTarget(doc: Y.Doc, row: RowId, code: string, isTied: boolean, origin: unknown = null): boolean {
  const entry = rowEntry(doc, row);
  if (!entry) return false;
  doc.transact(() => {
    let targets = readMap(entry.get('sdgTargets'));
    if (!targets) {
      targets = new Y.Map();
      entry.set('sdgTargets', targets);
    }
    if (isTied) targets.set(code, true);
    else targets.delete(code);
  }, origin);
  return true;
}

/** The last place in a list, null when it is empty. Looks at nothing but the places: a paste adds hundreds of rows. */
function lastOrder(list: Y.Map<unknown>): string | null {
  let last: string | null = null;
  for (const entry of list.values()) {
    const order = readText(readMap(entry)?.get('order'), 100);
    if (order !== '' && (last === null || order > last)) last = order;
  }
  return last;
}

function newAction(order: string): Y.Map<unknown> {
  const cells = actionCells.map((name): [string, unknown] => [name, fragmentOf('')]);
  return new Y.Map<unknown>([
    ['order', order],
    ...cells,
    ['timeframe', { from: '', to: '', term: '' }],
    ['contribution', false],
  ]);
}

function newRisk(order: string): Y.Map<unknown> {
  return new Y.Map<unknown>([['order', order], ...riskCells.map((name): [string, unknown] => [name, fragmentOf('')])]);
}

function rowEntry(doc: Y.Doc, row: RowId): Y.Map<unknown> | null {
  return readMap(doc.getMap('rows').get(row));
}

function actionEntry(doc: Y.Doc, row: RowId, action: ActionId): Y.Map<unknown> | null {
  return readMap(readMap(rowEntry(doc, row)?.get('actions'))?.get(action));
}

function addTo(
  doc: Y.Doc,
  row: RowId,
  list: 'actions' | 'risks',
  id: string,
  make: (order: string) => Y.Map<unknown>,
  origin: unknown,
): boolean {
  const entry = rowEntry(doc, row);
  if (!entry) return false;
  doc.transact(() => {
    let members = readMap(entry.get(list));
    if (!members) {
      members = new Y.Map();
      entry.set(list, members);
    }
    members.set(id, make(orderBetween(lastOrder(members), null)));
  }, origin);
  return true;
}

function removeFrom(doc: Y.Doc, row: RowId, list: 'actions' | 'risks', id: string, origin: unknown): boolean {
  const members = readMap(rowEntry(doc, row)?.get(list));
  if (!members?.has(id)) return false;
  doc.transact(() => members.delete(id), origin);
  return true;
}

function setOn(doc: Y.Doc, entry: Y.Map<unknown> | null, name: string, value: unknown, origin: unknown): boolean {
  if (!entry) return false;
  doc.transact(() => entry.set(name, value), origin);
  return true;
}
