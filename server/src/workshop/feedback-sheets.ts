import type { FeedbackId, PersonId, PresentationId } from '@board/shared/ids';
import { isId } from '@board/shared/ids';
import { type FeedbackMarks, feedbackKinds } from '@board/shared/presentation';
import type { NamelessPiece } from './decisions.ts';

/** What a presentation's box keeps until it has ended. Who collected slips, and which slip said what, are never on one sheet. */
export interface FeedbackContents {
  /** Person → the covered slips that were stamped. */
  roll: ReadonlyMap<PersonId, readonly string[]>;
  /** Slip → what it said. */
  pieces: ReadonlyMap<string, NamelessPiece>;
}

export const emptyFeedback: FeedbackContents = { roll: new Map(), pieces: new Map() };

/** What one request adds to a box, or changes in it. */
export type FeedbackChange =
  | { person: PersonId; covered: readonly string[] }
  | { slip: string; piece: NamelessPiece }
  | { marked: FeedbackId; marks: FeedbackMarks };

/** The names of a presentation's sheets. */
export function feedbackSheets(id: PresentationId): { stamp: string; roll: string; box: string } {
  return { stamp: `slip-stamp/${id}`, roll: `slip-roll/${id}`, box: `slip-box/${id}` };
}

/** The presentation that a sheet belongs to, or null for a sheet of another kind. */
export function presentationOfSheet(name: string): PresentationId | null {
  const match = /^slip-(?:stamp|roll|box)\/(.+)$/.exec(name);
  return match ? (match[1] as PresentationId) : null;
}

/** A sheet's bytes, sorted by key: the order in which things came is not in them. */
export function encodeFeedbackSheet(pairs: ReadonlyMap<string, unknown>): Uint8Array {
  return new TextEncoder().encode(JSON.stringify([...pairs].sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Reads the two sheets. Throws RangeError when they are none of ours. */
export function decodeFeedback(roll: Uint8Array, box: Uint8Array): FeedbackContents {
  const slips = readPairs(roll).map(([person, covered]): [PersonId, string[]] => {
    if (!Array.isArray(covered) || covered.some((one) => typeof one !== 'string')) throw new RangeError('not a roll');
    return [person as PersonId, covered as string[]];
  });
  const pieces = readPairs(box).map(([slip, piece]): [string, NamelessPiece] => {
    if (!isPiece(piece)) throw new RangeError('not a box');
    return [slip, piece];
  });
  return { roll: new Map(slips), pieces: new Map(pieces) };
}

function readPairs(bytes: Uint8Array): [string, unknown][] {
  const list: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (!Array.isArray(list) || list.some((pair) => !Array.isArray(pair) || typeof pair[0] !== 'string'))
    throw new RangeError('not a sheet');
  return list as [string, unknown][];
}

function isPiece(value: unknown): value is NamelessPiece {
  const piece = (value ?? {}) as Partial<NamelessPiece>;
  const areMarks = [piece.hidden, piece.starred, piece.takenUp].every((mark) => typeof mark === 'boolean');
  const isSaid = typeof piece.text === 'string' && (feedbackKinds as readonly unknown[]).includes(piece.kind);
  return isId(piece.id) && areMarks && isSaid && typeof piece.changes === 'number';
}

/** The contents after some changes, in their order. Pure; a mark on what is not there changes nothing. */
export function withChanges(stored: FeedbackContents, changes: readonly FeedbackChange[]): FeedbackContents {
  const roll = new Map(stored.roll);
  const pieces = new Map(stored.pieces);
  for (const change of changes) {
    if ('person' in change) roll.set(change.person, change.covered);
    else if ('slip' in change) pieces.set(change.slip, change.piece);
    else {
      const found = [...pieces].find(([, piece]) => piece.id === change.marked);
      if (found) pieces.set(found[0], { ...found[1], ...change.marks, changes: found[1].changes + 1 });
    }
  }
  return { roll, pieces };
}
