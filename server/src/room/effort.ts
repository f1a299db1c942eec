import type { PersonId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { Clock } from '../ports.ts';

/** How much work one person may give to a room, from all tabs: what is dear for the server is a few bytes for the sender. */
export class Effort {
  readonly #clock: Clock;
  readonly #people = new Map<PersonId, { left: number; at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** True, and counted, when the person may have so many steps done now. */
  take(person: PersonId, steps: number): boolean {
    const now = this.#clock.elapsed();
    const own = this.#people.get(person) ?? { left: limits.stepsBurst, at: now };
    own.left = Math.min(limits.stepsBurst, own.left + ((now - own.at) * limits.stepsPerSecond) / 1000);
    own.at = now;
    this.#people.set(person, own);
    if (own.left < steps) return false;
    own.left -= steps;
    return true;
  }
}
