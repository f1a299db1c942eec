import type { EnterByHand } from '@board/shared/commands-votes';
import { paperNumber, readHandCode } from '@board/shared/consensus/hand-code';
import { type Position, positions, type Tally, turnoutOf } from '@board/shared/consensus/rules';
import type { VoteId, WorkshopId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { papersPrefix } from './kept-papers.ts';

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

/** True for the same numbers with the same remarks, in whatever order these stand. */
export function isSameEntry(one: HandEntry, other: HandEntry): boolean {
  const said = ({ remarks }: HandEntry): string =>
    JSON.stringify(
      remarks
        .filter(({ text }) => text.trim() !== '')
        .map(({ position, text }) => [position, text.trim()])
        .sort(),
    );
  return positions.every((position) => one.tally[position] === other.tally[position]) && said(one) === said(other);
}

type PaperBallots = Extract<EnterByHand, { ballots: unknown }>;

/** What this browser keeps of the paper ballots it has entered, so that they can be corrected. */
export interface KeptPapers {
  /** From it the ballots' numbers follow (shared/consensus/hand-code.ts). */
  code: string;
  entry: HandEntry;
}

/**
 * The paper ballots of an entry, one under each number of the code. So an entry that is sent once more, or corrected, from
 * here or from another device, replaces the ballots; those that are too many are taken back.
 */
export function paperBallots({ code, entry }: KeptPapers, seats: number): PaperBallots {
  const reasons = new Map(
    positions.map((position) => [position, entry.remarks.filter((one) => one.position === position)]),
  );
  const cast = positions.flatMap((position) =>
    Array.from({ length: entry.tally[position] }, (_, place) => {
      const text = reasons.get(position)?.[place]?.text.trim() ?? '';
      return { position, ...(text === '' ? {} : { reason: text }) };
    }),
  );
  const ballots = cast.map((ballot, place) => ({ ...ballot, paper: paperNumber(code, place) }));
  return { ballots, takenBack: numbersOf(code, seats).slice(cast.length) };
}

/** All numbers that the ballots of so many people may have. */
export function numbersOf(code: string, seats: number): string[] {
  return Array.from({ length: Math.min(seats, limits.handBallots) }, (_, place) => paperNumber(code, place));
}

/** The numbers of the blocks among paper ballots that were entered: what is kept of them after closing, while blocks may be lifted. */
export function blocksAmong({ code, entry }: KeptPapers): string[] {
  const taken = positions.flatMap((position) => Array.from({ length: entry.tally[position] }, () => position));
  return taken.flatMap((position, place) => (position === 'block' ? [paperNumber(code, place)] : []));
}

/** What a browser keeps after closing, while blocks among paper ballots may be lifted: numbers. */
export interface KeptBlocks {
  /** Of ballots that may be blocks. */
  left: readonly string[];
  /** Of those that were lifted from here, or are none. */
  gone: readonly string[];
}

/** Further ballots among which there may be blocks; those that were looked at already are not looked at again. */
export function withNumbers({ left, gone }: KeptBlocks, numbers: readonly string[]): KeptBlocks {
  const more = numbers.filter((one) => !left.includes(one) && !gone.includes(one));
  return { left: [...left, ...more], gone };
}

/** Reads numbers that were kept for lifting; none for what is not of our shape. */
export function parseBlocks(text: string | null): KeptBlocks {
  const none = { left: [], gone: [] };
  const isPaper = (one: unknown): boolean => typeof one === 'string' && /^[0-9a-f]{64}$/.test(one);
  try {
    const { left, gone } = JSON.parse(text ?? '') as KeptBlocks;
    return left.every(isPaper) && gone.every(isPaper) ? { left, gone } : none;
  } catch {
    return none;
  }
}

/** True when nothing is missing: at most `seats` ballots, and each block with its reason. */
export function faultOf(entry: HandEntry, seats: number, isSecret: boolean): 'too-many' | 'reason' | null {
  if (turnoutOf(entry.tally) > seats) return 'too-many';
  const reasons = entry.remarks.filter((one) => one.position === 'block' && one.text.trim() !== '').length;
  const needed = isSecret ? entry.tally.block : Math.min(1, entry.tally.block);
  return reasons < needed ? 'reason' : null;
}

/** Where this browser keeps what it has entered in a vote. */
export function papersKey(workshop: WorkshopId, vote: VoteId): string {
  return `${papersPrefix}:${workshop}:${vote}`;
}

/** Where it keeps, after closing, the numbers of blocks that may be lifted. */
export function blocksKey(workshop: WorkshopId, vote: VoteId): string {
  return `${papersPrefix}-blocks:${workshop}:${vote}`;
}

/** Reads what was kept; null for what is not of our shape. */
export function parsePapers(text: string | null): KeptPapers | null {
  if (text === null) return null;
  try {
    const { code, entry } = JSON.parse(text) as KeptPapers;
    const isSound =
      readHandCode(code) === code &&
      positions.every((position) => Number.isInteger(entry.tally[position])) &&
      entry.remarks.every(({ position, text }) => positions.includes(position) && typeof text === 'string');
    return isSound ? { code, entry } : null;
  } catch {
    return null;
  }
}
