import type { ErrorCode } from '@board/shared/errors';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';
import type { Clock } from '../ports.ts';
import { isKnown } from './apply.ts';
import type { ClientIds } from './client-ids.ts';
import { type DocumentSize, type Growth, growthOf } from './document-size.ts';
import { Effort } from './effort.ts';
import type { Seated } from './seated.ts';
import { type CheckedUpdate, checkUpdate, valuesIn } from './strict.ts';
import { Ahead, type Placed, Weigher } from './weigher.ts';

/** What becomes of a member's update. */
export type Verdict =
  | { is: 'dismissed'; reason: CloseReason }
  | { is: 'denied'; why: ErrorCode }
  /** The document has all of it already. */
  | { is: 'known' }
  /** It repeats what is known, from somebody who may not write: y-websocket does so by itself, and means nothing by it. */
  | { is: 'echo' }
  /** To be stored: the part that is new, and what is known of it. */
  | (Accepted & { is: 'accepted'; update: Uint8Array });

/** Judges updates before they are stored, against the document and what is on its way into it. */
export interface Intake {
  judge(seat: Seated, update: Uint8Array): Verdict;
  /** An accepted update is on its way. */
  entered(one: Accepted): void;
  /** Only these are on their way now. */
  left(remaining: Iterable<Accepted>): void;
}

/** What is on its way: see `CheckedUpdate` for `ends` (its writers) and `lists`. */
export interface Accepted {
  update: Uint8Array | null;
  ends: ReadonlyMap<number, number>;
  lists: ReadonlyMap<number, number>;
  placed: ReadonlyMap<number, readonly Placed[]>;
  growth: Growth;
}

export interface IntakeParts {
  doc: Y.Doc;
  ids: ClientIds;
  size: DocumentSize;
  clock: Clock;
}

export function intake({ doc, ids, size, clock }: IntakeParts): Intake {
  /** How far each client id reaches with what is on its way. */
  const ends = new Map<number, number>();
  const listsAhead = new Map<number, number>();
  const ahead = new Ahead();
  const underWay: Growth = { bytes: 0, structs: 0 };
  const effort = new Effort(clock);

  const enter = (one: Accepted): void => {
    for (const [client, end] of one.ends) {
      if (end < (ends.get(client) ?? 0)) continue;
      ends.set(client, end);
      listsAhead.set(client, one.lists.get(client) ?? 0);
    }
    ahead.enter(one.placed);
    underWay.bytes += one.growth.bytes;
    underWay.structs += one.growth.structs;
  };
  const listBefore = (client: number, at: number): number => {
    if (ends.has(client)) return ends.get(client) === at ? (listsAhead.get(client) ?? 0) : 0;
    const last = doc.store.clients.get(client)?.at(-1);
    return last && last.id.clock + last.length === at ? valuesIn(last) : 0;
  };
  const stateOf = (client: number): number => Math.max(Y.getState(doc.store, client), ends.get(client) ?? 0);

  const judgeAllowed = (seat: Seated, checked: CheckedUpdate, weigher: Weigher): Verdict => {
    const { member } = seat;
    const isOwn = [...checked.writers.keys()].every((client) => ids.claim(client, member));
    // A write that was held back while its sender left must not claim anything for the absent.
    if (seat.isGone) ids.release(member.connection);
    if (!isOwn) return { is: 'dismissed', reason: 'foreign-client-id' };
    if (!effort.take(member.person.id, weigher.steps)) return { is: 'dismissed', reason: 'too-many-requests' };
    const { update, writers, lists } = checked;
    const structs = [...weigher.placed.values()].reduce((sum, { length }) => sum + length, 0);
    const growth = growthOf(update.byteLength, structs, weigher.cuts);
    if (!size.hasRoomFor(growth, underWay)) return { is: 'denied', why: 'too-large' };
    const isTooMuchWaiting =
      underWay.bytes + growth.bytes > limits.unstoredBytes || underWay.structs + structs > limits.structsUnderWay;
    if (isTooMuchWaiting) return { is: 'dismissed', reason: 'not-stored' };
    for (const client of writers.keys()) ids.keep(client, member.person.id);
    // A copy of its own: while the disk refuses, a few bytes must not keep the whole chunk alive that they came in.
    const fresh = checked.repeats ? Y.diffUpdate(update, Y.encodeStateVector(doc)) : update.slice();
    return { is: 'accepted', update: fresh, ends: writers, lists, placed: weigher.placed, growth };
  };

  return {
    judge(seat, update) {
      const right = seat.member.mayWrite();
      const weigher = new Weigher(doc, ahead);
      const checked = checkUpdate(update, stateOf, listBefore, { doc, weigher });
      if (!right.allowed) {
        if (checked.ok && isKnown(doc, checked.value)) return { is: 'echo' };
        const isMalformed = !checked.ok && checked.problem === 'malformed-update';
        return isMalformed ? { is: 'dismissed', reason: checked.problem } : { is: 'denied', why: right.why };
      }
      if (!checked.ok) return { is: 'dismissed', reason: checked.problem };
      if (isKnown(doc, checked.value)) return { is: 'known' };
      return judgeAllowed(seat, checked.value, weigher);
    },
    entered: enter,
    left(remaining) {
      ends.clear();
      listsAhead.clear();
      ahead.clear();
      underWay.bytes = 0;
      underWay.structs = 0;
      for (const one of remaining) enter(one);
    },
  };
}
