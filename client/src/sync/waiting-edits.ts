/**
 * Which edits of this device the server has not yet called stored. One edit is one Yjs update.
 *
 * Over one socket, nothing is sent before the answer to the server's state vector; that answer holds everything that
 * waits by then. So an edit is covered either by the answer (mark 0) or by the n-th update after it (mark n), and
 * `stored: n` from the server settles every mark up to n.
 */
export class WaitingEdits {
  #marks: number[] = [];
  #sent = 0;
  #hasAnswered = false;
  #isSettled = false;

  /** How many edits the server has not called stored. */
  get count(): number {
    return this.#marks.length;
  }

  /** The answer of this socket has gone out: from now on updates may be sent one by one. */
  get hasAnswered(): boolean {
    return this.#hasAnswered;
  }

  /** On this socket the server has confirmed that it has everything this device had when they met. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  /** Edits found in the local copy, made before this page was opened. */
  inherit(edits: number): void {
    for (let index = 0; index < edits; index++) this.#marks.push(Number.POSITIVE_INFINITY);
  }

  edited(): void {
    this.#marks.push(Number.POSITIVE_INFINITY);
  }

  /** A socket was opened, or lost: what was under way on the old one counts as not sent. */
  startOver(): void {
    this.#sent = 0;
    this.#hasAnswered = false;
    this.#isSettled = false;
    this.#marks.fill(Number.POSITIVE_INFINITY);
  }

  /** The answer to the server's state vector has gone out. `isEmpty`: the server already has everything. */
  answered(isEmpty: boolean): void {
    this.#hasAnswered = true;
    if (isEmpty) {
      this.#isSettled = true;
      this.#marks = [];
    } else this.#markUnsent(0);
  }

  /** One more update has gone out on this socket. */
  sent(): void {
    this.#sent += 1;
    this.#markUnsent(this.#sent);
  }

  /** The server has stored the answer and `upTo` updates of this socket. */
  stored(upTo: number): void {
    if (!this.#hasAnswered) return;
    this.#isSettled = true;
    this.#marks = this.#marks.filter((mark) => mark > upTo);
  }

  #markUnsent(mark: number): void {
    this.#marks = this.#marks.map((one) => (one === Number.POSITIVE_INFINITY ? mark : one));
  }
}
