import type { Entry, NewEntry, Snapshot, WorkshopLog } from '../../server/src/ports.ts';
import type { VirtualClock } from './clock.ts';
import type { Random } from './random.ts';

/** Where a simulated server keeps its log. It outlives every crash. */
export interface Storage {
  /** Hears of entries at the moment in which they are durable, before anybody else. */
  onDurable: (entries: readonly Entry[]) => void;
  /** The probability with which an append cannot be stored. */
  refusal: number;
  /** Opens the log for a server that starts. The first entries are written when there is nothing yet. */
  open(first: readonly NewEntry[]): Promise<WorkshopLog>;
  /** The power goes: what was on its way may have reached the disk or not, and nobody is told. */
  crash(): Promise<void>;
  /** Something outside virtual time is under way; the world waits for it before time passes. */
  isBusy(): boolean;
  close(): Promise<void>;
}

/** A disk in memory with the manners of a slow and sometimes full one. */
export class MemoryStorage implements Storage {
  onDurable: (entries: readonly Entry[]) => void = () => {};
  refusal = 0;
  readonly #disk = new Disk();
  readonly #clock: VirtualClock;
  readonly #random: Random;
  #log: MemoryLog | null = null;

  constructor(clock: VirtualClock, random: Random) {
    this.#clock = clock;
    this.#random = random;
    this.#disk.onDurable = (entries) => this.onDurable(entries);
  }

  async open(first: readonly NewEntry[]): Promise<WorkshopLog> {
    if (this.#disk.entries.length === 0) this.#disk.write(first, this.#clock.now());
    this.#log = new MemoryLog(this.#disk, this.#clock, this.#random, () => this.refusal);
    return this.#log;
  }

  async crash(): Promise<void> {
    this.#log?.crash();
  }

  isBusy(): boolean {
    return false;
  }

  async close(): Promise<void> {}
}

class Disk {
  readonly entries: Entry[] = [];
  readonly snapshots = new Map<string, Snapshot>();
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

/** The log on that disk, one per start of the simulated server. */
class MemoryLog implements WorkshopLog {
  readonly #disk: Disk;
  readonly #clock: VirtualClock;
  readonly #random: Random;
  readonly #refusal: () => number;
  #listeners: ((entries: readonly Entry[]) => void)[] = [];
  #pending: Pending[] = [];
  #isWriting = false;
  #isDead = false;

  constructor(disk: Disk, clock: VirtualClock, random: Random, refusal: () => number) {
    this.#disk = disk;
    this.#clock = clock;
    this.#random = random;
    this.#refusal = refusal;
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
        return { document: body.document, generation, seq, state: body.state, writers: new Map() };
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
    if (this.#random.chance(this.#refusal())) {
      refuse(new Error('the simulated disk is full'));
      return;
    }
    const written = this.#disk.write(entries, this.#clock.now());
    for (const listener of [...this.#listeners]) listener(written);
    done(written.at(-1)?.seq ?? 0);
  }
}
