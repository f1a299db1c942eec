import { type HelpFinding, helpFor } from '@board/shared/model/help';
import type { StrategyRow } from '@board/shared/model/strategy';
import { cellElementId } from '../table-cell.tsx';

const known = new WeakMap<StrategyRow, { nextReview: string; findings: readonly HelpFinding[] }>();

/** The questions about a row. A row that did not change keeps its object, so it is looked at once. */
export function findingsOf(row: StrategyRow, nextReview: string): readonly HelpFinding[] {
  const before = known.get(row);
  if (before?.nextReview === nextReview) return before.findings;
  const findings = helpFor(row, { nextReview });
  known.set(row, { nextReview, findings });
  return findings;
}

/** Brings the place that a question is about into view and gives it the focus, after what covers it has closed. */
export function goTo({ row, part, cell }: HelpFinding): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(cellElementId(`${row}.${part}.${cell}`));
    element?.scrollIntoView({ block: 'center' });
    element?.focus();
  });
}
