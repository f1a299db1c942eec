import { limits } from '@board/shared/protocol/limits';
import type { Seated } from './seated.ts';
import type { Accepted } from './under-way.ts';

/** Something on its way to the disk. */
export interface Written extends Accepted {
  /** Whose it is; null for what Yjs tidied up by itself. */
  seat: Seated | null;
  /** Counted in `stored`; an answer to the server's state vector is not. */
  isCounted: boolean;
}

/** Nothing new: it only waits for its turn to be told. */
export const nothing: Accepted = {
  update: null,
  ends: new Map(),
  repeated: new Map(),
  lists: new Map(),
  placed: new Map(),
  fallen: new Map(),
  cuts: 0,
  steps: 0,
  touched: new Set(),
  growth: { bytes: 0, structs: 0 },
};

/** True when it is an entry of the log. */
export const isEntry = ({ update }: Written): boolean => update !== null;

/**
 * How many of these are taken into the document in one go, one at least: so many that together they cost no more than one
 * update may. What Yjs tidies up behind a go costs more, too, the more was in it.
 */
export function goOf(items: readonly Written[]): number {
  let [count, left] = [0, limits.stepsPerUpdate];
  for (const { steps } of items) {
    left -= steps;
    if (left < 0) break;
    count += 1;
  }
  return Math.max(1, count);
}
