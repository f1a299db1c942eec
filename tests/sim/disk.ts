import type { Entry, NewEntry, Snapshot, WorkshopLog } from '../../server/src/ports.ts';
import type { VirtualClock } from './clock.ts';
import type { Random } from './random.ts';

/** What lies on a simulated disk: it outlives every crash. */
export class Disk {
  readonly entries: Entry[] = [];
  readonly snapshots = new Map<string, Snapshot>();
  /** Hears of entries at the moment in which they are durable, before anybody else. */
  onDurable: (entries: readonly Entry[]) => void = () => {};

  write(entries: readonly NewEntry[], at: number): Entry[] {
    const written = entries.map((entry, index) => ({ ...entry, seq: this.entries.length + index + 1, at }));
    this.entries.push(...written);
    this.onDurable(written);
    return written;
  }
}

interface Pending {
  entries: readonly NewEntry[];
  done: (seq: number) => void;
  refuse: (problem: Error) => void;
}

/** A log in memory with the manners of a slow and sometimes full disk. One per start of the simulated server. */
export class MemoryLog implements WorkshopLog {
  readonly #disk: Disk;
  readonly #clock: VirtualClock;
  readonly #random: Random;
  /** The probability with which an append cannot be stored. */
  refusal: number;
  #listeners: ((entries: readonly Entry[]) => void)[] = [];
  #pending: Pending[] = [];
  #isWriting = false;
  #isDead = false;

  constructor(disk: Disk, clock: VirtualClock, random: Random, refusal: number) {
    this.#disk = disk;
    this.#clock = clock;
    this.#random = random;
    this.refusal = refusal;
  }

  append(entries: readonly NewEntry[]): Promise<number> {
    return new Promise((done, refuse) => {
      this.#pending.push({ entries: structuredClone(entries), done, refuse });
      this.#writeNext();
    });
  }

  /** The power goes: what was on its way may have reached the disk or not, and nobody is told. */
  crash(): void {
    this.#isDead = true;
    this.#listeners = [];
    const reached = this.#random.below(this.#pending.length + 1);
    for (const { entries } of this.#pending.splice(0).slice(0, reached)) this.#disk.write(entries, this.#clock.now());
  }

  async readDecisions(): Promise<Entry[]> {
    return this.#disk.entries.filter((entry) => entry.body.kind !== 'update');
  }

  async readUpdates(document: string, generation: number, after: number): Promise<Entry[]> {
    return this.#disk.entries.filter(
      ({ seq, body }) =>
        seq > after && body.kind === 'update' && body.document === document && body.generation === generation,
    );
  }

  follow(listener: (entries: readonly Entry[]) => void): () => void {
    this.#listeners.push(listener);
    return () => {
      this.#listeners = this.#listeners.filter((one) => one !== listener);
    };
  }

  async readSnapshot(document: string, generation: number): Promise<Snapshot | null> {
    const kept = this.#disk.snapshots.get(`${document} ${generation}`);
    if (kept) return kept;
    for (const { seq, body } of this.#disk.entries) {
      if (body.kind === 'document' && body.document === document && body.generation === generation)
        return { document: body.document, generation, seq, state: body.state };
    }
    return null;
  }

  async writeSnapshot(snapshot: Snapshot): Promise<void> {
    if (!this.#isDead) this.#disk.snapshots.set(`${snapshot.document} ${snapshot.generation}`, snapshot);
  }

  async close(): Promise<void> {}

  #writeNext(): void {
    if (this.#isWriting || this.#pending.length === 0) return;
    this.#isWriting = true;
    this.#clock.after(this.#random.between(1, 40), () => {
      this.#isWriting = false;
      if (this.#isDead) return;
      this.#finish(this.#pending.shift()!);
      this.#writeNext();
    });
  }

  #finish({ entries, done, refuse }: Pending): void {
    if (this.#random.chance(this.refusal)) {
      refuse(new Error('the simulated disk is full'));
      return;
    }
    const written = this.#disk.write(entries, this.#clock.now());
    for (const listener of [...this.#listeners]) listener(written);
    done(written.at(-1)?.seq ?? 0);
  }
}
