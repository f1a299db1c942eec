import type { RowId } from '@board/shared/ids';
import { actionCells, type StrategyRow } from '@board/shared/model/strategy';
import { limits } from '@board/shared/protocol/limits';
import { emptyRow } from '../empty-row.ts';
import { cellOfLines, plainCell, weightOf } from './lines.ts';
import { type Brought, broughtToAction, broughtToReferences, landed } from './paste-landing.ts';
import type { PastePlan, PlacedLine } from './paste-plan.ts';

/**
 * Whether a planned paste is more than may be written: one text that would grow too large, with what else the paste brings
 * there and with what stays there, or all of it together. `rows`: as they are before.
 */
export function tooMuchIn({ added, lines }: PastePlan, rows: readonly StrategyRow[]): 'cell' | 'paste' | null {
  let whole = added.length * limits.rowWeight;
  for (const { values } of lines) {
    if (Object.keys(values).length > 0) whole += limits.rowWeight;
    for (const cell of Object.values(values)) whole += weightOf(cell);
  }
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byRow = new Map<StrategyRow, PlacedLine[]>();
  const begun = added.map((recommendation, index) => emptyRow(`added ${index}` as RowId, '', recommendation));
  for (const line of lines) {
    const row = line.row === null ? begun[line.added] : byId.get(line.row);
    if (row) byRow.set(row, [...(byRow.get(row) ?? []), line]);
  }
  for (const [row, here] of byRow) if (weightsIn(row, here).some((weight) => weight > limits.cellText)) return 'cell';
  return whole > limits.pasteText ? 'paste' : null;
}

/** What each text of a row would weigh that these lines bring something to. */
function weightsIn(row: StrategyRow, lines: readonly PlacedLine[]): number[] {
  const ofActions = lines.flatMap(({ place, values }) =>
    actionCells.map((cell) =>
      weightThen(row.actions[place]?.[cell] ?? '', broughtToAction(values, cell, row.recommendation)),
    ),
  );
  const ofRisks = lines.flatMap(({ values: { risk, response } }) =>
    [risk, response].map((cell) => (cell ? weightOf(cell) : 0)),
  );
  const ofReferences = broughtToReferences(lines, row).map(({ text, brought }) => weightThen(text, brought));
  return [...ofActions, ...ofRisks, ...ofReferences];
}

/** What a text that says `there` would weigh; 0 where nothing is brought to it. */
function weightThen(there: string, brought: Brought): number {
  const words = landed(there, brought);
  if (!words) return 0;
  return 'whole' in words ? weightOf(words.whole) : weightOf(plainCell(there)) + weightOf(cellOfLines(words.added));
}
