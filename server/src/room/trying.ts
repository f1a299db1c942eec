import { limits } from '@board/shared/protocol/limits';
import type { TrialJob, TrialOutcome, Trials } from '../ports.ts';
import type { Seated } from './seated.ts';

/** What a member has sent. */
export interface Sent {
  seat: Seated;
  update: Uint8Array;
  /** Counted in `stored`; an answer to the server's state vector is not. */
  isCounted: boolean;
}

export interface TryingParts {
  trials: Trials;
  /** What an update would now be tried out on; null when the room has ended. */
  make(update: Uint8Array): Made | null;
  /** It was light; it may cost so many steps by now. False when it costs more and is to be tried out once more. */
  wasLight(sent: Sent, allowed: number): void;
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

interface Trial {
  times: number;
  /** What came behind it from the same connection: it may build on it. */
  behind: Sent[];
}

/** How much dearer an update may have become while it was tried out: others write meanwhile. */
const dearer = 1.25;

/** Updates of a room that are tried out, and what waits behind them. */
export class Trying {
  readonly #parts: TryingParts;
  readonly #trials = new Map<Seated, Trial>();
  #bytesBehind = 0;

  constructor(parts: TryingParts) {
    this.#parts = parts;
  }

  get isEmpty(): boolean {
    return this.#trials.size === 0;
  }

  /** True when it waits behind something that is tried out. */
  keeps(sent: Sent): boolean {
    const trial = this.#trials.get(sent.seat);
    if (!trial) return false;
    this.#bytesBehind += sent.update.byteLength;
    trial.behind.push({ ...sent, update: sent.update.slice() });
    if (this.#bytesBehind > limits.bytesBehindTrials) this.#refuse(sent.seat, 'busy');
    return true;
  }

  /** Has an update tried out, for the first time or once more. */
  begin(sent: Sent): void {
    const trial = this.#trials.get(sent.seat) ?? { times: 0, behind: [] };
    this.#trials.set(sent.seat, trial);
    trial.times += 1;
    if (trial.times > limits.trialsPerUpdate) {
      this.#refuse(sent.seat, 'busy');
      return;
    }
    let made: Made | null = null;
    const make = (): TrialJob | null => {
      made = this.#trials.get(sent.seat) === trial ? this.#parts.make(sent.update) : null;
      return made?.job ?? null;
    };
    void this.#parts.trials.attempt(sent.seat.member.person.id, make).then((outcome) => {
      if (this.#trials.get(sent.seat) !== trial) return;
      if (outcome !== 'light' || !made) this.#refuse(sent.seat, outcome === 'light' ? 'busy' : outcome);
      // Somebody may always be writing there: the last time counts, within what it weighed then.
      else if (made.isStale() && trial.times < limits.trialsPerUpdate) this.begin(sent);
      else this.#parts.wasLight(sent, Math.max(limits.stepsPerUpdate + 1, made.steps * dearer));
    });
  }

  /** It is decided on: what waits behind it is handed over. */
  settle(seat: Seated): Sent[] {
    const behind = this.#trials.get(seat)?.behind ?? [];
    this.#trials.delete(seat);
    for (const { update } of behind) this.#bytesBehind -= update.byteLength;
    return behind;
  }

  /** Forgets everything. */
  stop(): void {
    this.#trials.clear();
  }

  #refuse(seat: Seated, outcome: Exclude<TrialOutcome, 'light'>): void {
    this.settle(seat);
    this.#parts.refused(seat, outcome);
  }
}
