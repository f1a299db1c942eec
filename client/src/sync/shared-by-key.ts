interface Entry<Value> {
  value: Value;
  holders: number;
  closing: ReturnType<typeof setTimeout> | null;
}

/** How long something stays open after its last holder has gone, in milliseconds: long enough to turn a page. */
const grace = 2000;

/**
 * Things that several components use at once (a connection, a document): made for the first who asks, kept while anybody
 * holds them, closed a moment after the last has let go.
 */
export class SharedByKey<Key extends string, Value> {
  readonly #entries = new Map<Key, Entry<Value>>();
  readonly #make: (key: Key) => Value;
  readonly #close: (value: Value) => void;

  constructor(make: (key: Key) => Value, close: (value: Value) => void) {
    this.#make = make;
    this.#close = close;
  }

  /** The value for a key, made if it is not there. It stays only if somebody holds it soon. */
  get(key: Key): Value {
    return this.#entry(key).value;
  }

  /** Keeps the value until the returned function is called. */
  hold(key: Key): () => void {
    const entry = this.#entry(key);
    entry.holders += 1;
    if (entry.closing !== null) clearTimeout(entry.closing);
    entry.closing = null;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      entry.holders -= 1;
      if (entry.holders === 0) this.#closeSoon(key, entry);
    };
  }

  #entry(key: Key): Entry<Value> {
    const known = this.#entries.get(key);
    if (known) return known;
    const entry: Entry<Value> = { value: this.#make(key), holders: 0, closing: null };
    this.#entries.set(key, entry);
    this.#closeSoon(key, entry);
    return entry;
  }

  #closeSoon(key: Key, entry: Entry<Value>): void {
    entry.closing = setTimeout(() => {
      this.#entries.delete(key);
      this.#close(entry.value);
    }, grace);
  }
}
