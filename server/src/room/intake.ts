import type { ErrorCode } from '@board/shared/errors';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';
import { isKnown } from './apply.ts';
import type { ClientIds } from './client-ids.ts';
import type { DocumentSize } from './document-size.ts';
import type { Seated } from './seated.ts';
import { type CheckedUpdate, checkUpdate, valuesIn } from './strict.ts';

/** What becomes of a member's update. */
export type Verdict =
  | { is: 'dismissed'; reason: CloseReason }
  | { is: 'denied'; why: ErrorCode }
  /** The document has all of it already. */
  | { is: 'known' }
  /** It repeats what is known, from somebody who may not write: y-websocket does so by itself, and means nothing by it. */
  | { is: 'echo' }
  /** To be stored: the part that is new, and where it takes each Yjs client id. */
  | { is: 'accepted'; update: Uint8Array; ends: ReadonlyMap<number, number>; lists: ReadonlyMap<number, number> };

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
}

export interface IntakeParts {
  doc: Y.Doc;
  ids: ClientIds;
  size: DocumentSize;
}

export function intake({ doc, ids, size }: IntakeParts): Intake {
  /** How far each client id reaches with what is on its way. */
  const ahead = new Map<number, number>();
  const listsAhead = new Map<number, number>();
  let bytesAhead = 0;

  const enter = ({ update, ends, lists }: Accepted): void => {
    for (const [client, end] of ends) {
      if (end < (ahead.get(client) ?? 0)) continue;
      ahead.set(client, end);
      listsAhead.set(client, lists.get(client) ?? 0);
    }
    bytesAhead += update?.byteLength ?? 0;
  };
  const listBefore = (client: number, clock: number): number => {
    if (ahead.has(client)) return ahead.get(client) === clock ? (listsAhead.get(client) ?? 0) : 0;
    const last = doc.store.clients.get(client)?.at(-1);
    return last && last.id.clock + last.length === clock ? valuesIn(last) : 0;
  };
  const stateOf = (client: number): number => Math.max(Y.getState(doc.store, client), ahead.get(client) ?? 0);

  const judgeAllowed = (seat: Seated, update: Uint8Array, checked: CheckedUpdate): Verdict => {
    const { member } = seat;
    const isOwn = [...checked.writers.keys()].every((client) => ids.claim(client, member));
    // A write that was held back while its sender left must not claim anything for the absent.
    if (seat.isGone) ids.release(member.connection);
    if (!isOwn) return { is: 'dismissed', reason: 'foreign-client-id' };
    if (!size.hasRoomFor(update.byteLength, bytesAhead)) return { is: 'denied', why: 'too-large' };
    if (bytesAhead + update.byteLength > limits.unstoredBytes) return { is: 'dismissed', reason: 'not-stored' };
    for (const client of checked.writers.keys()) ids.keep(client, member.person.id);
    // A copy of its own: while the disk refuses, a few bytes must not keep the whole chunk alive that they came in.
    const fresh = checked.repeats ? Y.diffUpdate(update, Y.encodeStateVector(doc)) : update.slice();
    return { is: 'accepted', update: fresh, ends: checked.writers, lists: checked.lists };
  };

  return {
    judge(seat, update) {
      const right = seat.member.mayWrite();
      if (!right.allowed && update.byteLength > limits.echoBytes) return { is: 'denied', why: right.why };
      const checked = checkUpdate(update, stateOf, listBefore);
      if (!right.allowed) {
        if (checked.ok && isKnown(doc, checked.value)) return { is: 'echo' };
        const isMalformed = !checked.ok && checked.problem === 'malformed-update';
        return isMalformed ? { is: 'dismissed', reason: checked.problem } : { is: 'denied', why: right.why };
      }
      if (!checked.ok) return { is: 'dismissed', reason: checked.problem };
      if (isKnown(doc, checked.value)) return { is: 'known' };
      return judgeAllowed(seat, update, checked.value);
    },
    entered: enter,
    left(remaining) {
      ahead.clear();
      listsAhead.clear();
      bytesAhead = 0;
      for (const one of remaining) enter(one);
    },
  };
}
