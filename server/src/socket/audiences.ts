import type { WorkshopGate } from '../ports.ts';

/** Someone whose rights may change while the socket is open. */
export interface RightsHolder {
  rightsMoved(): void;
}

/** Those who sit in a workshop's documents and live view. The workshop is followed once for all of them. */
export class Audiences {
  readonly #audiences = new Map<WorkshopGate, { holders: Set<RightsHolder>; unfollow: () => void }>();

  enter(gate: WorkshopGate, holder: RightsHolder): void {
    const known = this.#audiences.get(gate);
    if (known) {
      known.holders.add(holder);
      return;
    }
    const holders = new Set([holder]);
    const unfollow = gate.onRightsChange(() => {
      for (const one of [...holders]) one.rightsMoved();
    });
    this.#audiences.set(gate, { holders, unfollow });
  }

  leave(gate: WorkshopGate, holder: RightsHolder): void {
    const audience = this.#audiences.get(gate);
    if (!audience?.holders.delete(holder) || audience.holders.size > 0) return;
    audience.unfollow();
    this.#audiences.delete(gate);
  }
}
