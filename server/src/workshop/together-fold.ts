import type { GroupId, PersonId, TogetherId } from '@board/shared/ids';
import { keyed } from '@board/shared/keyed';
import type { RowOfGroup, TogetherView } from '@board/shared/live-between';
import type { Decision } from './decisions.ts';
import type { StrategyReading } from './strategy-reading.ts';

/** That two groups work on a recommendation together, as the log knows it: asked by the first, perhaps agreed to by the second. */
export interface TogetherState {
  id: TogetherId;
  rows: [RowOfGroup, RowOfGroup];
  askedBy: PersonId | null;
  isAgreed: boolean;
}

export type TogetherDecision = Extract<Decision, { togetherId: TogetherId }>;

/** True for decisions that `foldTogether` takes. */
export function isAboutTogether(decision: Decision): decision is TogetherDecision {
  return 'togetherId' in decision;
}

/** Takes one decision in. Agreeing to what is not there changes nothing. */
export function foldTogether(
  together: Map<TogetherId, TogetherState>,
  decision: TogetherDecision,
  author: PersonId | null,
): void {
  const { togetherId: id } = decision;
  if (decision.type === 'together-ended') together.delete(id);
  else if (decision.type === 'together-asked') {
    together.set(id, { id, rows: decision.rows, askedBy: author, isAgreed: false });
  } else {
    const before = together.get(id);
    if (before) together.set(id, { ...before, isAgreed: true });
  }
}

/**
 * What stands now, by what the groups' documents hold: a row that was removed, or is about something else now, ends it until
 * it is back; when both rows are gone nothing is left to show. What could not be read ends nothing.
 */
export function togetherViews(
  together: ReadonlyMap<TogetherId, TogetherState>,
  strategies: ReadonlyMap<GroupId, Pick<StrategyReading, 'rows' | 'isWhole'>>,
): Record<TogetherId, TogetherView> {
  const views = keyed<TogetherId, TogetherView>();
  for (const { id, rows, isAgreed } of together.values()) {
    const [first, second] = rows.map(({ groupId, row }) => {
      const strategy = strategies.get(groupId);
      const about = strategy?.rows.get(row);
      return about === undefined && !strategy?.isWhole ? 'not-read' : about;
    });
    if (first === undefined && second === undefined) continue;
    const isKnown = first !== 'not-read' && second !== 'not-read';
    const isEnded = first === undefined || second === undefined || (isKnown && (first === null || first !== second));
    views[id] = { rows, state: isEnded ? 'ended' : isAgreed ? 'agreed' : 'asked' };
  }
  return views;
}
