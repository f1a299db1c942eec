import type { PlacePath } from './places.ts';

/** The mark of what has not gone out on the present socket. */
const unsent = Number.POSITIVE_INFINITY;

/**
 * Where this device has edits that the server has not yet called stored. Counted are places, not keys: a sentence that is
 * typed into one field waits once.
 *
 * Over one socket, nothing is sent before the answer to the server's state vector; that answer holds everything that
 * waits by then. So an edit is covered either by the answer (mark 0) or by the n-th update after it (mark n), and
 * `stored: n` from the server settles every mark up to n.
 */
export class WaitingEdits {
  readonly #marks = new Map<PlacePath, number>();
  #sent = 0;
  /** The last update of this socket that the server has called stored; 0: the answer. */
  #stored = -1;
  #hasAnswered = false;
  #isSettled = false;

  /** In how many places there are edits that the server has not called stored. */
  get count(): number {
    return this.#marks.size;
  }

  get places(): PlacePath[] {
    return [...this.#marks.keys()];
  }

  /** The answer of this socket has gone out: from now on updates may be sent one by one. */
  get hasAnswered(): boolean {
    return this.#hasAnswered;
  }

  /** On this socket the server has confirmed that it has everything this device had when they met. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  /** Something was edited in these places, on this page or by an earlier one that left it in the local copy. */
  edited(places: Iterable<PlacePath>): void {
    for (const place of places) this.#marks.set(place, unsent);
  }

  /** What had been edited in these places was taken back before any of it went out. */
  takenBack(places: Iterable<PlacePath>): void {
    for (const place of places) this.#marks.delete(place);
  }

  /**
   * What another tab has left waiting in these places is in the document now, and what was new of it has just gone out where
   * it could. Where nothing is under way, the server has it already.
   */
  takenOver(places: Iterable<PlacePath>): void {
    if (!this.#hasAnswered) this.edited(places);
    else if (this.#stored < this.#sent)
      for (const place of places) this.#marks.set(place, Math.max(this.#sent, this.#marks.get(place) ?? 0));
  }

  /** A socket was opened, or lost: what was under way on the old one counts as not sent. */
  startOver(): void {
    this.#sent = 0;
    this.#stored = -1;
    this.#hasAnswered = false;
    this.#isSettled = false;
    this.edited(this.places);
  }

  /** The answer to the server's state vector has gone out. `isEmpty`: the server already has everything. */
  answered(isEmpty: boolean): void {
    this.#hasAnswered = true;
    if (isEmpty) {
      this.#isSettled = true;
      this.#stored = 0;
      this.#marks.clear();
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
    this.#stored = Math.max(this.#stored, upTo);
    for (const [place, mark] of this.#marks) if (mark <= upTo) this.#marks.delete(place);
  }

  #markUnsent(mark: number): void {
    for (const [place, one] of this.#marks) if (one === unsent) this.#marks.set(place, mark);
  }
}
