import { quorumNeeded } from '@board/shared/consensus/rules';
import type { CharterItemId } from '@board/shared/ids';
import type { LiveView, VoteScope, VoteView } from '@board/shared/live-view';

/** The open votes, the oldest first. */
export function openVotes(view: LiveView): VoteView[] {
  return Object.values(view.votes)
    .filter((vote) => vote.result === null)
    .sort((a, b) => a.openedAt - b.openedAt);
}

/** The closed votes, the last closed first. */
export function closedVotes(view: LiveView): VoteView[] {
  const closedAt = (vote: VoteView): number => vote.result?.closedAt ?? 0;
  return Object.values(view.votes)
    .filter((vote) => vote.result !== null)
    .sort((a, b) => closedAt(b) - closedAt(a));
}

/** An item's number in the charter, from 1; null when it is gone. */
function itemNumber(view: LiveView, item: CharterItemId): number | null {
  const place = view.charter.items.findIndex((one) => one.id === item);
  return place < 0 ? null : place + 1;
}

/** What a vote is on, in the form that the words under `about` and `of` take. */
export function subjectOf(
  view: LiveView,
  scope: VoteScope,
): { key: 'charter' | 'removed'; number: 0 } | { key: 'item'; number: number } {
  if (scope.kind === 'charter') return { key: 'charter', number: 0 };
  const number = itemNumber(view, scope.itemId);
  return number === null ? { key: 'removed', number: 0 } : { key: 'item', number };
}

/** The quorum in ballots, and how many are still missing. */
export function quorumFacts(vote: Pick<VoteView, 'rollSize' | 'quorum' | 'turnout'>): {
  needed: number;
  missing: number;
} {
  const needed = quorumNeeded(vote.rollSize, vote.quorum);
  return { needed, missing: Math.max(0, needed - vote.turnout) };
}
