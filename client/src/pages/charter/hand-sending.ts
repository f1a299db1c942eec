import type { GroupId, VoteId, WorkshopId } from '@board/shared/ids';
import type { VoteView } from '@board/shared/live-view';
import { fail } from '@board/shared/result';
import { enterByHand, liftBlock } from '../../api/commands.ts';
import {
  blocksAmong,
  blocksKey,
  type HandEntry,
  type KeptPapers,
  newPaperNumber,
  paperBallots,
  papersKey,
  parseBlocks,
  parsePapers,
} from '../../vote/paper-ballots.ts';
import { forget, keep, readKept } from './kept-papers.ts';

/** The paper ballots that this browser has entered in a secret vote. */
export function storedPapers(workshop: WorkshopId, vote: VoteId): KeptPapers {
  return parsePapers(readKept(papersKey(workshop, vote)));
}

/** Enters paper ballots, in place of those that this browser has entered before. Their numbers are kept before they are sent: a lost answer is asked for again with the same. */
export function sendPapers(workshop: WorkshopId, vote: VoteId, entry: HandEntry): ReturnType<typeof enterByHand> {
  const before = storedPapers(workshop, vote);
  const { command, papers } = paperBallots(entry, before.papers, newPaperNumber);
  // Those that are taken back are known until the next entry: the server may not hear of this one.
  keep(papersKey(workshop, vote), { papers: [...papers, ...(command.takenBack ?? [])], entry });
  return enterByHand(workshop, vote, command);
}

/** Enters a group's show of hands in an open vote, in place of an earlier one. */
export function sendHands(
  workshop: WorkshopId,
  vote: VoteId,
  groupId: GroupId | null,
  { tally, remarks }: HandEntry,
): ReturnType<typeof enterByHand> {
  const said = remarks.filter(({ text }) => text.trim() !== '');
  return enterByHand(workshop, vote, { groupId, tally, remarks: [...said] });
}

/** Forgets the paper ballots of a vote that is closed, but for the numbers of blocks as long as these may be lifted. */
export function settlePapers(workshop: WorkshopId, { id, result, slotUntil }: VoteView): void {
  if (result === null) return;
  const blocks = blocksKey(workshop, id);
  const kept = storedPapers(workshop, id);
  if (slotUntil === null) forget(blocks);
  else if (kept.papers.length > 0) keep(blocks, blocksAmong(kept));
  forget(papersKey(workshop, id));
}

/**
 * Lifts one block among the paper ballots that this browser has entered, as a phone does: without a session. `no-block` when
 * there is none left. One whose answer was lost is tried again first.
 */
export async function liftPaperBlock(workshop: WorkshopId, vote: VoteId): ReturnType<typeof liftBlock> {
  const key = blocksKey(workshop, vote);
  for (const paper of parseBlocks(readKept(key))) {
    const answer = await liftBlock(workshop, vote, { paper });
    if (!answer.ok && answer.problem.code !== 'no-block') return answer;
    keep(
      key,
      parseBlocks(readKept(key)).filter((one) => one !== paper),
    );
    if (answer.ok) return answer;
  }
  return fail({ code: 'no-block', message: 'no block left' });
}
