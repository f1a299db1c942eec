import type { AdoptionRecord, VoteScope } from '@board/shared/live-view';

/** What a vote was on, by the numbers of the adopted charter, in the form that the words under `of` take. */
export function subjectIn(
  items: AdoptionRecord['items'],
  scope: VoteScope,
  /** Where it stands among the votes: records of earlier versions have no ids, and one vote for each item in order. */
  place: number,
): { key: 'charter' | 'removed'; number: 0 } | { key: 'item'; number: number } {
  if (scope.kind === 'charter') return { key: 'charter', number: 0 };
  if (items.every(({ id }) => id === undefined)) return { key: 'item', number: place + 1 };
  const at = items.findIndex(({ id }) => id === scope.itemId);
  return at < 0 ? { key: 'removed', number: 0 } : { key: 'item', number: at + 1 };
}
