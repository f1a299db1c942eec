import { encodeFrame } from '@board/shared/protocol/codec';
import type { AwarenessEntry } from '@board/shared/protocol/frames';
import { limits } from '@board/shared/protocol/limits';
import type { Clock, Meter } from '../ports.ts';
import type { Pace } from './pace.ts';
import type { Seated } from './seated.ts';

/** What has become durable in one go. */
export interface Durable {
  /** All that it changed; null when everything was known. */
  delta: Uint8Array | null;
  /** Who wrote it. A single author knows it already. */
  authors: ReadonlySet<Seated>;
  /** Whose count of stored updates, or whose answer's storing, is to be told. */
  stored: ReadonlySet<Seated>;
}

/** Tells the seats of a room what happened: each frame encoded once, one send per seat. */
export interface FanOut {
  /** At once, with the presence that has gathered as far as it may go already. */
  tell(durable: Durable): void;
  /** Gathers: of each client id the last state travels, beside the next text or on its own, and so much per second. */
  presence(entries: readonly AwarenessEntry[]): void;
  /** Sends what has gathered. */
  flush(): void;
  /** Drops what has gathered and sends nothing any more. */
  stop(): void;
}

export interface FanOutParts {
  seats: ReadonlySet<Seated>;
  clock: Clock;
  pace: Pace;
  meter: Meter;
  /** Runs what a timer sets off, where a throw would have nobody to catch it. */
  guard(run: () => void): void;
}

/** Milliseconds that gathered presence waits for a text that is on its way to the disk. */
const patience = 10;

const nobody: ReadonlySet<Seated> = new Set();
const nothing: Durable = { delta: null, authors: nobody, stored: nobody };

/** Frames of presence, none for nobody: each short enough for what y-websocket repeats of it. */
export function presenceFrames(entries: readonly AwarenessEntry[]): Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let from = 0; from < entries.length; from += limits.awarenessEntriesSent) {
    const part = entries.slice(from, from + limits.awarenessEntriesSent);
    frames.push(encodeFrame({ type: 'awareness', entries: part }));
  }
  return frames;
}

export function fanOut(parts: FanOutParts): FanOut {
  return new RoomFanOut(parts);
}

class RoomFanOut implements FanOut {
  readonly #parts: FanOutParts;
  readonly #entries = new Map<number, AwarenessEntry>();
  /** When presence may go out again: what went last has had its time. */
  #freeAt: number;
  #callOff: (() => void) | null = null;
  #isStopped = false;

  constructor(parts: FanOutParts) {
    this.#parts = parts;
    this.#freeAt = parts.clock.elapsed();
  }

  tell({ delta, authors, stored }: Durable): void {
    this.#callOff?.();
    this.#callOff = null;
    if (this.#isStopped) return;
    const told = this.#parts.meter.fanOut();
    const presence = this.#gathered();
    const forReaders = delta ? [encodeFrame({ type: 'update', update: delta }), ...presence] : presence;
    const onlyAuthor = authors.size === 1 ? [...authors][0] : null;
    for (const seat of this.#parts.seats) {
      const frames = seat.isAnswered && seat !== onlyAuthor ? forReaders : presence;
      if (stored.has(seat)) seat.member.send([...frames, encodeFrame({ type: 'stored', count: seat.stored })]);
      else if (frames.length > 0) seat.member.send(frames);
    }
    told();
    if (this.#entries.size > 0) this.#sendIn(0);
  }

  presence(changed: readonly AwarenessEntry[]): void {
    if (changed.length === 0 || this.#isStopped) return;
    for (const entry of changed) this.#entries.set(entry.clientId, entry);
    const window = this.#parts.pace.note();
    this.#sendIn(window === 0 ? 0 : window + patience);
  }

  flush(): void {
    this.#freeAt = this.#parts.clock.elapsed();
    if (this.#entries.size > 0) this.tell(nothing);
  }

  stop(): void {
    this.#isStopped = true;
    this.#callOff?.();
  }

  #sendIn(delay: number): void {
    const { clock, guard } = this.#parts;
    const wait = Math.max(delay, this.#freeAt - clock.elapsed());
    this.#callOff ??= clock.after(wait, () => guard(() => this.tell(nothing)));
  }

  /** The presence that may go out now. */
  #gathered(): Uint8Array[] {
    const now = this.#parts.clock.elapsed();
    if (this.#entries.size === 0 || now < this.#freeAt) return [];
    const frames = presenceFrames([...this.#entries.values()]);
    this.#entries.clear();
    const bytes = frames.reduce((sum, { byteLength }) => sum + byteLength, 0);
    this.#freeAt = now + Math.floor((bytes * 1000) / limits.awarenessBytesPerSecond);
    return frames;
  }
}
