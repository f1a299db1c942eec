import type * as Y from 'yjs';
import type { ActionId, ClusterId, RecommendationId, RiskId, RowId } from '../ids.ts';
import { type PositionOfState, positionsOfState } from '../upr/positions.ts';
import { leadOf } from './lead.ts';
import { entriesOf, type ListFinder, listWith, readMerged } from './merged-rows.ts';
import { compareOrder } from './order.ts';
import type { Reach } from './reach.ts';
import { fragmentText, readFlag, readFragment, readKeyed, readMap, readOrdered, readText, tidyText } from './read.ts';
import { readHead } from './row-heads.ts';

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
  /** By language: the recommendation's text that somebody of the group has seen last, once it had changed. */
  seenText?: Record<string, string> | undefined;
  actions: StrategyAction[];
  risks: StrategyRisk[];
  /** The row that this one was put together with, as its own entry says; shown rows have none. */
  mergedInto?: RowId;
  /** Of a row that others were put together with: the references as each of them has them, its own first. */
  joined?: readonly { id: RowId; mechanisms: string }[];
}

/** Where a cell stands. The cell's fragment is found with `cellFragment`. `part`: the row put together with `row` that has it. */
export type CellAddress =
  | { row: RowId; part?: RowId; cell: RowCell }
  | { row: RowId; action: ActionId; cell: ActionCell }
  | { row: RowId; risk: RiskId; cell: RiskCell };

/** So many SDG targets of a row are read: there are fewer. */
const mostTargets = 300;

/**
 * The whole strategy as plain values, in order, rows that were put together as one; with a reach the first rows, actions,
 * risks and words within it. Tolerates whatever the document holds.
 */
export function readStrategy(doc: Y.Doc, reach?: Reach): StrategyRow[] {
  const within = reach && (<One>(all: One[]) => reach.first('rows', all));
  return joinRows(readOrdered(doc.getMap('rows'), (id, entry) => readRow(id as RowId, entry, reach), within));
}

/**
 * Rows as each entry has them, made those that people see: rows that were put together are one, everything else keeps its
 * object, and so does a joined row of which nothing has changed. In order.
 */
export function joinRows(rows: readonly StrategyRow[]): StrategyRow[] {
  const ordered = [...rows].sort(compareOrder);
  if (ordered.every((row) => row.mergedInto === undefined)) return ordered;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const intoOf = (id: RowId): RowId | null | undefined => {
    const row = byId.get(id);
    return row && (row.mergedInto ?? null);
  };
  const parts = new Map<RowId, StrategyRow[]>();
  for (const row of ordered) {
    const lead = leadOf(row.id, intoOf);
    const joined = parts.get(lead);
    if (joined) joined.push(row);
    else parts.set(lead, [row]);
  }
  const leads = [...parts].flatMap(([id, all]) => {
    const lead = byId.get(id);
    return lead
      ? [
          whole(
            lead,
            all.filter((row) => row !== lead),
          ),
        ]
      : [];
  });
  return leads.sort(compareOrder);
}

const wholes = new WeakMap<StrategyRow, { parts: readonly StrategyRow[]; row: StrategyRow }>();

function whole(lead: StrategyRow, parts: readonly StrategyRow[]): StrategyRow {
  if (parts.length === 0 && lead.mergedInto === undefined) return lead;
  const known = wholes.get(lead);
  const isSame = known?.parts.length === parts.length && known.parts.every((part, at) => part === parts[at]);
  if (known && isSame) return known.row;
  const { mergedInto: _, ...own } = lead;
  const all = [lead, ...parts];
  const row: StrategyRow = {
    ...own,
    mechanisms: [...new Set(all.flatMap(({ mechanisms }) => tidyText(mechanisms).split('\n')))]
      .filter(Boolean)
      .join('\n'),
    sdgTargets: [...new Set(all.flatMap(({ sdgTargets }) => sdgTargets))].sort(),
    priority: all.some(({ priority }) => priority),
    actions: once(all.flatMap(({ actions }) => actions)),
    risks: once(all.flatMap(({ risks }) => risks)),
    joined: all.map(({ id, mechanisms }) => ({ id, mechanisms })),
  };
  wholes.set(lead, { parts, row });
  return row;
}

/** In order; of two under one id, as after a removal that two people took back, the first. */
function once<Part extends StrategyAction | StrategyRisk>(parts: readonly Part[]): Part[] {
  const byId = new Map<string, Part>();
  for (const part of parts) if (!byId.has(part.id)) byId.set(part.id, part);
  return [...byId.values()].sort(compareOrder);
}

/** The references of a row, one cell for each row that was put together with it and has any; its own in any case. */
export function referenceCells(row: StrategyRow): { address: CellAddress; text: string }[] {
  const own = row.joined?.find(({ id }) => id === row.id)?.mechanisms ?? row.mechanisms;
  const others = row.joined?.filter(({ id, mechanisms }) => id !== row.id && mechanisms !== '') ?? [];
  return [
    { address: { row: row.id, cell: 'mechanisms' }, text: own },
    ...others.map(({ id, mechanisms }): { address: CellAddress; text: string } => ({
      address: { row: row.id, part: id, cell: 'mechanisms' },
      text: mechanisms,
    })),
  ];
}

