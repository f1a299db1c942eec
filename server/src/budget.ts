import type { PersonId } from '@board/shared/ids';
import type { Clock } from './ports.ts';

/** So much at once, and so much more in so many milliseconds. */
export interface Rate {
  burst: number;
  more: number;
  inMs: number;
}

/** What may be had of something: a burst that fills again with time. */
export class Budget {
  readonly #clock: Clock;
  readonly #rate: Rate;
  #left: number;
  #at: number;

  constructor(clock: Clock, rate: Rate) {
    this.#clock = clock;
    this.#rate = rate;
    this.#left = rate.burst;
    this.#at = clock.elapsed();
  }

  /** After how many milliseconds so much of it, which is no more than a burst, may be had; 0 when it may be now. */
  wait(amount: number): number {
    const { burst, more, inMs } = this.#rate;
    const now = this.#clock.elapsed();
    this.#left = Math.min(burst, this.#left + ((now - this.#at) * more) / inMs);
    this.#at = now;
    return this.#left < amount ? Math.ceil(((amount - this.#left) * inMs) / more) : 0;
  }

  /** Takes so much of it, also what is not there: whoever asks next waits the longer. */
  spend(amount: number): void {
    this.#left -= amount;
  }

  /** Takes so much of it and answers 0; or takes nothing and answers as `wait` does. */
  take(amount: number): number {
    const wait = this.wait(amount);
    if (wait === 0) this.spend(amount);
    return wait;
  }
}

/** What each may have of something: each person in one place, from all tabs together, or each network; what is dear for the server is a few bytes for the sender. */
export class Budgets<Key = PersonId> {
  readonly #clock: Clock;
  readonly #rate: Rate;
  readonly #most: number;
  readonly #known = new Map<Key, Budget>();

  /** Of so many (`most`) it is remembered what they have had; who has not asked for longest is forgotten first. */
  constructor(clock: Clock, rate: Rate, most = Number.POSITIVE_INFINITY) {
    this.#clock = clock;
    this.#rate = rate;
    this.#most = most;
  }

  of(key: Key): Budget {
    const known = this.#known.get(key);
    if (known && this.#most === Number.POSITIVE_INFINITY) return known;
    const own = known ?? new Budget(this.#clock, this.#rate);
    this.#known.delete(key);
    this.#known.set(key, own);
    const [oldest] = this.#known.keys();
    if (this.#known.size > this.#most && oldest !== undefined) this.#known.delete(oldest);
    return own;
  }
}
