import type { ErrorCode } from '@board/shared/errors';
import type { PersonId } from '@board/shared/ids';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';
import { Budgets, type Rate } from '../budget.ts';
import type { Clock } from '../ports.ts';
import { isKnown } from './apply.ts';
import type { ClientIds } from './client-ids.ts';
import { type DocumentSize, growthOf } from './document-size.ts';
import { ListSizes } from './list-sizes.ts';
import type { Seated } from './seated.ts';
import { type CheckedUpdate, checkUpdate } from './strict.ts';
import { type Accepted, UnderWay } from './under-way.ts';
import { looksPerStep, Weigher } from './weigher.ts';

/** What becomes of a member's update. */
export type Verdict =
  | { is: 'dismissed'; reason: CloseReason }
  | { is: 'denied'; why: ErrorCode }
  /** The document has all of it already, or will have. */
  | { is: 'known'; repeated: Accepted['repeated'] }
  /** It repeats what is known, from somebody who may not write: y-websocket does so by itself, and means nothing by it. */
  | { is: 'echo' }
  /** It may be dear: to be tried out elsewhere, and judged again if it was light. */
  | { is: 'doubtful' }
  /** Its sender has had much work done: to be judged again after so many milliseconds. */
  | { is: 'early'; wait: number }
  /** To be stored: the part that is new, and what is known of it. */
  | (Accepted & { is: 'accepted'; update: Uint8Array });

/** Judges updates before they are stored, against the document and what is on its way into it. */
export interface Intake {
  /** `allowed`: the steps that it may cost; more than usual when it was light when it was tried out. */
  judge(seat: Seated, update: Uint8Array, allowed?: number): Verdict;
  /** The most steps that an update may cost now, and where it changes something. */
  weigh(update: Uint8Array): { steps: number; touched: ReadonlySet<string> };
  /** An accepted update is on its way. */
  entered(one: Accepted): void;
  /** So many structs are in the document now. */
  arrived(structs: number): void;
  /** Only these are on their way now. */
  left(remaining: Iterable<Accepted>): void;
  /** True when all that it builds on, or repeats, is in the document or on its way: what it came behind may have been dropped. */
  stillFits(one: Accepted): boolean;
}

const effortRate: Rate = { burst: limits.stepsBurst, more: limits.stepsPerSecond, inMs: 1_000 };
const newIdsRate: Rate = { burst: limits.clientIdsBurst, more: 1, inMs: limits.clientIdMs };

export interface IntakeParts {
  doc: Y.Doc;
  ids: ClientIds;
  size: DocumentSize;
  clock: Clock;
}

export function intake(parts: IntakeParts): Intake {
  return new RoomIntake(parts);
}

class RoomIntake implements Intake {
  readonly #parts: IntakeParts;
  readonly #underWay: UnderWay;
  /** Steps that people may cost the room. */
  readonly #effort: Budgets;
  /** Yjs client ids under which people may write for the first time. */
  readonly #newIds: Budgets;
  readonly #sizes = new ListSizes();

  constructor(parts: IntakeParts) {
    this.#parts = parts;
    this.#underWay = new UnderWay(parts.doc);
    this.#effort = new Budgets(parts.clock, effortRate);
    this.#newIds = new Budgets(parts.clock, newIdsRate);
  }

