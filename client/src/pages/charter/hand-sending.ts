import type { GroupId, VoteId, WorkshopId } from '@board/shared/ids';
import { enterByHand } from '../../api/commands.ts';
import {
  type HandEntry,
  type KeptPapers,
  newPaperNumber,
  paperBallots,
  papersKey,
  parsePapers,
} from '../../vote/paper-ballots.ts';

/** For browsers that forbid storage: lasts as long as the page. */
const memory = new Map<string, string>();

/** The paper ballots that this browser has entered in a secret vote. */
export function storedPapers(workshop: WorkshopId, vote: VoteId): KeptPapers {
  const key = papersKey(workshop, vote);
  try {
    return parsePapers(localStorage.getItem(key) ?? memory.get(key) ?? null);
  } catch {
    return parsePapers(memory.get(key) ?? null);
  }
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

/** Forgets the paper ballots of a vote that is closed. */
export function forgetPapers(workshop: WorkshopId, vote: VoteId): void {
  const key = papersKey(workshop, vote);
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept there.
  }
}

function keep(key: string, kept: KeptPapers): void {
  const text = JSON.stringify(kept);
  memory.set(key, text);
  try {
    localStorage.setItem(key, text);
  } catch {
    // The page remembers.
  }
}
