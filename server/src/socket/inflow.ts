import { limits } from '@board/shared/protocol/limits';
import type { Attendance } from './admission.ts';
import { FrameTrail } from './frame-trail.ts';
import type { Holder, Unfinished } from './unfinished.ts';

/** What comes in on one socket, piece by piece, before it is a message. */
export class Inflow implements Holder {
  readonly sender: Attendance;
  readonly letGo: () => void;
  readonly #unfinished: Unfinished;
  readonly #trail = new FrameTrail();
  /** Bytes that came, and looks in which they did, of the message that is under way; anew with each of so many bytes. */
  #bytes = 0;
  #looks = 0;

  /** `letGo` drops the socket. */
  constructor(sender: Attendance, unfinished: Unfinished, letGo: () => void) {
    this.sender = sender;
    this.#unfinished = unfinished;
    this.letGo = letGo;
  }

  /** Called for each piece, once the messages that end in it were heard. False when it is more than the person may send. */
  take(piece: Uint8Array): boolean {
    const { hasRested, parts } = this.#trail.follow(piece);
    if (hasRested) this.#rest();
    const { isUnderWay } = this.#trail;
    if (!isUnderWay && parts === 0) return true;
    this.#bytes += piece.byteLength;
    if (isUnderWay && !this.#unfinished.hold(this, piece.byteLength)) return false;
    return this.sender.allowance.take(0, (parts + (isUnderWay ? 1 : 0)) / limits.piecesPerFrame);
  }

  /** Looks how it gets on: how many looks in a row a message has been under way that brought next to nothing. */
  look(): number {
    const isGettingOn = !this.#trail.isUnderWay || this.#bytes >= limits.unfinishedBytesPerMinute;
    if (isGettingOn) this.#bytes = 0;
    this.#looks = isGettingOn ? 0 : this.#looks + 1;
    return this.#looks;
  }

  /** What is held of a message that will never be whole counts as sent: whoever only begins messages sends for nothing otherwise. */
  charge(): void {
    this.sender.allowance.spend(this.#unfinished.heldOf(this));
  }

  /** The connection is gone, and what was held with it. */
  end(): void {
    this.#unfinished.release(this);
  }

  #rest(): void {
    this.#unfinished.release(this);
    this.#bytes = 0;
    this.#looks = 0;
  }
}
