import type { VoteId, WorkshopId } from '@board/shared/ids';
import type { VoteView } from '@board/shared/live-view';
import { forget, keep, readKept } from './kept-papers.ts';
import { mayStillLift } from './lifting.ts';
import {
  blocksAmong,
  blocksKey,
  type KeptPapers,
  papersKey,
  parseBlocks,
  parsePapers,
  withNumbers,
} from './paper-ballots.ts';

/** The paper ballots that this browser has entered in a secret vote; null where it has entered none. */
export function storedPapers(workshop: WorkshopId, vote: VoteId): KeptPapers | null {
  return parsePapers(readKept(papersKey(workshop, vote)));
}

/** Forgets the paper ballots of a vote that is closed, but for the numbers of blocks as long as these may be lifted. */
export function settlePapers(workshop: WorkshopId, vote: VoteView, now: number): void {
  if (vote.result === null) return;
  const blocks = blocksKey(workshop, vote.id);
  const kept = storedPapers(workshop, vote.id);
  if (!mayStillLift(vote, now)) forget(blocks);
  else if (kept) keep(blocks, withNumbers(parseBlocks(readKept(blocks)), blocksAmong(kept)));
  forget(papersKey(workshop, vote.id));
}
