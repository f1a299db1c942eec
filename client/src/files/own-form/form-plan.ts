import type { ActionId, ClusterId, RecommendationId, RowId } from '@board/shared/ids';
import { addCluster, readClusters, setCluster } from '@board/shared/model/clusters';
import { readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { removeAction, setContribution, setPriority } from '@board/shared/model/strategy-edits';
import { numberKey } from '@board/shared/upr/number-key';
import * as Y from 'yjs';
import { applyPaste } from '../../strategy/clipboard/apply-paste.ts';
import { cellOfLines, type Line, type PastedCell, plainCell } from '../../strategy/clipboard/lines.ts';
import type { PastePlan, PlacedLine } from '../../strategy/clipboard/paste-plan.ts';
import { addedTo, type FormAction, type FormRisk, type FormRow, newRow } from './form.ts';
import { placesIn, sameIn } from './places.ts';
import { referenceLines } from './reference-lines.ts';
import { withoutUnchanged } from './unchanged.ts';

/** Where a file's rows go in a group's table: cells as a paste would write them, and what no cell holds. */
export interface FormPlan {
  paste: PastePlan;
  rows: PlannedRow[];
  /** Numbers that are not in the catalogue. */
  unknownNumbers: string[];
}

interface PlannedRow {
  /** Null for a row that is added. */
  row: RowId | null;
  added: number;
  priority: boolean;
  cluster: string;
  /** Places of actions that are given to the charter. */
  contributions: number[];
  actions: number;
}

/** What of the catalogue is needed: the recommendation behind a number. */
export type ByNumber = ReadonlyMap<string, RecommendationId>;

/**
 * Finds a place for each row: the row that it was written from, else one on the same recommendation, else a new one. Its
 * actions go to those that they were written from; others, where the row has some already, behind them.
 */
export function planForm(form: readonly FormRow[], rows: readonly StrategyRow[], byNumber: ByNumber): FormPlan {
  const plan: FormPlan = { paste: { lines: [], added: [] }, rows: [], unknownNumbers: [] };
  const taken = new Set<RowId>();
  const byKey = new Map([...byNumber].map(([number, id]) => [numberKey(number), id]));
  const recommendationOf = ({ number }: FormRow): RecommendationId | null => {
    const key = numberKey(number);
    return byNumber.get(number) ?? (key === '' ? null : (byKey.get(key) ?? null));
  };
  const parted = form.flatMap((row) => {
    const own = rows.find((there) => isFrom(row, there, rows, recommendationOf(row)));
    return withoutForeign(row, own, rows);
  });
  for (const one of parted) {
    const recommendation = recommendationOf(one);
    if (one.number !== '' && recommendation === null) plan.unknownNumbers.push(one.number);
    const row = rows.find((there) => !taken.has(there.id) && isFrom(one, there, rows, recommendation));
    if (row) taken.add(row.id);
    const added = row ? 0 : plan.paste.added.push(recommendation) - 1;
    placeRow(plan, one, row, added, recommendation === null && !row);
  }
  return plan;
}

/**
 * A row whose lines below have no number goes on with them, unless the table has them in a row on no recommendation: there
 * they belong then, and so do those behind them.
 */
function withoutForeign(
  { below = [], ...form }: FormRow,
  own: StrategyRow | undefined,
  rows: readonly StrategyRow[],
): FormRow[] {
  const onNone = rows.filter(({ recommendation }) => recommendation === null);
  const parts = new Map<StrategyRow | null, FormRow>([[null, form]]);
  let home: StrategyRow | null = null;
  for (const line of below) {
    home = hasPart(line, own) ? null : (onNone.find((row) => hasPart(line, row)) ?? home);
    parts.set(home, addedTo(parts.get(home) ?? newRow(), line));
  }
  return [...parts.values()];
}

function hasPart(line: FormRow, row: StrategyRow | undefined): boolean {
  const isIn = (parts: readonly (FormAction | FormRisk)[], there: StrategyRow['actions'] | StrategyRow['risks']) =>
    parts.some((part) => sameIn({ ...part, id: '' }, there, new Set()) !== undefined);
  if (row === undefined) return false;
  return line.actions.length > 0 ? isIn(line.actions, row.actions) : isIn(line.risks, row.risks);
}

/** Whether a row of the file was written from a row of the table, or is on the same recommendation; one on none is known by an action. */
function isFrom(
  form: FormRow,
  there: StrategyRow,
  rows: readonly StrategyRow[],
  recommendation: RecommendationId | null,
): boolean {
  if (form.id !== '' && rows.some(({ id }) => id === form.id)) return form.id === there.id;
  if (there.recommendation !== null) return there.recommendation === recommendation;
  const isOnNone = form.number === '' && form.words === '';
  return isOnNone && hasPart(form, there);
}

function placeRow(
  plan: FormPlan,
  form: FormRow,
  row: StrategyRow | undefined,
  added: number,
  isHomeless: boolean,
): void {
  const at = { row: row?.id ?? null, added };
  const placesOfActions = placesIn(form.actions, row?.actions ?? []);
  const placesOfRisks = placesIn(form.risks, row?.risks ?? []);
  const references = row?.joined ? referenceLines(form.mechanisms, row) : null;
  const values = valuesOfRow(references ? { ...form, mechanisms: [] } : form, isHomeless);
  const lines: PlacedLine[] = form.actions.map((action, index) => ({
    ...at,
    place: placesOfActions[index] ?? 0,
    riskPlace: 0,
    // Words that have no better place stand with the first action.
    values: { ...(index === 0 ? values : {}), ...valuesOfAction(action) },
  }));
  if (lines.length === 0) lines.push({ ...at, place: 0, riskPlace: 0, values });
  for (const { reference, cell } of references ?? [])
    lines.push({ ...at, place: 0, riskPlace: 0, reference, values: { mechanisms: cell } });
  for (const [index, risk] of form.risks.entries()) {
    lines.push({ ...at, place: 0, riskPlace: placesOfRisks[index] ?? 0, values: valuesOfRisk(risk) });
  }
  plan.paste.lines.push(...lines.filter(({ values }) => Object.keys(values).length > 0));
  plan.rows.push({
    ...at,
    priority: form.priority,
    cluster: form.cluster,
    contributions: form.actions.flatMap(({ contribution }, index) =>
      contribution ? [placesOfActions[index] ?? 0] : [],
    ),
    actions: form.actions.length,
  });
}

function valuesOfRow({ number, words, mechanisms, sdg }: FormRow, isHomeless: boolean): PlacedLine['values'] {
  return {
    ...(isHomeless && number !== '' ? { number: plainCell(number) } : {}),
    ...(isHomeless && words !== '' ? { recommendation: plainCell(words) } : {}),
    ...cellsOf({ mechanisms }),
    ...(sdg.length > 0 ? { sdg: plainCell(sdg.join(', ')) } : {}),
  };
}

function valuesOfAction({ text, indicator, resources, partners, timeframe }: FormAction): PlacedLine['values'] {
  return {
    ...cellsOf({ text, indicator, resources, partners }),
    ...(timeframe === '' ? {} : { timeframe: plainCell(timeframe) }),
  };
}

function valuesOfRisk({ risk, response }: FormRisk): PlacedLine['values'] {
  return cellsOf({ risk, response });
}

function cellsOf(cells: Readonly<Record<string, readonly Line[]>>): Record<string, PastedCell> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([name, lines]) => (lines.length === 0 ? [] : [[name, cellOfLines(lines)]])),
  );
}

