import type { Clock } from '../ports.ts';
import { Refusal } from './refusal.ts';

/** How many may wait: at about two milliseconds a piece, two seconds' worth and twice the largest hall. */
const mostWaiting = 1000;

/** Milliseconds of sums in one go: too short to be felt by those who type, long enough that the pauses cost little. */
const goLength = 4;

/** Does costly sums with a breath after every few of them, so that five hundred phones that vote at once never hold up those who type. */
export class Turns {
  readonly #clock: Clock;
  readonly #waiting: (() => void)[] = [];
  #isRunning = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Does the sum when its turn has come. Throws `too-many-requests` when too many are waiting. */
  run<Value>(sum: () => Value): Promise<Value> {
    if (this.#waiting.length >= mostWaiting) return Promise.reject(new Refusal('too-many-requests'));
    return new Promise<Value>((resolve, reject) => {
      this.#waiting.push(() => {
        try {
          resolve(sum());
        } catch (problem) {
          reject(problem);
        }
      });
      if (!this.#isRunning) this.#next();
    });
  }

  #next(): void {
    this.#isRunning = this.#waiting.length > 0;
    if (!this.#isRunning) return;
    this.#clock.after(0, () => {
      const end = this.#clock.elapsed() + goLength;
      do this.#waiting.shift()?.();
      while (this.#waiting.length > 0 && this.#clock.elapsed() < end);
      this.#next();
    });
  }
}
