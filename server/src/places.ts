/** So many at once for one network, and so many in all: whoever takes all that one network may have leaves places for others. */
export class Places {
  readonly #perNetwork: number;
  readonly #inAll: number;
  readonly #taken = new Map<string, number>();
  #all = 0;

  constructor(perNetwork: number, inAll: number) {
    this.#perNetwork = perNetwork;
    this.#inAll = inAll;
  }

  /** Takes places, and answers how to give them back, once or more often; null when there are not so many. */
  take(network: string, count = 1): (() => void) | null {
    const taken = this.#taken.get(network) ?? 0;
    if (taken + count > this.#perNetwork || this.#all + count > this.#inAll) return null;
    this.#taken.set(network, taken + count);
    this.#all += count;
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.#all -= count;
      const left = (this.#taken.get(network) ?? count) - count;
      if (left > 0) this.#taken.set(network, left);
      else this.#taken.delete(network);
    };
  }
}
