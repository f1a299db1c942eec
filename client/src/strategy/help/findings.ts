import { type HelpFinding, helpFor } from '@board/shared/model/help';
import type { StrategyRow } from '@board/shared/model/strategy';

const known = new WeakMap<StrategyRow, { nextReview: string; findings: readonly HelpFinding[] }>();

/** The questions about a row. A row that did not change keeps its object, so it is looked at once. */
export function findingsOf(row: StrategyRow, nextReview: string): readonly HelpFinding[] {
  const before = known.get(row);
  if (before?.nextReview === nextReview) return before.findings;
  const findings = helpFor(row, { nextReview });
  known.set(row, { nextReview, findings });
  return findings;
}
