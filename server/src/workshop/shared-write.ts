/**
 * Lets many requests share one write: what was asked for while a write is under way is covered by the next one.
 * `write` must take everything that has been asked for up to the moment it is called.
 */
export class SharedWrite {
  readonly #write: () => Promise<void>;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(write: () => Promise<void>) {
    this.#write = write;
  }

  /** Resolves when a write that began after this call has ended well; rejects when that write failed. */
  request(): Promise<void> {
    this.#next ??= this.#after(this.#running);
    return this.#next;
  }

  /** Resolves when nothing is under way any more, however it ended. */
  async settled(): Promise<void> {
    while (this.#next ?? this.#running) await (this.#next ?? this.#running)?.catch(() => undefined);
  }

  async #after(running: Promise<void> | null): Promise<void> {
    await running?.catch(() => undefined);
    this.#running = this.#next;
    this.#next = null;
    try {
      await this.#write();
    } finally {
      this.#running = null;
    }
  }
}
