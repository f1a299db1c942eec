/** What would have to be taken in once more if the document were opened now: what is in no snapshot. */
export class Replay {
  updates: number;
  /** Milliseconds that it took to take them in. */
  work: number;

  constructor(updates: number, work: number) {
    this.updates = updates;
    this.work = work;
  }

  /** How much it is, in updates: one that takes long counts as one more for each millisecond. */
  get amount(): number {
    return this.updates + this.work;
  }

  add({ updates, work }: Pick<Replay, 'updates' | 'work'>): void {
    this.updates += updates;
    this.work += work;
  }

  /** Hands over all of it; from now on it counts anew. */
  take(): Pick<Replay, 'updates' | 'work'> {
    const { updates, work } = this;
    [this.updates, this.work] = [0, 0];
    return { updates, work };
  }
}
