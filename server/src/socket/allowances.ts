import type { Clock } from '../ports.ts';
import { type Allowance, allowance } from './allowance.ts';

/** One allowance per person, whatever the number of sockets: more tabs do not make more of it. */
export interface Allowances {
  /** The person's allowance, kept until the returned `release` is called by all who took it. */
  of(person: string): { allowance: Allowance; release(): void };
}

export function allowances(clock: Clock): Allowances {
  const kept = new Map<string, { allowance: Allowance; holders: number }>();
  return {
    of(person) {
      const one = kept.get(person) ?? { allowance: allowance(clock), holders: 0 };
      kept.set(person, one);
      one.holders += 1;
      return {
        allowance: one.allowance,
        release() {
          one.holders -= 1;
          if (one.holders === 0) kept.delete(person);
        },
      };
    },
  };
}
