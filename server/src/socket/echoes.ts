import { entriesOf } from '@board/shared/protocol/codec';
import { frameType } from '@board/shared/protocol/frames';
import { limits } from '@board/shared/protocol/limits';
import { Budget, type Rate } from '../budget.ts';
import type { Clock } from '../ports.ts';

/** What counts of a message against what its sender may send. */
export interface Counted {
  frames: number;
  bytes: number;
}

const readingRate: Rate = { burst: limits.entriesBurst, more: limits.entriesPerSecond, inMs: 1_000 };

/**
 * What one person may send of presence, from all sockets together. Echoes are free, as many as were sent: y-websocket
 * repeats all presence that it hears, so that whoever sends much of it would use up what the others may send. And so many
 * entries are read and no more, whoever they are about: each is work for a few bytes.
 */
export class Echoes {
  readonly #reading: Budget;
  #frames = 0;
  #bytes = 0;

  constructor(clock: Clock) {
    this.#reading = new Budget(clock, readingRate);
  }

  /** Something is sent to one of the person's sockets. However much it is, what it lets come back for nothing does not pile up. */
  sent(message: Uint8Array): void {
    if (!isPresence(message)) return;
    this.#frames = Math.min(limits.echoFrames, this.#frames + 1);
    this.#bytes = Math.min(limits.echoBytes, this.#bytes + message.byteLength);
  }

  /** False when it is presence and has more entries than may be read now: then none of it is. */
  mayRead(message: Uint8Array): boolean {
    const entries = isPresence(message) ? entriesOf(message) : 0;
    // What says to have more than any frame may is refused before one of them is read.
    return entries > limits.awarenessEntries || this.#reading.take(entries) === 0;
  }

  /** What is left to be counted of an echo. */
  rest({ byteLength }: Uint8Array): Counted {
    if (this.#frames === 0) return { frames: 1, bytes: byteLength };
    const covered = Math.min(this.#bytes, byteLength);
    this.#frames -= 1;
    this.#bytes -= covered;
    return { frames: 0, bytes: byteLength - covered };
  }
}

/** Whether it can be an echo at all. */
export function isPresence(message: Uint8Array): boolean {
  return message[0] === frameType.awareness;
}
