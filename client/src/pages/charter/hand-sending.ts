import type { GroupId, VoteId, WorkshopId } from '@board/shared/ids';
import type { VoteView } from '@board/shared/live-view';
import { fail } from '@board/shared/result';
import { enterByHand, liftBlock } from '../../api/commands.ts';
import { keep, readKept } from '../../vote/kept-papers.ts';
import {
  blocksKey,
  type HandEntry,
  type KeptPapers,
  numbersOf,
  paperBallots,
  papersKey,
  parseBlocks,
  withNumbers,
} from '../../vote/paper-ballots.ts';

/** Enters paper ballots, in place of those that were entered under the same code. They are kept before they are sent: what a lost answer leaves open is sent again under the same numbers. */
export function sendPapers(
  workshop: WorkshopId,
  { id, roll }: Pick<VoteView, 'id' | 'roll'>,
  papers: KeptPapers,
): ReturnType<typeof enterByHand> {
  keep(papersKey(workshop, id), papers);
  return enterByHand(workshop, id, paperBallots(papers, roll.byHand));
}

/** Enters a group's show of hands in an open vote, in place of the one that was seen: `hands-moved` if another one is in the box by now. */
export function sendHands(
  workshop: WorkshopId,
  vote: VoteId,
  groupId: GroupId | null,
  { entry, seen }: { entry: HandEntry; seen: HandEntry },
): ReturnType<typeof enterByHand> {
  const bare = ({ tally, remarks }: HandEntry) => ({
    tally,
    remarks: remarks.filter(({ text }) => text.trim() !== ''),
  });
  return enterByHand(workshop, vote, { groupId, ...bare(entry), seen: bare(seen) });
}

/** Ballots that were entered on another device, under this code, are looked through from here too. */
export function takeUpCode(workshop: WorkshopId, { id, roll }: Pick<VoteView, 'id' | 'roll'>, code: string): void {
  const key = blocksKey(workshop, id);
  keep(key, withNumbers(parseBlocks(readKept(key)), numbersOf(code, roll.byHand)));
}

/**
 * Lifts one block among the paper ballots whose numbers this browser has, as a phone does: without a session. `no-block` when
 * there is none left. One whose answer was lost is tried again first.
 */
export async function liftPaperBlock(workshop: WorkshopId, vote: VoteId): ReturnType<typeof liftBlock> {
  const key = blocksKey(workshop, vote);
  for (const paper of parseBlocks(readKept(key)).left) {
    const answer = await liftBlock(workshop, vote, { paper });
    if (!answer.ok && answer.problem.code !== 'no-block') return answer;
    const { left, gone } = parseBlocks(readKept(key));
    keep(key, { left: left.filter((one) => one !== paper), gone: [...gone, paper] });
    if (answer.ok) return answer;
  }
  return fail({ code: 'no-block', message: 'no block left' });
}
