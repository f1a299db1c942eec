import type { RowId } from '@board/shared/ids';
import { readMap } from '@board/shared/model/read';
import { cellFragment, readRow, type StrategyRow } from '@board/shared/model/strategy';
import { addAction, addRisk, addRow, setSdgTarget, setTimeframe } from '@board/shared/model/strategy-edits';
import { readSdgCode } from '@board/shared/upr/sdg';
import type * as Y from 'yjs';
import { setWords } from './cell-words.ts';
import type { PastePlan, PlacedLine } from './paste-plan.ts';
import { readTimeframeText } from './timeframe-words.ts';

const wordyActionCells = ['text', 'indicator', 'resources', 'partners'] as const;

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
  for (const { place, values } of lines) {
    if (values.sdg) for (const code of codesIn(values.sdg)) setSdgTarget(doc, id, code, true, origin);
    const hasAction =
      wordyActionCells.some((cell) => values[cell]) || values.timeframe || homelessWords(values, row) !== '';
    while (hasAction && row.actions.length <= place) {
      addAction(doc, id, origin);
      row = read();
    }
    while ((values.risk || values.response) && row.risks.length <= place) {
      addRisk(doc, id, origin);
      row = read();
    }
    writeAction(doc, row, place, values, origin);
    const risk = row.risks[place];
    for (const cell of ['risk', 'response'] as const)
      if (risk && values[cell]) write(cellFragment(doc, { row: id, risk: risk.id, cell }), values[cell]);
  }
  const mechanisms = new Set(
    lines.flatMap(({ values }) => [values.mechanisms ?? [], wordsWithoutCode(values.sdg)].flat()),
  );
  if (mechanisms.size > 0) write(cellFragment(doc, { row: id, cell: 'mechanisms' }), [...mechanisms].join('\n'));
}

function writeAction(doc: Y.Doc, row: StrategyRow, place: number, values: PlacedLine['values'], origin: object): void {
  const action = row.actions[place];
  if (!action) return;
  const unread = values.timeframe ? readTimeframeText(values.timeframe) : null;
  if (unread) setTimeframe(doc, row.id, action.id, unread, origin);
  for (const cell of wordyActionCells) {
    const words = [cell === 'text' ? homelessWords(values, row) : '', values[cell] ?? '']
      .filter((part) => part !== '')
      .join('\n');
    // A time that is no month or year still lands: with what the action needs.
    const late = cell === 'resources' && values.timeframe && !unread ? values.timeframe : '';
    const all = [words, late].filter((part) => part !== '').join('\n');
    if (all !== '') write(cellFragment(doc, { row: row.id, action: action.id, cell }), all);
  }
}

/** A number or words of a recommendation that the row has none for: they stand before the action's words. */
function homelessWords(values: PlacedLine['values'], row: StrategyRow): string {
  if (row.recommendation !== null) return '';
  return [values.number, values.recommendation].filter((part) => part).join(' ');
}

function codesIn(text: string): string[] {
  return text.split(/[\s,;]+/).flatMap((part) => readSdgCode(part) ?? []);
}

/** What stands in the column of targets and is none still lands: beside it, with the references. */
function wordsWithoutCode(text = ''): string[] {
  return text !== '' && codesIn(text).length === 0 ? [text] : [];
}

function write(fragment: Y.XmlFragment | null, words: string): void {
  if (fragment) setWords(fragment, words);
}
