import { type Position, positions } from '@board/shared/consensus/rules';
import { type GroupId, isId, type PersonId, type VoteId } from '@board/shared/ids';

/** One ballot as it lies in the box. Nothing in it tells whose it is or when it came. */
export interface Ballot {
  position: Position;
  reason: string;
}

/** What a vote keeps until it is closed. Who collected a paper and which paper said what are never on one sheet. */
export interface BoxContents {
  /** Secret votes: person → the covered paper that was stamped. */
  roll: ReadonlyMap<PersonId, string>;
  /** Secret votes: paper → ballot. Open votes: person → ballot, and those of raised hands under `handKey`. */
  ballots: ReadonlyMap<string, Ballot>;
  /** How many of the ballots the facilitator has entered for people without a phone. In a secret vote nobody knows which. */
  byHand: number;
}

export const emptyBox: BoxContents = { roll: new Map(), ballots: new Map(), byHand: 0 };

/** The names of a vote's sheets. */
export function sheetNames(vote: VoteId): { stamp: string; roll: string; box: string; hand: string } {
  return { stamp: `stamp/${vote}`, roll: `roll/${vote}`, box: `box/${vote}`, hand: `hand/${vote}` };
}

/** The key of one ballot of a group's show of hands, in an open vote. */
export function handKey(group: GroupId | null, place: number): string {
  return `${handPrefix}${group ?? ''}/${place}`;
}

/** The group whose show of hands a ballot belongs to (null: people in no group); undefined for a ballot of a person. */
export function groupOfHands(key: string): GroupId | null | undefined {
  if (!key.startsWith(handPrefix)) return undefined;
  const group = key.slice(handPrefix.length, key.lastIndexOf('/'));
  return isId<GroupId>(group) ? group : null;
}

/** No id of a person begins like this. */
const handPrefix = 'hand/';

/** The vote that a sheet belongs to, or null for a sheet of another kind. */
export function voteOfSheet(name: string): VoteId | null {
  const match = /^(?:stamp|roll|box|hand)\/(.+)$/.exec(name);
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

/** Reads a sheet of texts, such as a roll. Throws RangeError when it is not one. */
export function decodeTexts<Key extends string>(bytes: Uint8Array): Map<Key, string> {
  return new Map(
    decodePairs(bytes).map(([key, text]) => {
      if (typeof text !== 'string') throw new RangeError('not a sheet of texts');
      return [key as Key, text];
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

/** The sheet that says how many ballots were entered by hand. */
export function encodeCount(byHand: number): Uint8Array {
  return encodeSheet(new Map([['byHand', String(byHand)]]));
}

/** Reads it. Throws RangeError when it is not one. */
export function decodeCount(bytes: Uint8Array): number {
  const text = decodeTexts(bytes).get('byHand') ?? '';
  if (!/^\d{1,6}$/.test(text)) throw new RangeError('not a count');
  return Number(text);
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
