import type { ErrorCode } from '@board/shared/errors';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';
import type { Clock } from '../ports.ts';
import { isKnown } from './apply.ts';
import type { ClientIds } from './client-ids.ts';
import { type DocumentSize, growthOf } from './document-size.ts';
import { Effort } from './effort.ts';
import { ListSizes } from './list-sizes.ts';
import type { Seated } from './seated.ts';
import { type CheckedUpdate, checkUpdate } from './strict.ts';
import { type Accepted, UnderWay } from './under-way.ts';
import { Weigher } from './weigher.ts';

/** What becomes of a member's update. */
export type Verdict =
  | { is: 'dismissed'; reason: CloseReason }
  | { is: 'denied'; why: ErrorCode }
  /** The document has all of it already. */
  | { is: 'known' }
  /** It repeats what is known, from somebody who may not write: y-websocket does so by itself, and means nothing by it. */
  | { is: 'echo' }
  /** It may be dear: to be tried out elsewhere, and judged again if it was light. */
  | { is: 'doubtful' }
  /** To be stored: the part that is new, and what is known of it. */
  | (Accepted & { is: 'accepted'; update: Uint8Array });

/** Judges updates before they are stored, against the document and what is on its way into it. */
export interface Intake {
  /** `wasTried`: it was light when it was tried out. */
  judge(seat: Seated, update: Uint8Array, wasTried?: boolean): Verdict;
  /** An accepted update is on its way. */
  entered(one: Accepted): void;
  /** What was tried out for somebody was not light. */
  wasDear(seat: Seated): void;
  /** So many structs are in the document now. */
  arrived(structs: number): void;
  /** Only these are on their way now. */
  left(remaining: Iterable<Accepted>): void;
}

export interface IntakeParts {
  doc: Y.Doc;
  ids: ClientIds;
  size: DocumentSize;
  clock: Clock;
}

export function intake({ doc, ids, size, clock }: IntakeParts): Intake {
  const underWay = new UnderWay(doc);
  const sizes = new ListSizes();
  const effort = new Effort(clock);

  const judgeAllowed = (seat: Seated, checked: CheckedUpdate, weigher: Weigher): Verdict => {
    const { member } = seat;
    const isOwn = [...checked.writers.keys()].every((client) => ids.claim(client, member));
    // A write that was held back while its sender left must not claim anything for the absent.
    if (seat.isGone) ids.release(member.connection);
    if (!isOwn) return { is: 'dismissed', reason: 'foreign-client-id' };
    const { update, writers, lists } = checked;
    const structs = [...weigher.placed.values()].reduce((sum, { length }) => sum + length, 0);
    const growth = growthOf(update.byteLength, structs, weigher.cuts);
    if (!size.hasRoomFor(growth, underWay.growth)) return { is: 'denied', why: 'too-large' };
    if (!underWay.hasRoomFor(growth.bytes, structs)) return { is: 'dismissed', reason: 'not-stored' };
    for (const client of writers.keys()) ids.keep(client, member.person.id);
    // A copy of its own: while the disk refuses, a few bytes must not keep the whole chunk alive that they came in.
    const fresh = checked.repeats ? Y.diffUpdate(update, Y.encodeStateVector(doc)) : update.slice();
    return { is: 'accepted', update: fresh, ends: writers, lists, placed: weigher.placed, growth };
  };

  return {
    judge(seat, update, wasTried = false) {
      const right = seat.member.mayWrite();
      const weigher = new Weigher({ doc, ahead: underWay.ahead, sizes });
      const checked = checkUpdate(update, underWay.stateOf, underWay.listBefore, { doc, weigher });
      if (!right.allowed) {
        if (checked.ok && isKnown(doc, checked.value)) return { is: 'echo' };
        const isMalformed = !checked.ok && checked.problem === 'malformed-update';
        return isMalformed ? { is: 'dismissed', reason: checked.problem } : { is: 'denied', why: right.why };
      }
      if (!checked.ok) return { is: 'dismissed', reason: checked.problem };
      if (isKnown(doc, checked.value)) return { is: 'known' };
      const weight = wasTried ? 'light' : weighed(seat, weigher, effort);
      if (weight === 'spent') return { is: 'dismissed', reason: 'too-many-requests' };
      return weight === 'doubtful' ? { is: weight } : judgeAllowed(seat, checked.value, weigher);
    },
    wasDear: ({ member }) => effort.pauseTrials(member.person.id),
    arrived: (structs) => sizes.grow(structs),
    entered: (one) => underWay.enter(one),
    left: (remaining) => underWay.restart(remaining),
  };
}

/** What it costs is taken from what the person may cost the room; a trial counts for itself. */
function weighed({ member }: Seated, weigher: Weigher, effort: Effort): 'light' | 'doubtful' | 'spent' {
  const steps = weigher.weigh();
  const isDoubtful = steps > limits.stepsPerUpdate;
  if (isDoubtful && !effort.mayTry(member.person.id)) return 'spent';
  if (!effort.take(member.person.id, isDoubtful ? limits.stepsPerTrial : steps)) return 'spent';
  return isDoubtful ? 'doubtful' : 'light';
}
