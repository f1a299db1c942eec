import type { RowId } from '@board/shared/ids';
import { plainOf } from '@board/shared/model/plain-paragraphs';
import { readMap } from '@board/shared/model/read';
import { elementsOf } from '@board/shared/model/rich-text';
import { actionCells, cellFragment, readRow, type StrategyRow } from '@board/shared/model/strategy';
import { addAction, addRisk, addRow, setSdgTarget, setTimeframe } from '@board/shared/model/strategy-edits';
import type * as Y from 'yjs';
import { setCell } from './cell-words.ts';
import { cellOfLines, linesOf, nested, type PastedCell, plainLine } from './lines.ts';
import type { PastePlan, PlacedLine } from './paste-plan.ts';
import { readTargets } from './sdg-text.ts';
import { readTimeframeText } from './timeframe-words.ts';

/** Writes a planned paste into the document: one transaction, so that one undo takes all of it back. Empty cells change nothing. */
export function applyPaste(doc: Y.Doc, plan: PastePlan, origin: object): void {
  doc.transact(() => {
    const added = plan.added.map((recommendation) => addRow(doc, recommendation, origin));
    const byRow = new Map<RowId, PlacedLine[]>();
    for (const line of plan.lines) {
      const row = line.row ?? added[line.added];
      if (row) byRow.set(row, [...(byRow.get(row) ?? []), line]);
    }
    for (const [row, lines] of byRow) writeRow(doc, row, lines, origin);
  }, origin);
}

function writeRow(doc: Y.Doc, id: RowId, lines: readonly PlacedLine[], origin: object): void {
  const entry = readMap(doc.getMap('rows').get(id));
  if (!entry) return;
  const read = (): StrategyRow => readRow(id, entry);
  let row = read();
  for (const { place, riskPlace, values } of lines) {
    const hasAction = actionCells.some((cell) => values[cell]) || values.timeframe || homelessWords(values, row) !== '';
    while (hasAction && row.actions.length <= place) {
      addAction(doc, id, origin);
      row = read();
    }
    while ((values.risk || values.response) && row.risks.length <= riskPlace) {
      addRisk(doc, id, origin);
      row = read();
    }
    writeAction(doc, row, place, values, origin);
    const risk = row.risks[riskPlace];
    for (const cell of ['risk', 'response'] as const)
      if (risk && values[cell]) write(cellFragment(doc, { row: id, risk: risk.id, cell }), values[cell]);
  }
  writeReferences(doc, row, lines, origin);
}

function writeAction(doc: Y.Doc, row: StrategyRow, place: number, values: PlacedLine['values'], origin: object): void {
  const action = row.actions[place];
  if (!action) return;
  const timeframe = values.timeframe ? readTimeframeText(values.timeframe.text) : null;
  if (timeframe) setTimeframe(doc, row.id, action.id, timeframe, origin);
  for (const cell of actionCells) {
    const fragment = cellFragment(doc, { row: row.id, action: action.id, cell });
    // A time that is no month or year still lands: with what the action needs.
    const late = cell === 'resources' && values.timeframe && !timeframe ? values.timeframe.text : '';
    write(fragment, values[cell], { before: cell === 'text' ? homelessWords(values, row) : '', after: [late] });
  }
}

/** The targets that are pasted stand in the place of those before; what is no target still lands: beside them, with the references. */
function writeReferences(doc: Y.Doc, row: StrategyRow, lines: readonly PlacedLine[], origin: object): void {
  const targets = lines.map(({ values }) => readTargets(values.sdg?.text ?? ''));
  const codes = new Set(targets.flatMap((one) => one.codes));
  if (codes.size > 0) {
    for (const code of row.sdgTargets) if (!codes.has(code)) setSdgTarget(doc, row.id, code, false, origin);
    for (const code of codes) if (!row.sdgTargets.includes(code)) setSdgTarget(doc, row.id, code, true, origin);
  }
  const pasted = new Map(
    lines.flatMap(({ values: { mechanisms } }) => (mechanisms ? [[mechanisms.text, mechanisms]] : [])),
  );
  const cell = pasted.size > 0 ? cellOfLines([...pasted.values()].flatMap((one) => linesOf(one))) : undefined;
  const unknown = [...new Set(targets.flatMap((one) => one.unknown))];
  write(cellFragment(doc, { row: row.id, cell: 'mechanisms' }), cell, { after: [unknown.join(', ')] });
}

/** A number or words of a recommendation that the row has none for: they stand with the action's words. */
function homelessWords(values: PlacedLine['values'], row: StrategyRow): string {
  if (row.recommendation !== null) return '';
  return [values.number?.text, values.recommendation?.text].filter((part) => part).join(' ');
}

/** Pasted words stand in the place of what was there; words that only found no better place are added to it, once. */
function write(
  fragment: Y.XmlFragment | null,
  pasted: PastedCell | undefined,
  { before = '', after = [] }: { before?: string; after?: readonly string[] } = {},
): void {
  if (!fragment) return;
  const linesIn = (texts: readonly string[]) =>
    texts.filter((text) => text !== '').flatMap((text) => text.split('\n').map(plainLine));
  if (pasted) {
    setCell(fragment, cellOfLines([...linesIn([before]), ...linesOf(pasted), ...linesIn(after)]));
    return;
  }
  const there = plainOf(fragment);
  const added = linesIn([before, ...after].filter((text) => !there.includes(text)));
  if (added.length === 0) return;
  if (there === '') setCell(fragment, cellOfLines(added));
  else fragment.insert(fragment.length, elementsOf(nested(added)));
}
