import type { Role } from '@board/shared/policy';
import { limits } from '@board/shared/protocol/limits';
import { Refusal } from './refusal.ts';

/**
 * The places of a workshop. Only who is in has one: who must join again with a new link has none, so that a workshop which
 * somebody has filled is free again as soon as its link is renewed and everybody must join again. Some are kept for those
 * whom the facilitator's key or a facilitator lets in.
 */
export class Arrivals {
  readonly #present: () => number;
  #onTheWay = 0;

  /** `present` tells how many are in. */
  constructor(present: () => number) {
    this.#present = present;
  }

  /** Stores somebody who comes in. Whoever is still being stored has a place already, so that no crowd slips past the limit. Throws `workshop-full`. */
  async store(role: Role, store: () => Promise<void>): Promise<void> {
    const isLetIn = role === 'facilitator' || role === 'screen';
    const most = isLetIn ? limits.peopleInAll : limits.people;
    if (this.#present() + this.#onTheWay >= most) throw new Refusal('workshop-full');
    this.#onTheWay += 1;
    try {
      await store();
    } finally {
      this.#onTheWay -= 1;
    }
  }
}