/** One row with those that were put together with it; null when there is none. */
export function readOneRow(doc: Y.Doc, id: RowId): StrategyRow | null {
  return (
    joinRows([...entriesOf(doc, id)].map(([one, entry]) => readRow(one, entry))).find((row) => row.id === id) ?? null
  );
}

/** One row as its own entry has it. */
export function readRow(id: RowId, entry: Y.Map<unknown>, reach?: Reach): StrategyRow {
  const cluster = readText(entry.get('cluster'), 40);
  const seenPosition = positionsOfState.find((one) => one === entry.get('seenPosition'));
  const seenText = readKeyed(entry, seenTextPrefix);
  const merged = readMerged(entry);
  return {
    ...readHead(id, entry),
    cluster: cluster === '' ? null : (cluster as ClusterId),
    mechanisms: cellText(entry, 'mechanisms', reach),
    sdgTargets: targetsOf(entry),
    ...(seenPosition && { seenPosition }),
    ...(seenText && { seenText }),
    actions: readParts(entry.get('actions'), readAction, reach),
    risks: readParts(entry.get('risks'), readRisk, reach),
    ...(merged && { mergedInto: merged }),
  };
}

/** With it begin the keys of a row under which the texts stand that somebody has seen. */
export const seenTextPrefix = 'seenText:';

/** The key of a row under which the text in a language stands that somebody of the group has seen. */
export function seenTextKey(language: string): string {
  return seenTextPrefix + language;
}

/** True when there are words or choices in an action or risk. */
export function isWritten(part: StrategyAction | StrategyRisk): boolean {
  if ('risk' in part) return part.risk !== '' || part.response !== '';
  const { from, to, term } = part.timeframe;
  return part.contribution || actionCells.some((cell) => part[cell] !== '') || `${from}${to}${term}` !== '';
}

/** The name under which an empty action or risk says that it is shown only once something is written in it. */
export const setAside = 'aside';

function readParts<Part extends StrategyAction | StrategyRisk>(
  list: unknown,
  read: (id: string, entry: Y.Map<unknown>, reach?: Reach) => Part,
  reach?: Reach,
): Part[] {
  const within = reach && (<One>(all: One[]) => reach.first('parts', all));
  const parts = readOrdered(list, (id, entry) => read(id, entry, reach), within);
  return parts.filter((part) => isWritten(part) || !readFlag(readMap(readMap(list)?.get(part.id))?.get(setAside)));
}

/**
 * The shared text of one cell, or null when the row, action, risk or cell is not there (any more). `find`: for who reads
 * all cells, see `listFinder`.
 */
export function cellFragment(
  doc: Y.Doc,
  address: CellAddress,
  find: ListFinder = (row, list, part) => listWith(doc, row, list, part),
): Y.XmlFragment | null {
  const { row, cell } = address;
  if ('action' in address) return readFragment(partIn(find(row, 'actions', address.action), address.action)?.get(cell));
  if ('risk' in address) return readFragment(partIn(find(row, 'risks', address.risk), address.risk)?.get(cell));
  return readFragment(readMap(doc.getMap('rows').get(address.part ?? row))?.get(cell));
}

function partIn(list: Y.Map<unknown> | null, part: ActionId | RiskId): Y.Map<unknown> | null {
  return readMap(list?.get(part));
}

/** A cell's place as one short text, the same on every screen: for presence marks and DOM ids. */
export function cellKey(address: CellAddress): string {
  const part = 'action' in address ? address.action : 'risk' in address ? address.risk : address.part;
  return part === undefined ? `${address.row}.${address.cell}` : `${address.row}.${part}.${address.cell}`;
}

function targetsOf(entry: Y.Map<unknown>): string[] {
  const targets: string[] = [];
  for (const code of readMap(entry.get('sdgTargets'))?.keys() ?? []) {
    if (targets.length === mostTargets) break;
    targets.push(code);
  }
  return targets.sort();
}

function readAction(id: string, entry: Y.Map<unknown>, reach?: Reach): StrategyAction {
  return {
    id: id as ActionId,
    order: readText(entry.get('order'), 100),
    text: cellText(entry, 'text', reach),
    indicator: cellText(entry, 'indicator', reach),
    resources: cellText(entry, 'resources', reach),
    partners: cellText(entry, 'partners', reach),
    timeframe: readTimeframe(entry.get('timeframe')),
    contribution: readFlag(entry.get('contribution')),
  };
}

function readRisk(id: string, entry: Y.Map<unknown>, reach?: Reach): StrategyRisk {
  return {
    id: id as RiskId,
    order: readText(entry.get('order'), 100),
    risk: cellText(entry, 'risk', reach),
    response: cellText(entry, 'response', reach),
  };
}

/** An action's timeframe as the document has it; what is none is empty. */
export function readTimeframe(value: unknown): Timeframe {
  const raw = (value !== null && typeof value === 'object' ? value : {}) as Record<string, unknown>;
  const month = (text: unknown): string => (/^\d{4}-(0[1-9]|1[0-2])$/.test(readText(text, 7)) ? readText(text, 7) : '');
  const term = raw['term'];
  return {
    from: month(raw['from']),
    to: month(raw['to']),
    term: term === 'short' || term === 'medium' || term === 'long' ? term : '',
  };
}

function cellText(entry: Y.Map<unknown>, name: string, reach?: Reach): string {
  const text = fragmentText(readFragment(entry.get(name)), reach?.nextCell);
  reach?.spend(text.length);
  return text;
}
