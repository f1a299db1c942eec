import * as Y from 'yjs';
import type { RowId } from '../ids.ts';
import { rowWithPart } from './merged-rows.ts';
import { orderBetween } from './order.ts';
import { paragraphsFor, readMap } from './read.ts';
import {
  actionCells,
  type CellAddress,
  cellKey,
  referenceCells,
  riskCells,
  type StrategyAction,
  type StrategyRisk,
  type StrategyRow,
  seenTextKey,
} from './strategy.ts';

/**
 * Puts back what somebody removed while another was writing in it: the row, or those of its actions and risks that are
 * gone, under the same ids, with the words that the row was last read with; `textAt` may know what a cell's text was
 * made of, with its forms. What is still there is left as it is. One transaction. False when nothing was missing.
 */
export function putBack(doc: Y.Doc, row: StrategyRow, origin: unknown = null, textAt: TextAt = () => null): boolean {
  const make = new Maker(row.id, textAt);
  const rows = doc.getMap('rows');
  const entry = readMap(rows.get(row.id));
  // What stands in another row, as after two were put together, is not missing.
  const missing = {
    actions: row.actions.filter(({ id }) => rowWithPart(doc, id) === null),
    risks: row.risks.filter(({ id }) => rowWithPart(doc, id) === null),
  };
  if (!entry) {
    const joined = row.joined?.filter(({ id }) => id === row.id || !rows.has(id));
    doc.transact(() => rows.set(row.id, make.row({ ...row, ...missing, ...(joined && { joined }) })), origin);
    return true;
  }
  if (missing.actions.length + missing.risks.length === 0) return false;
  doc.transact(() => {
    for (const action of missing.actions) readMap(entry.get('actions'))?.set(action.id, make.action(action));
    for (const risk of missing.risks) readMap(entry.get('risks'))?.set(risk.id, make.risk(risk));
  }, origin);
  return true;
}

/** By a cell's key (`cellKey`): new elements like those of its text. */
type TextAt = (key: string) => (Y.XmlElement | Y.XmlText)[] | null;

/** Makes the parts of one row anew. */
class Maker {
  readonly #row: RowId;
  readonly #textAt: TextAt;

  constructor(row: RowId, textAt: TextAt) {
    this.#row = row;
    this.#textAt = textAt;
  }

  row(row: StrategyRow): Y.Map<unknown> {
    return new Y.Map<unknown>([
      ['recommendation', row.recommendation],
      ['cluster', row.cluster ?? ''],
      ['order', placeOf(row)],
      ['mechanisms', this.#references(row)],
      ['sdgTargets', new Y.Map(row.sdgTargets.map((code): [string, true] => [code, true]))],
      ['priority', row.priority],
      ...(row.seenPosition ? [['seenPosition', row.seenPosition] as [string, unknown]] : []),
      ...Object.entries(row.seenText ?? {}).map(([code, words]): [string, unknown] => [seenTextKey(code), words]),
      ['actions', new Y.Map(row.actions.map((action): [string, Y.Map<unknown>] => [action.id, this.action(action)]))],
      ['risks', new Y.Map(row.risks.map((risk): [string, Y.Map<unknown>] => [risk.id, this.risk(risk)]))],
    ]);
  }

  action(action: StrategyAction): Y.Map<unknown> {
    return new Y.Map<unknown>([
      ['order', placeOf(action)],
      ...actionCells.map((cell): [string, unknown] => [
        cell,
        this.#cell({ row: this.#row, action: action.id, cell }, action[cell]),
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
        this.#cell({ row: this.#row, risk: risk.id, cell }, risk[cell]),
      ]),
    ]);
  }

  /** Those of rows that were put together with it, and below them its own. */
  #references(row: StrategyRow): Y.XmlFragment {
    const [own, ...others] = referenceCells(row).map(({ address, text }) => {
      const home = ('part' in address && address.part) || row.id;
      return this.#text({ row: home, cell: 'mechanisms' }, text);
    });
    return fragmentWith([...others.flat(), ...(own ?? [])]);
  }

  #cell(address: CellAddress, plain: string): Y.XmlFragment {
    return fragmentWith(this.#text(address, plain));
  }

  #text(address: CellAddress, plain: string): (Y.XmlElement | Y.XmlText)[] {
    return this.#textAt(cellKey(address)) ?? paragraphsFor(plain);
  }
}

function fragmentWith(nodes: (Y.XmlElement | Y.XmlText)[]): Y.XmlFragment {
  const fragment = new Y.XmlFragment();
  if (nodes.length > 0) fragment.insert(0, nodes);
  return fragment;
}

function placeOf({ order }: { order: string }): string {
  return order === '' ? orderBetween(null, null) : order;
}
