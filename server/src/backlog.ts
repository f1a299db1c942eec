import { limits } from '@board/shared/protocol/limits';

/** Bytes of memory that a message costs in a queue beside its own: what Node notes about it. */
const entryBytes = 256;
/** How full it is once some were let go of, so that room is not made for each message anew. */
const relieved = 0.75;

/** A reader as the backlog sees it. */
export interface Reader {
  /** Bytes that were written to it and that the network has not taken. */
  readonly waiting: number;
  /** Drops it to a resync, and with it all that waits for it. */
  letGo(): void;
}

/** A message as the backlog sees it: the same object is in memory once. */
interface Message {
  readonly byteLength: number;
}

/** What waits for one reader, in order. */
interface Queue {
  messages: Message[];
  bytes: number;
}

/**
 * What waits for all slow readers together. A message that many wait for is in memory once and counts once, so that a hall
 * on a slow network counts little; readers who each wait for something of their own count in full. When it is too much,
 * those go who hold most of it.
 */
export class Backlog {
  readonly #most: number;
  readonly #queues = new Map<Reader, Queue>();
  /** For each message, how many readers wait for it. */
  readonly #waitedFor = new Map<Message, number>();
  #bytes = 0;
  #isRelieving = false;

  constructor(most: number = limits.outboxBytesInAll) {
    this.#most = most;
  }

  /** Notes a message that has just been written, unless the network has taken it already. */
  note(reader: Reader, message: Message): void {
    const known = this.#queues.get(reader);
    if (!known && reader.waiting === 0) return;
    const queue = known ?? { messages: [], bytes: 0 };
    this.#queues.set(reader, queue);
    queue.messages.push(message);
    queue.bytes += message.byteLength;
    const before = this.#waitedFor.get(message) ?? 0;
    this.#waitedFor.set(message, before + 1);
    this.#bytes += entryBytes + (before === 0 ? message.byteLength : 0);
    this.#catchUp(reader, queue);
    if (this.#bytes > this.#most) this.#relieve();
  }

  /** The reader's connection is gone. */
  forget(reader: Reader): void {
    const queue = this.#queues.get(reader);
    if (queue) this.#release(reader, queue, queue.messages.length);
  }

  /** What the network has taken leaves in order, each message as a whole. */
  #catchUp(reader: Reader, queue: Queue): void {
    const { waiting } = reader;
    let [taken, bytes] = [0, queue.bytes];
    for (const { byteLength } of queue.messages) {
      if (bytes - byteLength < waiting) break;
      bytes -= byteLength;
      taken += 1;
    }
    if (taken > 0) this.#release(reader, queue, taken);
  }

  #release(reader: Reader, queue: Queue, count: number): void {
    for (const message of queue.messages.splice(0, count)) {
      queue.bytes -= message.byteLength;
      const left = (this.#waitedFor.get(message) ?? 1) - 1;
      if (left > 0) this.#waitedFor.set(message, left);
      else this.#waitedFor.delete(message);
      this.#bytes -= entryBytes + (left > 0 ? 0 : message.byteLength);
    }
    if (queue.messages.length === 0) this.#queues.delete(reader);
  }

  #relieve(): void {
    // Who is let go of may make others be told so.
    if (this.#isRelieving) return;
    this.#isRelieving = true;
    for (const [reader, queue] of this.#queues) this.#catchUp(reader, queue);
    const held = [...this.#queues].map(([reader, queue]) => ({ reader, bytes: this.#ownBytes(queue) }));
    if (this.#bytes > this.#most)
      for (const { reader } of held.sort((a, b) => b.bytes - a.bytes)) {
        if (this.#bytes <= this.#most * relieved) break;
        reader.letGo();
        this.forget(reader);
      }
    this.#isRelieving = false;
  }

  /** Of what many wait for, each has a part. */
  #ownBytes({ messages }: Queue): number {
    return messages.reduce(
      (sum, message) => sum + entryBytes + message.byteLength / (this.#waitedFor.get(message) ?? 1),
      0,
    );
  }
}
