import * as Y from 'yjs';
import { type ActionId, newId, type RiskId, type RowId } from '../ids.ts';
import { orderBetween } from './order.ts';
import { readFlag, readFragment, readMap, readText } from './read.ts';
import { actionCells, readStrategy, type StrategyAction, type StrategyRisk, type StrategyRow } from './strategy.ts';

/**
 * A recommendation that stands in two rows of one strategy: two people took it at the same moment, and merged data cannot
 * refuse the second.
 */

/** For each row whose recommendation has a row before it: that first one. `rows` in their order. */
export function twinsOf(rows: readonly StrategyRow[]): ReadonlyMap<RowId, RowId> {
  const first = new Map<string, RowId>();
  const twins = new Map<RowId, RowId>();
  for (const { id, recommendation } of rows) {
    if (recommendation === null) continue;
    const earlier = first.get(recommendation);
    if (earlier === undefined) first.set(recommendation, id);
    else twins.set(id, earlier);
  }
  return twins;
}

/**
 * Puts a row together with the first one on its recommendation, at the place of that one: the actions and risks of both in
 * their order, under their ids (a new one where the row that stays has something else under it), those of the first before; the lines of both on references, all SDG targets; a priority if
 * either was. Actions and risks that nothing is written in are left out. One transaction. Which of the two stays is the
 * same for everybody, so that two people who do this at once do not remove both. Returns it; null when there is no twin.
 */
export function mergeTwin(doc: Y.Doc, id: RowId, origin: unknown = null): RowId | null {
  const rows = readStrategy(doc);
  const first = rows.find((row) => row.id === twinsOf(rows).get(id));
  const second = rows.find((row) => row.id === id);
  if (!first || !second) return null;
  const [kept, gone] = first.id < second.id ? [first, second] : [second, first];
  const map = doc.getMap('rows');
  const into = readMap(map.get(kept.id));
  const from = readMap(map.get(gone.id));
  if (!into || !from) return null;
  doc.transact(() => {
    const isBehind = kept === first;
    moveParts(into, from, 'actions', { kept: kept.actions, moved: gone.actions, isBehind });
    moveParts(into, from, 'risks', { kept: kept.risks, moved: gone.risks, isBehind });
    moveLines(readFragment(into.get('mechanisms')), readFragment(from.get('mechanisms')), isBehind);
    joinTargets(into, gone.sdgTargets);
    if (gone.priority && !readFlag(into.get('priority'))) into.set('priority', true);
    if (kept.cluster === null && gone.cluster !== null) into.set('cluster', gone.cluster);
    if (readText(into.get('order'), 100) !== first.order) into.set('order', first.order);
    map.delete(gone.id);
  }, origin);
  return kept.id;
}

/** The row that an action or a risk is in now, whichever it was in before; null when it is gone. */
export function rowWithPart(doc: Y.Doc, part: ActionId | RiskId): RowId | null {
  for (const [id, entry] of doc.getMap('rows')) {
    const row = readMap(entry);
    if (readMap(row?.get('actions'))?.has(part) || readMap(row?.get('risks'))?.has(part)) return id as RowId;
  }
  return null;
}

function isWritten(part: StrategyAction | StrategyRisk): boolean {
  if ('risk' in part) return part.risk !== '' || part.response !== '';
  const { from, to, term } = part.timeframe;
  return part.contribution || actionCells.some((cell) => part[cell] !== '') || `${from}${to}${term}` !== '';
}

interface Parts {
  kept: readonly (StrategyAction | StrategyRisk)[];
  moved: readonly (StrategyAction | StrategyRisk)[];
  /** The moved ones come behind the kept ones, not before them. */
  isBehind: boolean;
}

function moveParts(
  into: Y.Map<unknown>,
  from: Y.Map<unknown>,
  list: 'actions' | 'risks',
  { kept, moved, isBehind }: Parts,
): void {
  const source = readMap(from.get(list));
  const written = moved.filter(isWritten);
  if (!source || written.length === 0) return;
  let target = readMap(into.get(list));
  if (!target) {
    target = new Y.Map();
    into.set(list, target);
  }
  let last = isBehind ? (kept.at(-1)?.order ?? null) : null;
  const next = isBehind ? null : (kept[0]?.order ?? null);
  for (const { id } of written) {
    const entry = readMap(source.get(id));
    if (!entry) continue;
    const copy = entry.clone();
    last = orderBetween(last, next);
    copy.set('order', last);
    // Under this id there may be what was written since, as after somebody put the other row back: both stay.
    target.set(target.has(id) ? newId() : id, copy);
  }
  for (const part of kept) if (!isWritten(part)) target.delete(part.id);
}

/** The lines of one text that another does not have, at its end or its beginning. */
function moveLines(into: Y.XmlFragment | null, from: Y.XmlFragment | null, isBehind: boolean): void {
  if (!into || !from) return;
  const linesOf = (text: Y.XmlFragment) => text.toArray().filter((line) => line instanceof Y.XmlElement);
  const has = new Set(linesOf(into).map(String));
  const lines = linesOf(from).filter((line) => line.length > 0 && !has.has(String(line)));
  if (lines.length === 0) return;
  const isEmpty = linesOf(into).every((line) => line.length === 0);
  if (isEmpty) into.delete(0, into.length);
  into.insert(
    isBehind ? into.length : 0,
    lines.map((line) => line.clone()),
  );
}

function joinTargets(into: Y.Map<unknown>, codes: readonly string[]): void {
  const targets = readMap(into.get('sdgTargets'));
  for (const code of codes) if (targets && !targets.has(code)) targets.set(code, true);
  if (!targets && codes.length > 0)
    into.set('sdgTargets', new Y.Map(codes.map((code): [string, true] => [code, true])));
}
