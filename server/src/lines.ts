import { Budget, type Rate } from './budget.ts';
import type { Clock } from './ports.ts';

/** Lines of one kind in a row; one more every second is some 15 MB a day at most. */
export const linesInAll = 100;
const allRate: Rate = { burst: linesInAll, more: 1, inMs: 1_000 };

/** Lines of one kind that somebody from outside can cause: never so many that they fill a disk. */
export class Lines {
  readonly #all: Budget;
  #leftOut = 0;

  constructor(clock: Clock) {
    this.#all = new Budget(clock, allRate);
  }

  /** Whether one more may be written, also about somebody who has a budget of lines. Null: it is left out, and counted; else the facts that belong on it. */
  admit(own: Budget | null = null): { leftOut?: number } | null {
    if ((own !== null && own.take(1) > 0) || this.#all.take(1) > 0) {
      this.#leftOut += 1;
      return null;
    }
    const leftOut = this.#leftOut > 0 ? { leftOut: this.#leftOut } : {};
    this.#leftOut = 0;
    return leftOut;
  }
}
