/** How long the server may confirm nothing, in milliseconds, before a person is told that it takes its time. */
const patience = 5000;

/** Watches whether what has been sent is confirmed in good time. */
export class Lateness {
  readonly #tell: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isLate = false;

  /** `tell` is called when it has become late. */
  constructor(tell: () => void) {
    this.#tell = tell;
  }

  /** Nothing was confirmed for longer than one should have to wait. */
  get isLate(): boolean {
    return this.#isLate;
  }

  /** Something is under way, or nothing is: begins to wait, or stops. */
  watch(isUnderWay: boolean): void {
    if (!isUnderWay) this.#stop();
    else this.#timer ??= setTimeout(this.#become, patience);
  }

  /** The server has confirmed something: waiting begins anew. */
  progress(): void {
    this.#stop();
  }

  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#isLate = false;
  }

  readonly #become = (): void => {
    this.#isLate = true;
    this.#tell();
  };
}
