import type { ErrorCode } from '@board/shared/errors';
import type { CloseReason } from '@board/shared/protocol/close-codes';

/**
 * The server will never take what waits, however often it is sent, though nothing is wrong with the copy or with a right:
 * what waits is set aside each time, so that nobody is kept from writing on. With nothing waiting it is the copy's trouble.
 */
export function isOversized(why: CloseReason | ErrorCode, isWaiting: boolean): boolean {
  return (why === 'too-large' || why === 'writers-full') && isWaiting;
}

/** A copy whose changes the server cannot place is tried so many times in a row. */
const mostMissing = 2;

/**
 * Tells when the server will never take what this device's copy holds, so that the copy is put aside and the document is
 * opened afresh. Once: when a fresh copy fares no better, the refusal is shown instead.
 */
export class CopyTrouble {
  #missing = 0;
  #isFresh = false;

  /** The server has everything: whatever comes later is another trouble. */
  isOver(): void {
    this.#missing = 0;
    this.#isFresh = false;
  }

  /** The server closed the socket. `wasSettled`: after it had confirmed what the copy held. True when the copy should be left. */
  isHopeless(why: CloseReason, wasSettled: boolean): boolean {
    if (why === 'missing-dependencies') this.#missing += 1;
    const isHopeless =
      why === 'foreign-client-id' ||
      why === 'too-large' ||
      (why === 'malformed-update' && !wasSettled) ||
      (why === 'missing-dependencies' && this.#missing >= mostMissing);
    if (!isHopeless || this.#isFresh) return false;
    this.#isFresh = true;
    this.#missing = 0;
    return true;
  }
}
