import { quorumNeeded } from '@board/shared/consensus/rules';
import type { LiveView, VoteScope, VoteView } from '@board/shared/live-view';
import { subjectIn, type VoteSubject } from '../charter/record-subject.ts';

/** The open votes, the oldest first. */
export function openVotes(view: LiveView): VoteView[] {
  return Object.values(view.votes)
    .filter((vote) => vote.result === null)
    .sort((a, b) => a.openedAt - b.openedAt);
}

/** The open vote that stands on the wall, and the others that are open. */
export function voteOnWall(view: LiveView): { vote: VoteView | undefined; others: VoteView[] } {
  const open = openVotes(view);
  const vote = open.find(({ id }) => id === view.screen.vote) ?? open[0];
  return { vote, others: open.filter((one) => one !== vote) };
}

/** The closed votes, the last closed first. */
export function closedVotes(view: LiveView): VoteView[] {
  const closedAt = (vote: VoteView): number => vote.result?.closedAt ?? 0;
  return Object.values(view.votes)
    .filter((vote) => vote.result !== null)
    .sort((a, b) => closedAt(b) - closedAt(a));
}

/** What a vote is on, in the form that the words under `about` and `of` take. Once the charter is adopted, by the numbers of its record. */
export function subjectOf({ charter }: LiveView, scope: VoteScope): VoteSubject {
  const { adopted, items } = charter;
  // A record of an earlier version has no ids; all items were in it then.
  return subjectIn(adopted?.items.some(({ id }) => id !== undefined) ? adopted : { items }, scope, 0);
}

/** The quorum in ballots, and how many are still missing. */
export function quorumFacts(vote: Pick<VoteView, 'rollSize' | 'quorum' | 'turnout'>): {
  needed: number;
  missing: number;
} {
  const needed = quorumNeeded(vote.rollSize, vote.quorum);
  return { needed, missing: Math.max(0, needed - vote.turnout) };
}

/** People of organisations were on the roll, and it is not counted by them: a secret vote would give small ones away. */
export function isNotByOrganisation({ secrecy, roll }: Pick<VoteView, 'secrecy' | 'roll'>): boolean {
  return secrecy === 'secret' && roll.organisations > 0;
}
