import type { LiveView, VoteView } from '@board/shared/live-view';

/** The votes that can be voted in now, the latest opened first. */
export function openVotes(view: LiveView): VoteView[] {
  return Object.values(view.votes)
    .filter((vote) => vote.result === null)
    .toSorted((a, b) => b.openedAt - a.openedAt);
}
