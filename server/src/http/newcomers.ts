import { limits } from '@board/shared/protocol/limits';
import { Budgets, type Rate } from '../budget.ts';
import { mostNetworks, networkOf } from '../networks.ts';
import type { Clock } from '../ports.ts';
import { Refusal } from '../workshop/refusal.ts';
import type { Workshop } from '../workshop/workshop.ts';

const newcomersRate: Rate = { burst: limits.newcomersPerNetwork, more: 1, inMs: limits.newcomerMs };

/**
 * How many new people one network brings into a workshop with one join code, so that nobody fills it alone. It counts anew
 * for a new code: whoever has the old one only cannot hold up those who are given the new one.
 */
export class Newcomers {
  readonly #networks: Budgets<string>;

  constructor(clock: Clock) {
    this.#networks = new Budgets(clock, newcomersRate, mostNetworks);
  }

  /** Counts one who is new, or throws `too-many-requests`: a minute later there is room for some again. */
  admit(address: string, { id, state }: Workshop): void {
    const known = this.#networks.of(`${id} ${state.joinCode} ${networkOf(address)}`);
    if (known.take(1) > 0) throw new Refusal('too-many-requests');
  }
}
