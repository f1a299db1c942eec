/** Something that shows one value at a time, for React's `useSyncExternalStore`. */
export interface Subscribable<Value> {
  /** The same object until something has changed. */
  getSnapshot: () => Value;
  subscribe: (listener: () => void) => () => void;
}

/** A value that can be replaced. */
export class Shown<Value> implements Subscribable<Value> {
  #value: Value;
  readonly #listeners = new Set<() => void>();

  constructor(value: Value) {
    this.#value = value;
  }

  getSnapshot = (): Value => this.#value;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  show(value: Value): void {
    if (value === this.#value) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) listener();
  }
}
