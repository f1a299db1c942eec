import { readdirSync, readFileSync } from 'node:fs';

/** How often threads are looked at, in milliseconds: one that ends keeps what it had at the last look. */
const lookMs = 200;

/** Counts the nanoseconds that all threads of a process have spent on a processor, those that ended meanwhile included. */
export class ProcessorTime {
  readonly #folder: string;
  readonly #timer: NodeJS.Timeout;
  #threads = new Map<string, number>();
  #ended = 0;

  constructor(pid: number) {
    this.#folder = `/proc/${pid}/task`;
    this.#timer = setInterval(() => this.read(), lookMs);
  }

  /** Nanoseconds since the process started, as the kernel's scheduler counts them. */
  read(): number {
    const now = new Map<string, number>();
    for (const thread of readdirSync(this.#folder)) {
      const spent = onProcessor(`${this.#folder}/${thread}/schedstat`);
      if (spent !== null) now.set(thread, spent);
    }
    for (const [thread, before] of this.#threads) {
      const after = now.get(thread);
      // Gone, or another thread that was given the same number.
      if (after === undefined || after < before) this.#ended += before;
    }
    this.#threads = now;
    return this.#ended + [...now.values()].reduce((sum, spent) => sum + spent, 0);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

function onProcessor(path: string): number | null {
  try {
    return Number(readFileSync(path, 'utf8').split(' ')[0]);
  } catch {
    return null;
  }
}