/** Writes all of it in one transaction, so that one undo takes it back. Nothing is taken away: a mark that the file does not have stays. */
export function applyForm(doc: Y.Doc, { paste, rows }: FormPlan, origin: object): void {
  doc.transact(() => {
    applyPaste(doc, withoutUnchanged(doc, paste), origin);
    const now = readStrategy(doc);
    // What a paste adds stands at the end, in its order.
    const added = now.slice(now.length - paste.added.length);
    for (const planned of rows) {
      const row = planned.row === null ? added[planned.added] : now.find(({ id }) => id === planned.row);
      if (row) markRow(doc, row, planned, origin);
    }
  }, origin);
}

/** Whether writing it would change nothing: tried on a copy. */
export function isNothingNew(doc: Y.Doc, plan: FormPlan): boolean {
  if (plan.paste.added.length > 0) return false;
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(copy);
  applyForm(copy, plan, {});
  return isSameBytes(before, Y.encodeStateVector(copy));
}

function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function markRow(doc: Y.Doc, row: StrategyRow, planned: PlannedRow, origin: object): void {
  if (planned.priority && !row.priority) setPriority(doc, row.id, true, origin);
  for (const place of planned.contributions) {
    const action = row.actions[place];
    if (action && !action.contribution) setContribution(doc, row.id, action.id, true, origin);
  }
  if (planned.cluster !== '') {
    const cluster = clusterNamed(doc, planned.cluster, origin);
    if (row.cluster !== cluster) setCluster(doc, [row.id], cluster, origin);
  }
  const [empty] = row.actions;
  const isNew = planned.row === null && planned.actions === 0 && row.actions.length === 1;
  if (isNew && empty && empty.text === '') removeAction(doc, row.id, empty.id as ActionId, origin);
}

function clusterNamed(doc: Y.Doc, name: string, origin: object): ClusterId {
  return readClusters(doc).find((one) => one.name === name)?.id ?? addCluster(doc, name, origin);
}
