import type { Clock } from '../ports.ts';

export interface WayToDiskParts<Item> {
  clock: Clock;
  /** Stores items in one piece. Rejects when the disk refuses; then none of them is stored. */
  store(items: readonly Item[]): Promise<number>;
  /** How many of these, which are durable, are taken in in one go: one at least. Others have their turn before the rest. */
  goOf(items: readonly Item[]): number;
  /** Items are durable, in the order of their coming; with them the rest, which is still to be taken in. `seq` is the last one's of all. */
  arrived(items: readonly Item[], rest: readonly Item[], seq: number): void;
  /** The disk has refused, for the first time since it last took something. It is asked again by itself. */
  refused(error: unknown): void;
  /** The disk takes again what it had refused. */
  accepted(): void;
  /** Which of the items that were refused are still to be stored. */
  stillWanted(items: readonly Item[]): Item[];
}

/** Pauses after a refusal, in milliseconds: room on a full disk is found by somebody who deletes something. */
const pauses = [250, 500, 1_000, 2_000, 5_000];

/**
 * What a room has accepted and not yet stored. Items gather for a window, then travel together, one batch at a time;
 * what the disk refuses is kept and tried again until it is taken.
 */
export class WayToDisk<Item> {
  readonly #parts: WayToDiskParts<Item>;
  #gathered: Item[] = [];
  #travelling: readonly Item[] = [];
  #refusals = 0;
  #callOff: (() => void) | null = null;
  /** Since when things gather, and for how long. */
  #since = 0;
  #window = 0;
  #waiting: ((isEmpty: boolean) => void)[] = [];
  #isStopped = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: WayToDiskParts<Item>) {
    this.#parts = parts;
  }

  get isEmpty(): boolean {
    return this.#gathered.length + this.#travelling.length === 0;
  }

  /** Everything that is accepted and not yet durable, in order. */
  items(): Item[] {
    return [...this.#travelling, ...this.#gathered];
  }

  /** Sends an item on its way; others may join it for `window` milliseconds. */
  add(item: Item, window: number): void {
    if (this.#isStopped) return;
    if (this.#gathered.length === 0) {
      this.#since = this.#parts.clock.elapsed();
      this.#window = window;
    }
    this.#gathered.push(item);
    if (this.#travelling.length === 0 && this.#refusals === 0) this.#goWhenDue();
  }

  /** Lets what has gathered go now. */
  hurry(): void {
    if (this.#isStopped || this.#travelling.length > 0 || this.#gathered.length === 0) return;
    this.#callOff?.();
    if (this.#refusals > 0) this.#goAgain();
    else this.#go();
  }

  /** Resolves with true as soon as nothing is under way or the way is stopped, with false when the disk refuses. What has gathered goes now. */
  empty(): Promise<boolean> {
    if (this.isEmpty || this.#isStopped) return Promise.resolve(true);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.hurry();
    });
  }

  /** Resolves when the disk has answered everything that it was asked, also after stopping. */
  async settled(): Promise<void> {
    await this.#last;
  }

  /** Forgets what is not durable yet and tells nothing any more. */
  stop(): void {
    this.#isStopped = true;
    this.#callOff?.();
    [this.#gathered, this.#travelling] = [[], []];
    this.#release(true);
  }

  #goWhenDue(): void {
    if (this.#callOff) return;
    const left = this.#window - (this.#parts.clock.elapsed() - this.#since);
    if (left <= 0) this.#go();
    else this.#callOff = this.#parts.clock.after(left, () => this.#go());
  }

  #go(): void {
    this.#callOff = null;
    this.#travelling = this.#gathered;
    this.#gathered = [];
    this.#last = this.#parts.store(this.#travelling).then(
      (seq) => this.#arrive(seq),
      (error: unknown) => this.#refuse(error),
    );
  }

  #arrive(seq: number): void {
    if (this.#isStopped) return;
    if (this.#refusals > 0) this.#parts.accepted();
    this.#refusals = 0;
    this.#takeIn(seq);
  }

  #takeIn(seq: number): void {
    this.#callOff = null;
    const count = this.#parts.goOf(this.#travelling);
    const items = this.#travelling.slice(0, count);
    const rest = this.#travelling.slice(count);
    this.#travelling = rest;
    this.#parts.arrived(items, rest, seq);
    if (this.#isStopped) return;
    if (rest.length > 0) {
      this.#callOff = this.#parts.clock.after(0, () => this.#takeIn(seq));
      return;
    }
    // What was tidied up meanwhile may be on its way by now.
    if (this.#travelling.length > 0) return;
    if (this.#gathered.length === 0) this.#release(true);
    else if (this.#waiting.length > 0) this.hurry();
    else this.#goWhenDue();
  }

  #refuse(error: unknown): void {
    if (this.#isStopped) return;
    const items = this.#travelling;
    this.#travelling = [];
    this.#refusals += 1;
    if (this.#refusals === 1) this.#parts.refused(error);
    this.#gathered = [...items, ...this.#gathered];
    const pause = pauses[Math.min(this.#refusals, pauses.length) - 1]!;
    this.#callOff = this.#parts.clock.after(pause, () => this.#goAgain());
    this.#release(false);
  }

  #goAgain(): void {
    this.#callOff = null;
    const wanted = this.#parts.stillWanted(this.#gathered);
    if (this.#isStopped) return;
    this.#gathered = wanted;
    if (this.#gathered.length > 0) {
      this.#go();
      return;
    }
    this.#refusals = 0;
    this.#release(true);
  }

  #release(isEmpty: boolean): void {
    for (const resolve of this.#waiting.splice(0)) resolve(isEmpty);
  }
}
