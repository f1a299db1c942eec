/**
 * Lets commands that check and then decide about the same thing go one after the other, so that nothing slips in between
 * the check and the decision. Keys are free texts; a key nobody waits for takes no room.
 */
export class Queues {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Runs the task when all earlier ones of the same key have ended, however they ended. */
  async run<Value>(key: string, task: () => Promise<Value>): Promise<Value> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const mine = before.then(task, task);
    const settled = mine.catch(() => undefined);
    this.#tails.set(key, settled);
    try {
      return await mine;
    } finally {
      if (this.#tails.get(key) === settled) this.#tails.delete(key);
    }
  }

  /** Runs the task as soon as nothing of a key is waiting or running, in that very moment: what it looks at first is what stands then. */
  async whenIdle<Value>(key: string, task: () => Promise<Value>): Promise<Value> {
    for (let tail = this.#tails.get(key); tail; tail = this.#tails.get(key)) await tail;
    return task();
  }
}
