/** What others did since something was last said of it, said seldom: a screen reader is not to be talked over. */
export interface Work {
  people: ReadonlySet<string>;
  rows: ReadonlySet<string>;
}

/** Milliseconds between two sentences, at least. */
export const restBetween = 5000;

/** Gathers what others do and tells of it all at once. */
export class Summary {
  #people = new Set<string>();
  #rows = new Set<string>();
  #lastAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #tell: (work: Work) => void;
  readonly #now: () => number;

  constructor(tell: (work: Work) => void, now: () => number = () => performance.now()) {
    this.#tell = tell;
    this.#now = now;
  }

  /** Somebody has written in these rows. */
  note(rows: Iterable<string>, people: Iterable<string>): void {
    for (const row of rows) this.#rows.add(row);
    for (const person of people) this.#people.add(person);
    if (this.#rows.size === 0 || this.#timer !== null) return;
    const wait = Math.max(restBetween / 2, this.#lastAt + restBetween - this.#now());
    this.#timer = setTimeout(this.#say, wait);
  }

  /** Nothing more is told. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  readonly #say = (): void => {
    this.#timer = null;
    this.#lastAt = this.#now();
    const work = { people: this.#people, rows: this.#rows };
    this.#people = new Set();
    this.#rows = new Set();
    this.#tell(work);
  };
}
