import { readBlocks } from '@board/shared/model/rich-text';
import {
  actionCells,
  type CellAddress,
  cellFragment,
  readStrategy,
  type StrategyRow,
} from '@board/shared/model/strategy';
import type * as Y from 'yjs';
import { flattened, type Line, linesOf, type PastedCell } from '../../strategy/clipboard/lines.ts';
import type { PastePlan, PlacedLine } from '../../strategy/clipboard/paste-plan.ts';
import { trimmed } from './form.ts';

/**
 * A plan without the cells that say what the table says, apart from forms that the file has lost: a workbook whose values
 * were copied has the addresses of links behind their words, and nothing bold.
 */
export function withoutUnchanged(doc: Y.Doc, plan: PastePlan): PastePlan {
  const rows = new Map(readStrategy(doc).map((row) => [row.id, row]));
  const lines = plan.lines.map((line): PlacedLine => {
    const row = line.row === null ? undefined : rows.get(line.row);
    if (!row) return line;
    const values = Object.entries(line.values).filter(([cell, value]) => {
      const address = addressOf(row, line, cell);
      return !(address && value && saysTheSame(doc, address, value));
    });
    return { ...line, values: Object.fromEntries(values) };
  });
  return { ...plan, lines };
}

function addressOf(row: StrategyRow, { place, riskPlace, reference }: PlacedLine, name: string): CellAddress | null {
  const action = actionCells.find((cell) => cell === name);
  const actionId = row.actions[place]?.id;
  if (action && actionId) return { row: row.id, action: actionId, cell: action };
  const risk = row.risks[riskPlace]?.id;
  if ((name === 'risk' || name === 'response') && risk) return { row: row.id, risk, cell: name };
  const isOwn = name === 'mechanisms' && reference === undefined && !row.joined;
  return isOwn ? { row: row.id, cell: 'mechanisms' } : null;
}

function saysTheSame(doc: Y.Doc, address: CellAddress, value: PastedCell): boolean {
  const fragment = cellFragment(doc, address);
  const pasted = linesOf(value);
  return fragment !== null && !pasted.some(isStyled) && plainly(flattened(readBlocks(fragment))) === plainly(pasted);
}

function isStyled({ spans }: Line): boolean {
  return spans.some((span) => span.kind === 'text' && (span.bold || span.italic || span.href !== null));
}

/** Lines as a workbook has them without its forms. */
function plainly(lines: readonly Line[]): string {
  return JSON.stringify(
    trimmed(lines).map(({ list, spans }) => [
      list && [list.ordered, list.level],
      spans
        .map((span) => {
          if (span.kind === 'break') return '\n';
          return span.href === null || span.href === span.text ? span.text : `${span.text} (${span.href})`;
        })
        .join(''),
    ]),
  );
}
