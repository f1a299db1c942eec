import type { PersonId } from '@board/shared/ids';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { limits } from '@board/shared/protocol/limits';
import type { Clock, TrialJob, TrialOutcome, Trials } from '../ports.ts';
import type { Seated } from './seated.ts';

/** What a member has sent. */
export interface Sent {
  seat: Seated;
  update: Uint8Array;
  /** Counted in `stored`; an answer to the server's state vector is not. */
  isCounted: boolean;
}

export interface TryingParts {
  clock: Clock;
  trials: Trials;
  /** What an update would now be tried out on; null when the room has ended. */
  make(update: Uint8Array): Made | null;
  /** It is to be judged again: it has waited, or it was light and may cost so many steps by now. */
  again(sent: Sent, allowed?: number): void;
  refused(seat: Seated, outcome: Exclude<TrialOutcome, 'light'>): void;
}

/** A trial, as of the moment in which it begins. */
export interface Made {
  job: TrialJob;
  /** The most steps that the update may cost. */
  steps: number;
  /** True when others have changed something since where the update does. */
  isStale(): boolean;
}

/** What becomes of somebody whose update did not stand its trial. */
export const refusals: Record<Exclude<TrialOutcome, 'light'>, CloseReason> = {
  heavy: 'too-large',
  broken: 'malformed-update',
  busy: 'too-many-requests',
};

/** What waits of one person. */
interface Queue {
  /** What is tried out, or waits by itself. */
  head: Sent;
  /** How often the head was tried out. */
  times: number;
  /** What came behind it, from all tabs: it may build on the head, or make it dearer than it was when it was tried out. */
  behind: Sent[];
  /** Bytes of all of it. */
  bytes: number;
}

/** How much dearer an update may have become while it was tried out: others write meanwhile. */
const dearer = 1.25;
/** Bytes of memory for whatever waits, however small. */
const bytesEach = 200;

/** Updates of a room that wait, since they are tried out or their sender has had much work done, and what waits behind them. */
export class Trying {
  readonly #parts: TryingParts;
  readonly #queues = new Map<PersonId, Queue>();
  #bytes = 0;

  constructor(parts: TryingParts) {
    this.#parts = parts;
  }

  get isEmpty(): boolean {
    return this.#queues.size === 0;
  }

  /** True while it is tried out, or waits by itself. */
  waits(sent: Sent): boolean {
    return !this.isEmpty && this.#queues.get(idOf(sent))?.head === sent;
  }

  /** True when it waits behind something of the same person. */
  keeps(sent: Sent): boolean {
    const queue = this.isEmpty ? null : this.#queues.get(idOf(sent));
    if (!queue) return false;
    queue.behind.push({ ...sent, update: sent.update.slice() });
    this.#grow(queue, sizeOf(sent));
    return true;
  }

  /** Has an update tried out, for the first time or once more. */
  begin(sent: Sent): void {
    const queue = this.#queueOf(sent);
    queue.times += 1;
    if (queue.times > limits.trialsPerUpdate) {
      this.#refuse(sent, 'busy');
      return;
    }
    let made: Made | null = null;
    const make = (): TrialJob | null => {
      made = this.waits(sent) ? this.#parts.make(sent.update) : null;
      return made?.job ?? null;
    };
    void this.#parts.trials.attempt(idOf(sent), make, queue.times > 1).then((outcome) => {
      if (!this.waits(sent)) return;
      if (outcome !== 'light' || !made) this.#refuse(sent, outcome === 'light' ? 'busy' : outcome);
      // Somebody may always be writing there: the last time counts, within what it weighed then.
      else if (made.isStale() && queue.times < limits.trialsPerUpdate) this.begin(sent);
      else this.#parts.again(sent, Math.max(limits.stepsPerUpdate + 1, made.steps * dearer));
    });
  }

  /** Has an update judged again after so many milliseconds. */
  rest(sent: Sent, milliseconds: number): void {
    this.#queueOf(sent);
    this.#parts.clock.after(milliseconds, () => {
      if (this.waits(sent)) this.#parts.again(sent);
    });
  }

  /** It is decided on. Hands over what waits behind it, one by one; of a connection that was dismissed nothing more. */
  next(sent: Sent, isDismissed: boolean): Sent | null {
    if (!this.waits(sent)) return null;
    const queue = this.#queueOf(sent);
    if (isDismissed) this.#forget(queue, sent.seat);
    this.#grow(queue, -sizeOf(sent));
    const head = queue.behind.shift();
    if (head) {
      queue.head = head;
      queue.times = 0;
    } else this.#queues.delete(idOf(sent));
    return head ?? null;
  }

  /** Forgets everything. */
  stop(): void {
    this.#queues.clear();
  }

  #queueOf(sent: Sent): Queue {
    const known = this.#queues.get(idOf(sent));
    if (known) return known;
    const queue: Queue = { head: sent, times: 0, behind: [], bytes: 0 };
    this.#queues.set(idOf(sent), queue);
    this.#grow(queue, sizeOf(sent));
    return queue;
  }

  #grow(queue: Queue, bytes: number): void {
    queue.bytes += bytes;
    this.#bytes += bytes;
    if (this.#bytes > limits.bytesBehindTrials) this.#refuseLargest();
  }

  #forget(queue: Queue, seat: Seated): void {
    for (const one of queue.behind) if (one.seat === seat) this.#grow(queue, -sizeOf(one));
    queue.behind = queue.behind.filter((one) => one.seat !== seat);
  }

  #refuse(sent: Sent, outcome: Exclude<TrialOutcome, 'light'>): void {
    this.#parts.refused(sent.seat, outcome);
    const next = this.next(sent, true);
    if (next) this.#parts.again(next);
  }

  /** Whoever has most waiting goes, so that nobody is refused for what others send. */
  #refuseLargest(): void {
    const queues = [...this.#queues.values()];
    const largest = queues.reduce((most, one) => (one.bytes > most.bytes ? one : most));
    this.#queues.delete(idOf(largest.head));
    this.#bytes -= largest.bytes;
    const seats = new Set([largest.head, ...largest.behind].map(({ seat }) => seat));
    for (const seat of seats) this.#parts.refused(seat, 'busy');
  }
}

const idOf = ({ seat }: Sent): PersonId => seat.member.person.id;
const sizeOf = ({ update }: Sent): number => update.byteLength + bytesEach;
