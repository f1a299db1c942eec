import type { EnterByHand } from '@board/shared/commands-votes';
import { type Position, positions, type Tally, turnoutOf } from '@board/shared/consensus/rules';
import type { VoteId, WorkshopId } from '@board/shared/ids';

/** What a facilitator enters for people without a phone: how many took each position, and what was said with it. */
export interface HandEntry {
  tally: Tally;
  /** In any number up to that of the position; each block needs one in a secret vote, at least one of them in an open one. */
  remarks: readonly { position: Position; text: string }[];
}

export const nothingEntered: HandEntry = {
  tally: { agree: 0, reservation: 0, 'stand-aside': 0, block: 0 },
  remarks: [],
};

type PaperBallots = Extract<EnterByHand, { ballots: unknown }>;

/** What this browser keeps of the paper ballots it has entered, so that they can be corrected: their numbers, made here. */
export interface KeptPapers {
  papers: readonly string[];
  entry: HandEntry;
}

/**
 * The paper ballots of an entry, one under each number. Numbers of before are used again, so that an entry that is sent
 * once more, or corrected, replaces its ballots; those that are too many are taken back.
 */
export function paperBallots(
  entry: HandEntry,
  before: readonly string[],
  newPaper: () => string,
): { command: PaperBallots; papers: string[] } {
  const reasons = new Map(
    positions.map((position) => [position, entry.remarks.filter((one) => one.position === position)]),
  );
  const cast = positions.flatMap((position) =>
    Array.from({ length: entry.tally[position] }, (_, place) => {
      const text = reasons.get(position)?.[place]?.text.trim() ?? '';
      return { position, ...(text === '' ? {} : { reason: text }) };
    }),
  );
  const papers = cast.map((_, place) => before[place] ?? newPaper());
  const ballots = cast.map((ballot, place) => ({ ...ballot, paper: papers[place] ?? '' }));
  return { command: { ballots, takenBack: before.slice(cast.length) }, papers };
}

/** The numbers of the blocks among paper ballots that were entered: what is kept of them after closing, while blocks may be lifted. */
export function blocksAmong({ papers, entry }: KeptPapers): string[] {
  const taken = positions.flatMap((position) => Array.from({ length: entry.tally[position] }, () => position));
  return papers.filter((_, place) => taken[place] === 'block');
}

/** Reads numbers that were kept for lifting; none for what is not of our shape. */
export function parseBlocks(text: string | null): string[] {
  try {
    const blocks: unknown = JSON.parse(text ?? '[]');
    const isPaper = (one: unknown): one is string => typeof one === 'string' && /^[0-9a-f]{64}$/.test(one);
    return Array.isArray(blocks) && blocks.every(isPaper) ? blocks : [];
  } catch {
    return [];
  }
}

/** True when nothing is missing: at most `seats` ballots, and each block with its reason. */
export function faultOf(entry: HandEntry, seats: number, isSecret: boolean): 'too-many' | 'reason' | null {
  if (turnoutOf(entry.tally) > seats) return 'too-many';
  const reasons = entry.remarks.filter((one) => one.position === 'block' && one.text.trim() !== '').length;
  const needed = isSecret ? entry.tally.block : Math.min(1, entry.tally.block);
  return reasons < needed ? 'reason' : null;
}

/** A number that nobody can guess, in 64 hexadecimal digits. Needs no secure context. */
export function newPaperNumber(): string {
  return [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Where this browser keeps what it has entered in a vote. */
export function papersKey(workshop: WorkshopId, vote: VoteId): string {
  return `board:paper:${workshop}:${vote}`;
}

/** Where it keeps, after closing, the numbers of blocks that may be lifted. */
export function blocksKey(workshop: WorkshopId, vote: VoteId): string {
  return `board:paper-blocks:${workshop}:${vote}`;
}

/** Reads what was kept; nothing for what is not of our shape. */
export function parsePapers(text: string | null): KeptPapers {
  const none = { papers: [], entry: nothingEntered };
  if (text === null) return none;
  try {
    const { papers, entry } = JSON.parse(text) as KeptPapers;
    const isSound =
      papers.every((paper) => /^[0-9a-f]{64}$/.test(paper)) &&
      positions.every((position) => Number.isInteger(entry.tally[position])) &&
      entry.remarks.every(({ position, text }) => positions.includes(position) && typeof text === 'string');
    return isSound ? { papers, entry } : none;
  } catch {
    return none;
  }
}
