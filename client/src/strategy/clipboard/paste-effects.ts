import { actionCells, cellKey, type StrategyRow } from '@board/shared/model/strategy';
import { specialKey } from '../table-model.ts';
import { timeframeText } from './cell-words.ts';
import type { PastedCell } from './lines.ts';
import { type PastePlan, type PlacedLine, referenceAt } from './paste-plan.ts';
import { tooMuchIn } from './paste-weight.ts';
import { readTargets } from './sdg-text.ts';
import { readTimeframeText } from './timeframe-words.ts';

/** What a paste would do beyond putting words into empty cells. */
export interface PasteEffects {
  /** The filled cells that would say something else. */
  overwritten: string[];
  /** The rows in which actions that are there would change. */
  changed: StrategyRow[];
  /** What is kept as words because it was not understood. */
  unreadTimes: string[];
  unknownTargets: string[];
  /** More than may be written. */
  tooMuch: 'cell' | 'paste' | null;
}

/** Looks at a planned paste before it is written. */
export function effectsOf(plan: PastePlan, rows: readonly StrategyRow[]): PasteEffects {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const overwritten = new Set<string>();
  const changed = new Set<StrategyRow>();
  const values = plan.lines.map((line) => line.values);
  for (const line of plan.lines) {
    const row = line.row === null ? undefined : byId.get(line.row);
    if (!row) continue;
    const here = overwrittenBy(line, row);
    for (const key of here.all) overwritten.add(key);
    if (here.actions) changed.add(row);
  }
  const times = values.flatMap(({ timeframe }) => timeframe?.text ?? []);
  return {
    overwritten: [...overwritten],
    changed: [...changed],
    unreadTimes: [...new Set(times.filter((text) => readTimeframeText(text) === null))],
    unknownTargets: [...new Set(values.flatMap(({ sdg }) => readTargets(sdg?.text ?? '').unknown))],
    tooMuch: tooMuchIn(plan, rows),
  };
}

/**
 * Which parts of which rows a paste would write to, and which words it would take the place of, as one text: where two are
 * the same, what was shown of the one is true of the other. What others write in a cell that changes anyway is not in it,
 * unless the paste becomes more than may be written by it.
 */
export function changeOf(plan: PastePlan, rows: readonly StrategyRow[]): string {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const parts = plan.lines.map((line) => {
    const { row: id, added, place, riskPlace, values } = line;
    const row = id === null ? undefined : byId.get(id);
    const columns = Object.keys(values);
    const action = columns.some((column) => !besideActions.has(column)) && partAt(row?.actions ?? [], place);
    const risk = columns.some((column) => ofRisks.has(column)) && partAt(row?.risks ?? [], riskPlace);
    const reference = row && values.mechanisms && cellKey(referenceAt(line, row).address);
    return [id, added, action, risk, reference, columns];
  });
  const { overwritten, tooMuch } = effectsOf(plan, rows);
  return JSON.stringify([plan.added, parts, overwritten, tooMuch]);
}

const ofRisks: ReadonlySet<string> = new Set(['risk', 'response']);
const besideActions: ReadonlySet<string> = new Set(['risk', 'response', 'mechanisms', 'sdg']);

/** The id of an action or a risk that is there; for one that will be added, its place among those. */
function partAt(parts: readonly { id: string }[], place: number): string | number {
  return parts[place]?.id ?? place - parts.length;
}

function overwrittenBy(line: PlacedLine, row: StrategyRow): { all: string[]; actions: boolean } {
  const { place, riskPlace, values } = line;
  const keys: string[] = [];
  const note = (key: string, before: string, cell: PastedCell | undefined): void => {
    if (cell && before !== '' && (cell.lines !== null || before !== cell.text)) keys.push(key);
  };
  const action = row.actions[place];
  if (action) {
    for (const cell of actionCells) note(cellKey({ row: row.id, action: action.id, cell }), action[cell], values[cell]);
    const isRead = values.timeframe && readTimeframeText(values.timeframe.text) !== null;
    if (isRead) note(specialKey(row.id, 'timeframe', action.id), timeframeText(action.timeframe), values.timeframe);
  }
  const actions = keys.length > 0;
  const risk = row.risks[riskPlace];
  for (const cell of ['risk', 'response'] as const)
    if (risk) note(cellKey({ row: row.id, risk: risk.id, cell }), risk[cell], values[cell]);
  const reference = referenceAt(line, row);
  note(cellKey(reference.address), reference.text, values.mechanisms);
  const targets = new Set(readTargets(values.sdg?.text ?? '').codes);
  if (targets.size > 0 && row.sdgTargets.some((code) => !targets.has(code))) keys.push(specialKey(row.id, 'sdg'));
  return { all: keys, actions };
}
