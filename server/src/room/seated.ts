import type { PersonId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { Clock, Member } from '../ports.ts';

/** One connection in a room, with what the room keeps about it. */
export interface Seated {
  readonly member: Member;
  /** It has got the document's state; before that, updates would only puzzle it. */
  isAnswered: boolean;
  /** How many of its updates are durable. */
  stored: number;
  /** One of its updates was refused: it is told of no more, since the count says that everything before is durable. */
  isBehind: boolean;
  /** It has left or was closed; whatever still comes from it is not heard. */
  isGone: boolean;
}

/** How often people ask for the document's state: the answer may be all of it, for a question of a few bytes. */
export class Asks {
  readonly #clock: Clock;
  readonly #people = new Map<PersonId, { left: number; at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** True, and counted, when the person may ask now. */
  take(person: PersonId): boolean {
    const now = this.#clock.elapsed();
    const asks = this.#people.get(person) ?? { left: limits.stateAsks, at: now };
    asks.left = Math.min(limits.stateAsks, asks.left + (now - asks.at) / limits.stateAskMs);
    asks.at = now;
    this.#people.set(person, asks);
    if (asks.left < 1) return false;
    asks.left -= 1;
    return true;
  }
}
