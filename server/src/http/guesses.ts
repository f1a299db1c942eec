import type { ErrorCode } from '@board/shared/errors';
import { mostNetworks, networkOf } from '../networks.ts';
import type { Clock } from '../ports.ts';
import { Refusal } from '../workshop/refusal.ts';

/** Wrong codes and keys are forgotten after this many milliseconds. */
const memory = 10 * 60_000;
/** One address may stand for a hall of 500 behind one router, of whom some mistype. */
const mostPerAddress = 100;
/** Six signs out of 31 make 887 million codes: at this pace one workshop's code is found after about eight years. */
const mostInTotal = 1_000;
/** Refusals after which somebody may be guessing. */
const wrongGuesses: ReadonlySet<ErrorCode> = new Set(['wrong-code', 'wrong-key', 'unknown-screen', 'device-link-over']);

interface Count {
  wrong: number;
  since: number;
}

/** Slows the guessing of join codes and keys. Only wrong ones count: a hall that joins at once is not held up. */
export class GuessGuard {
  readonly #clock: Clock;
  readonly #byAddress = new Map<string, Count>();
  #total: Count = { wrong: 0, since: 0 };

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Lets one attempt through, or throws `too-many-requests`. The check is done at once, so that a burst of parallel guesses cannot slip past the count. */
  attempt<Value>(address: string, check: () => Value): Value {
    const mine = this.#countOf(networkOf(address));
    this.#total = this.#current(this.#total);
    if (mine.wrong >= mostPerAddress || this.#total.wrong >= mostInTotal) throw new Refusal('too-many-requests');
    try {
      return check();
    } catch (problem) {
      if (isWrongGuess(problem)) {
        mine.wrong += 1;
        this.#total.wrong += 1;
      }
      throw problem;
    }
  }

  #countOf(address: string): Count {
    const count = this.#current(this.#byAddress.get(address));
    this.#byAddress.delete(address);
    this.#byAddress.set(address, count);
    if (this.#byAddress.size > mostNetworks) this.#byAddress.delete(this.#byAddress.keys().next().value ?? '');
    return count;
  }

  #current(count: Count | undefined): Count {
    const now = this.#clock.elapsed();
    return count && now - count.since < memory ? count : { wrong: 0, since: now };
  }
}

function isWrongGuess(problem: unknown): boolean {
  return problem instanceof Refusal && wrongGuesses.has(problem.code);
}
