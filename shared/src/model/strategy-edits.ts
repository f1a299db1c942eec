import * as Y from 'yjs';
import { type ActionId, type ClusterId, newId, type RecommendationId, type RiskId, type RowId } from '../ids.ts';
import { entriesOf, leadIn, listWith } from './merged-rows.ts';
import { orderBetween } from './order.ts';
import { fragmentOf, readFlag, readMap, readOrdered, readText } from './read.ts';
import { actionCells, readStrategy, readTimeframe, riskCells, setAside, type Timeframe } from './strategy.ts';

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

/** Removes a row with everything in it, and those that were put together with it. */
export function removeRow(doc: Y.Doc, row: RowId, origin: unknown = null): boolean {
  const ids = [...entriesOf(doc, row)].map(([id]) => id);
  doc.transact(() => {
    for (const id of ids) doc.getMap('rows').delete(id);
  }, origin);
  return ids.length > 0;
}

/** Where a row is to stand: before or after another. `cluster`, where it is given, sorts it in there as well. */
export interface RowPlace {
  side: 'before' | 'after';
  beside: RowId;
  cluster?: ClusterId | null;
}

/** Moves a row beside another one: one small write, two where it changes its cluster. */
export function moveRow(doc: Y.Doc, row: RowId, place: RowPlace, origin: unknown = null): boolean {
  const others = rowOrders(doc).filter(({ id }) => id !== row);
  const beside = leadIn(doc, place.beside);
  const at = others.findIndex(({ id }) => id === beside);
  const entry = rowEntry(doc, row);
  if (!entry || at < 0) return false;
  const [before, after] = place.side === 'before' ? [others[at - 1], others[at]] : [others[at], others[at + 1]];
  const { cluster } = place;
  doc.transact(() => {
    entry.set('order', orderBetween(before?.order ?? null, after?.order ?? null));
    if (cluster !== undefined && (cluster ?? '') !== readText(entry.get('cluster')))
      entry.set('cluster', cluster ?? '');
  }, origin);
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
  const entries = [...entriesOf(doc, row)].map(([, entry]) => entry);
  doc.transact(() => {
    for (const [at, entry] of entries.entries())
      if (at === 0 || (!priority && readFlag(entry.get('priority')))) entry.set('priority', priority);
  }, origin);
  return entries.length > 0;
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

/** Sets an action's timeframe as a whole. Where it is the same nothing is written, so that nobody's is overwritten for nothing. */
export function setTimeframe(
  doc: Y.Doc,
  row: RowId,
  action: ActionId,
  timeframe: Timeframe,
  origin: unknown = null,
): boolean {
  const entry = actionEntry(doc, row, action);
  const now = readTimeframe(entry?.get('timeframe'));
  const isSame = now.from === timeframe.from && now.to === timeframe.to && now.term === timeframe.term;
  return isSame ? entry !== null : setOn(doc, entry, 'timeframe', { ...timeframe }, origin);
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
    else for (const [, one] of entriesOf(doc, row)) readMap(one.get('sdgTargets'))?.delete(code);
  }, origin);
  return true;
}

/** The last place in some lists, null when they are empty. Looks at nothing but the places: a paste adds hundreds of rows. */
function lastOrder(...lists: (Y.Map<unknown> | null)[]): string | null {
  let last: string | null = null;
  for (const entry of lists.flatMap((list) => [...(list?.values() ?? [])])) {
    const order = readText(readMap(entry)?.get('order'), 100);
    if (order !== '' && (last === null || order > last)) last = order;
  }
  return last;
}

/**
 * The shown rows' places and nothing else, in order: a table of 200 rows need not be read for one move. A row that was put
 * together with another has a place, too, often the same one, and nothing fits between the two.
 */
function rowOrders(doc: Y.Doc): { id: string; order: string }[] {
  const all = readOrdered(doc.getMap('rows'), (id, entry) => ({ id, order: readText(entry.get('order'), 100) }));
  return all.filter(({ id }) => leadIn(doc, id as RowId) === id);
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
  return readMap(listWith(doc, row, 'actions', action)?.get(action));
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
    const all = [...entriesOf(doc, row)].map(([, one]) => readMap(one.get(list)));
    members.set(id, make(orderBetween(lastOrder(...all), null)));
  }, origin);
  return true;
}

function removeFrom(
  doc: Y.Doc,
  row: RowId,
  list: 'actions' | 'risks',
  id: ActionId | RiskId,
  origin: unknown,
): boolean {
  const members = listWith(doc, row, list, id);
  if (!members) return false;
  doc.transact(() => members.delete(id), origin);
  return true;
}

/** An action that was left out while it was empty is there from now on, whatever becomes of it. */
function setOn(doc: Y.Doc, entry: Y.Map<unknown> | null, name: string, value: unknown, origin: unknown): boolean {
  if (!entry) return false;
  doc.transact(() => {
    entry.set(name, value);
    if (entry.has(setAside)) entry.delete(setAside);
  }, origin);
  return true;
}
