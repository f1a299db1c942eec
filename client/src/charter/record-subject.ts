import type { CharterItemId } from '@board/shared/ids';
import type { AdoptionRecord, VoteScope, VoteView } from '@board/shared/live-view';

/** What a vote is on: the whole, an item by its number from 1, or one that is gone or was left out. */
export type VoteSubject = { key: 'charter' | 'removed' | 'leftOut'; number: 0 } | { key: 'item'; number: number };

/** What a vote was on, by the numbers of the adopted charter, in the form that the words under `of` take. */
export function subjectIn(
  { items, leftOut = [] }: { items: readonly { id?: CharterItemId }[]; leftOut?: AdoptionRecord['leftOut'] },
  scope: VoteScope,
  /** Where it stands among the votes: records of earlier versions have no ids, and one vote for each item in order. */
  place: number,
): VoteSubject {
  if (scope.kind === 'charter') return { key: 'charter', number: 0 };
  if (items.length > 0 && items.every(({ id }) => id === undefined)) return { key: 'item', number: place + 1 };
  const at = items.findIndex(({ id }) => id === scope.itemId);
  if (at >= 0) return { key: 'item', number: at + 1 };
  return { key: leftOut.some(({ id }) => id === scope.itemId) ? 'leftOut' : 'removed', number: 0 };
}

/** The words that a vote was on are those that were adopted. */
export function isAsAdopted({ scope, fingerprint }: VoteView, { items, fingerprint: of }: AdoptionRecord): boolean {
  if (scope.kind === 'charter') return fingerprint === of;
  const item = items.find(({ id }) => id === scope.itemId);
  return item === undefined ? items.every(({ id }) => id === undefined) : item.fingerprint === fingerprint;
}