  judge(seat: Seated, update: Uint8Array, allowed: number = limits.stepsPerUpdate): Verdict {
    const right = seat.member.mayWrite();
    if (!right.allowed) return this.#judgeForbidden(seat, update, right.why);
    const effort = this.#effort.of(seat.member.person.id);
    const owed = effort.wait(0);
    if (owed > 0) return { is: 'early', wait: owed };
    const { checked, weigher } = this.#check(update);
    if (!checked.ok) {
      // To find that it cannot be placed may be as dear as to place it.
      effort.spend(Math.min(weigher.counted, limits.stepsBurst));
      return { is: 'dismissed', reason: checked.problem };
    }
    const isNew = !isKnown(this.#parts.doc, checked.value);
    const steps = isNew ? weigher.weigh() : checked.value.looked / looksPerStep;
    if (steps > allowed) return { is: 'doubtful' };
    // What was tried out has had its turn already.
    const wait = allowed > limits.stepsPerUpdate ? 0 : effort.take(steps);
    if (wait > 0) return { is: 'early', wait };
    if (isNew) return this.#judgeNew(seat, checked.value, weigher, steps);
    return { is: 'known', repeated: this.#underWay.repeatedBy(checked.value) };
  }

  weigh(update: Uint8Array): { steps: number; touched: ReadonlySet<string> } {
    const { checked, weigher } = this.#check(update);
    return { steps: checked.ok ? weigher.weigh() : 0, touched: weigher.touched };
  }

  arrived(structs: number): void {
    this.#sizes.grow(structs);
  }

  entered(one: Accepted): void {
    this.#underWay.enter(one);
  }

  left(remaining: Iterable<Accepted>): void {
    this.#underWay.restart(remaining);
  }

  stillFits({ update, repeated }: Accepted): boolean {
    const { stateOf, listBefore } = this.#underWay;
    if ([...repeated].some(([client, end]) => end > stateOf(client))) return false;
    return update === null || checkUpdate(update, stateOf, listBefore).ok;
  }

  #check(update: Uint8Array): { checked: ReturnType<typeof checkUpdate>; weigher: Weigher } {
    const { doc } = this.#parts;
    const { ahead, stateOf, listBefore } = this.#underWay;
    const weigher = new Weigher({ doc, ahead, sizes: this.#sizes });
    const checked = checkUpdate(update, stateOf, listBefore, { doc, weigher });
    if (checked.ok) weigher.look(checked.value.looked);
    return { checked, weigher };
  }

  /** Nothing is weighed for somebody who may not write. */
  #judgeForbidden(seat: Seated, update: Uint8Array, why: ErrorCode): Verdict {
    const { doc } = this.#parts;
    const checked = checkUpdate(update, this.#underWay.stateOf, this.#underWay.listBefore, { doc, weigher: null });
    if (!checked.ok && checked.problem === 'malformed-update') return { is: 'dismissed', reason: checked.problem };
    const isEcho = checked.ok && isKnown(doc, checked.value);
    const steps = (checked.ok ? checked.value.looked / looksPerStep : 0) + (isEcho ? 0 : limits.stepsPerRefusal);
    if (this.#effort.of(seat.member.person.id).take(steps) > 0) return { is: 'dismissed', reason: 'too-many-requests' };
    return isEcho ? { is: 'echo' } : { is: 'denied', why };
  }

  #judgeNew(seat: Seated, checked: CheckedUpdate, weigher: Weigher, steps: number): Verdict {
    const { ids, size } = this.#parts;
    const { member } = seat;
    const newIds = ids.countNew(checked.writers.keys());
    const tooMany = this.#tooManyIds(member.person.id, newIds);
    if (tooMany) return tooMany;
    const isOwn = [...checked.writers.keys()].every((client) => ids.claim(client, member));
    // A write that was held back while its sender left must not claim anything for the absent.
    if (seat.isGone) ids.release(member.connection);
    if (!isOwn) return { is: 'dismissed', reason: 'foreign-client-id' };
    const { update, writers: ends, lists } = checked;
    const { placed, fallen, cuts, touched } = weigher;
    const structs = [...placed.values()].reduce((sum, { length }) => sum + length, 0);
    const growth = growthOf(update.byteLength, structs, cuts);
    if (!size.hasRoomFor(growth, this.#underWay.growth)) return { is: 'denied', why: 'too-large' };
    if (!this.#underWay.hasRoomFor(growth.bytes, structs)) return { is: 'dismissed', reason: 'not-stored' };
    this.#newIds.of(member.person.id).spend(newIds);
    for (const client of ends.keys()) ids.keep(client, member.person.id);
    // A copy of its own: while the disk refuses, a few bytes must not keep the whole chunk alive that they came in.
    // Of what is known or on its way nothing is left in it: Yjs would look at what a repeated struct says of itself.
    const fresh = checked.repeats
      ? Y.diffUpdate(update, this.#underWay.stateVectorOf(checked.reach.keys()))
      : update.slice();
    const repeated = this.#underWay.repeatedBy(checked);
    return { is: 'accepted', update: fresh, ends, repeated, lists, placed, fallen, cuts, steps, touched, growth };
  }

  /** Ids are kept for good: a script must not use up in minutes what a document can have of them. */
  #tooManyIds(person: PersonId, newIds: number): Verdict | null {
    if (newIds > limits.clientIdsPerUpdate) return { is: 'denied', why: 'too-large' };
    if (!this.#parts.ids.hasRoomFor(newIds, person)) return { is: 'denied', why: 'writers-full' };
    return this.#newIds.of(person).wait(newIds) > 0 ? { is: 'dismissed', reason: 'too-many-requests' } : null;
  }
}
