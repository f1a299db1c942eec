import { limits } from '@board/shared/protocol/limits';

/** Bytes of memory that a piece of the network costs beside its own while it waits for the rest of its message. */
export const pieceBytes = 512;
/** How full it is once some were let go of, so that room is not made for each piece anew. */
const relieved = 0.75;

/** Somebody whose messages are under way, on one socket or on many. */
export interface Sender {
  /** Bytes that are held of all of the person's unfinished messages. */
  unfinished: number;
}

/** Whoever holds the beginning of a message: one socket. */
export interface Holder {
  readonly sender: Sender;
  /** Drops it, and with it all that is held of its message; the person comes anew. */
  letGo(): void;
}

/**
 * What has come of messages that are not whole yet. It is in memory until the rest comes, so that whoever begins messages and
 * finishes none would fill the server. One person has so much of it, from all sockets together. When all people together
 * have too much, those go who hold most.
 */
export class Unfinished {
  readonly #most: number;
  readonly #held = new Map<Holder, number>();
  #bytes = 0;

  constructor(most: number = limits.unfinishedBytesInAll) {
    this.#most = most;
  }

  /** A piece of so many bytes came and leaves a message unfinished. False, and it is not held, when it is more than the person may have. */
  hold(holder: Holder, byteLength: number): boolean {
    const more = byteLength + pieceBytes;
    if (holder.sender.unfinished + more > limits.unfinishedBytesPerPerson) return false;
    this.#count(holder, more);
    if (this.#bytes > this.#most) this.#relieve();
    return true;
  }

  heldOf(holder: Holder): number {
    return this.#held.get(holder) ?? 0;
  }

  /** The message is whole, or the connection is gone. */
  release(holder: Holder): void {
    const held = this.heldOf(holder);
    if (held > 0) this.#count(holder, -held);
  }

  #count(holder: Holder, more: number): void {
    const held = this.heldOf(holder) + more;
    if (held > 0) this.#held.set(holder, held);
    else this.#held.delete(holder);
    holder.sender.unfinished += more;
    this.#bytes += more;
  }

  #relieve(): void {
    const senders = new Set([...this.#held.keys()].map(({ sender }) => sender));
    for (const sender of [...senders].sort((a, b) => b.unfinished - a.unfinished)) {
      if (this.#bytes <= this.#most * relieved) return;
      for (const holder of [...this.#held.keys()].filter((one) => one.sender === sender)) {
        holder.letGo();
        this.release(holder);
      }
    }
  }
}
