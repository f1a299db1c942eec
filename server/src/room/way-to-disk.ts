/** Something applied in memory that is on its way to the disk. */
interface Traveller<Item> {
  item: Item;
  /** The log's seq once durable. */
  seq: number | null;
}

interface Waiting {
  run(): void;
  giveUp(): void;
}

export interface WayToDiskParts<Item> {
  /** Called in the order of entering, when the item and all before it are durable. */
  arrived(item: Item, seq: number): void;
  /** Called after a run of arrivals. */
  rested(): void;
  /** One could not be stored; nothing that entered later is told any more. */
  failed(error: unknown): void;
}

/**
 * What a room has applied but not yet stored, in order. `still` is how durable state is read: it waits until nothing is
 * under way, and meanwhile new writes are held back, because a busy room would otherwise never be still.
 */
export class WayToDisk<Item> {
  readonly #parts: WayToDiskParts<Item>;
  #travellers: Traveller<Item>[] = [];
  #waiting: Waiting[] = [];
  #held: (() => void)[] = [];
  #isStopped = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: WayToDiskParts<Item>) {
    this.#parts = parts;
  }

  /** Lets an item follow an append that is under way. */
  enter(item: Item, append: Promise<number>): void {
    const traveller: Traveller<Item> = { item, seq: null };
    this.#travellers.push(traveller);
    this.#last = append.then(
      (seq) => {
        traveller.seq = seq;
        this.#settle();
      },
      (error: unknown) => {
        if (!this.#isStopped) this.#parts.failed(error);
      },
    );
  }

  /** Lets an item arrive behind all that entered before it, without a write of its own. */
  follow(item: Item, seq: number): void {
    this.#travellers.push({ item, seq });
    this.#settle();
  }

  /** Runs a write now, or as soon as those who wait for stillness have had it. */
  write(run: () => void): void {
    if (this.#isStopped) return;
    if (this.#waiting.length > 0) this.#held.push(run);
    else run();
  }

  /** Runs something while nothing is under way. Null when stopped before. Rejects when `run` throws. */
  still<Value>(run: () => Value): Promise<Value | null> {
    return new Promise((resolve, reject) => {
      const guarded = (): void => {
        try {
          resolve(run());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      if (this.#isStopped) resolve(null);
      else if (this.#travellers.length === 0) guarded();
      else this.#waiting.push({ run: guarded, giveUp: () => resolve(null) });
    });
  }

  /** Resolves when nothing is under way and nothing is held back. */
  async empty(): Promise<void> {
    do await this.still(() => {});
    while (!this.#isStopped && this.#travellers.length + this.#held.length > 0);
  }

  /** Resolves when the log has answered every append, also after stopping. */
  async settled(): Promise<void> {
    await this.#last;
  }

  /** Tells nothing any more; who waits gets null. */
  stop(): void {
    this.#isStopped = true;
    for (const one of this.#waiting) one.giveUp();
    [this.#travellers, this.#waiting, this.#held] = [[], [], []];
  }

  #settle(): void {
    if (this.#isStopped) return;
    let arrived = 0;
    for (let head = this.#travellers[0]; head && head.seq !== null; head = this.#travellers[0]) {
      this.#travellers.shift();
      this.#parts.arrived(head.item, head.seq);
      arrived += 1;
    }
    if (arrived > 0) this.#parts.rested();
    if (this.#travellers.length > 0) return;
    for (const one of this.#waiting.splice(0)) one.run();
    for (const write of this.#held.splice(0)) write();
  }
}
