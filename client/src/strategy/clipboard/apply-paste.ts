import type { RowId } from '@board/shared/ids';
import { plainOf } from '@board/shared/model/plain-paragraphs';
import { elementsOf } from '@board/shared/model/rich-text';
import { actionCells, cellFragment, readOneRow, type StrategyRow } from '@board/shared/model/strategy';
import { addAction, addRisk, addRow, setSdgTarget, setTimeframe } from '@board/shared/model/strategy-edits';
import { seeAsItIs } from '@board/shared/model/text-news';
import type * as Y from 'yjs';
import type { Catalogue } from '../../sync/follow-models.ts';
import { setCell } from './cell-words.ts';
import { nested } from './lines.ts';
import { type Brought, broughtToAction, broughtToReferences, homelessWords, landed } from './paste-landing.ts';
import type { PastePlan, PlacedLine } from './paste-plan.ts';
import { readTargets } from './sdg-text.ts';
import { readTimeframeText } from './timeframe-words.ts';

/**
 * Writes a planned paste into the document: one transaction, so that one undo takes all of it back. Empty cells change
 * nothing. `catalogue`: where whoever pastes sees it as it is now.
 */
export function applyPaste(doc: Y.Doc, plan: PastePlan, origin: object, catalogue: Catalogue | null = null): void {
  doc.transact(() => {
    const added = plan.added.map((recommendation) => {
      const row = addRow(doc, recommendation, origin);
      const one = recommendation === null ? undefined : catalogue?.byId.get(recommendation);
      if (one) seeAsItIs(doc, row, one, origin);
      return row;
    });
    const byRow = new Map<RowId, PlacedLine[]>();
    for (const line of plan.lines) {
      const row = line.row ?? added[line.added];
      if (row) byRow.set(row, [...(byRow.get(row) ?? []), line]);
    }
    for (const [row, lines] of byRow) writeRow(doc, row, lines, origin);
  }, origin);
}

function writeRow(doc: Y.Doc, id: RowId, lines: readonly PlacedLine[], origin: object): void {
  const found = readOneRow(doc, id);
  if (!found) return;
  const read = (): StrategyRow => readOneRow(doc, id) ?? found;
  let row = found;
  for (const { place, riskPlace, values } of lines) {
    const isHomeless = homelessWords(values, row.recommendation) !== '';
    const hasAction = actionCells.some((cell) => values[cell]) || values.timeframe || isHomeless;
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
      if (risk && values[cell])
        write(cellFragment(doc, { row: id, risk: risk.id, cell }), { pasted: values[cell], before: '', after: '' });
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
    write(fragment, broughtToAction(values, cell, row.recommendation));
  }
}

/** The targets that are pasted stand in the place of those before; what is no target still lands: beside them, with the references. */
function writeReferences(doc: Y.Doc, row: StrategyRow, lines: readonly PlacedLine[], origin: object): void {
  const codes = new Set(lines.flatMap(({ values }) => readTargets(values.sdg?.text ?? '').codes));
  if (codes.size > 0) {
    for (const code of row.sdgTargets) if (!codes.has(code)) setSdgTarget(doc, row.id, code, false, origin);
    for (const code of codes) if (!row.sdgTargets.includes(code)) setSdgTarget(doc, row.id, code, true, origin);
  }
  for (const { address, brought } of broughtToReferences(lines, row)) write(cellFragment(doc, address), brought);
}

function write(fragment: Y.XmlFragment | null, brought: Brought): void {
  const words = fragment && landed(plainOf(fragment), brought);
  if (!fragment || !words) return;
  if ('whole' in words) setCell(fragment, words.whole);
  else fragment.insert(fragment.length, elementsOf(nested(words.added)));
}
