import { limits } from '@board/shared/protocol/limits';
import { Budget, type Rate } from '../budget.ts';
import type { Clock } from '../ports.ts';

const frameRate: Rate = { burst: limits.frameBurst, more: limits.framesPerSecond, inMs: 1_000 };
const byteRate: Rate = { burst: limits.bytesBurst, more: limits.bytesPerSecond, inMs: 1_000 };

/** What one person may send: frames and bytes. */
export class Allowance {
  readonly #frames: Budget;
  readonly #bytes: Budget;

  constructor(clock: Clock) {
    this.#frames = new Budget(clock, frameRate);
    this.#bytes = new Budget(clock, byteRate);
  }

  /** False, and nothing is taken, when so many bytes, or so many frames, are too many. */
  take(bytes: number, frames = 1): boolean {
    if (this.#frames.wait(frames) > 0 || this.#bytes.wait(bytes) > 0) return false;
    this.#frames.spend(frames);
    this.#bytes.spend(bytes);
    return true;
  }

  /** Takes so many bytes, also what is not there: whoever sends next is refused the longer. */
  spend(bytes: number): void {
    this.#bytes.spend(bytes);
  }
}
