import { type Position, positions } from '@board/shared/consensus/rules';
import type { PersonId, VoteId } from '@board/shared/ids';

/** One ballot as it lies in the box. Nothing in it tells whose it is or when it came. */
export interface Ballot {
  position: Position;
  reason: string;
}

/** What a vote keeps until it is closed. Who collected a paper and which paper said what are never on one sheet. */
export interface BoxContents {
  /** Secret votes: person → the covered paper that was stamped. */
  roll: ReadonlyMap<PersonId, string>;
  /** Secret votes: paper → ballot. Open votes: person → ballot. */
  ballots: ReadonlyMap<string, Ballot>;
}

export const emptyBox: BoxContents = { roll: new Map(), ballots: new Map() };

/** The names of a vote's sheets. */
export function sheetNames(vote: VoteId): { stamp: string; roll: string; box: string } {
  return { stamp: `stamp/${vote}`, roll: `roll/${vote}`, box: `box/${vote}` };
}

/** The vote that a sheet belongs to, or null for a sheet of another kind. */
export function voteOfSheet(name: string): VoteId | null {
  const match = /^(?:stamp|roll|box)\/(.+)$/.exec(name);
  return match ? (match[1] as VoteId) : null;
}

/** A sheet's bytes: the pairs sorted by key, so that the order in which they came is not in them. */
export function encodeSheet(pairs: ReadonlyMap<string, string | Ballot>): Uint8Array {
  const sorted = [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
  const written = sorted.map(([key, value]) =>
    typeof value === 'string' ? [key, value] : [key, value.position, value.reason],
  );
  return new TextEncoder().encode(JSON.stringify(written));
}

/** Reads a roll sheet. Throws RangeError when it is not one. */
export function decodeRoll(bytes: Uint8Array): Map<PersonId, string> {
  return new Map(
    decodePairs(bytes).map(([person, covered]) => {
      if (typeof covered !== 'string') throw new RangeError('not a roll sheet');
      return [person as PersonId, covered];
    }),
  );
}

/** Reads a box sheet. Throws RangeError when it is not one. */
export function decodeBallots(bytes: Uint8Array): Map<string, Ballot> {
  return new Map(
    decodePairs(bytes).map(([paper, position, reason]) => {
      if (!isPosition(position) || typeof reason !== 'string') throw new RangeError('not a box sheet');
      return [paper, { position, reason }];
    }),
  );
}

/** True for one of the four positions. */
export function isPosition(text: unknown): text is Position {
  return (positions as readonly unknown[]).includes(text);
}

function decodePairs(bytes: Uint8Array): [string, ...unknown[]][] {
  const list: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (!Array.isArray(list)) throw new RangeError('not a sheet');
  for (const pair of list) if (!Array.isArray(pair) || typeof pair[0] !== 'string') throw new RangeError('not a sheet');
  return list as [string, ...unknown[]][];
}
