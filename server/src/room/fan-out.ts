import { encodeFrame } from '@board/shared/protocol/codec';
import type { AwarenessEntry } from '@board/shared/protocol/frames';
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
  /** At once, with the presence that has gathered. */
  tell(durable: Durable): void;
  /** Gathers: of each client id the last state travels, beside the next text or on its own. */
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

export function fanOut({ seats, clock, pace, meter, guard }: FanOutParts): FanOut {
  const entries = new Map<number, AwarenessEntry>();
  let callOff: (() => void) | null = null;
  let isStopped = false;

  const tell = ({ delta, authors, stored }: Durable): void => {
    callOff?.();
    callOff = null;
    if (isStopped) return;
    const told = meter.fanOut();
    const awareness = entries.size > 0 ? [encodeFrame({ type: 'awareness', entries: [...entries.values()] })] : [];
    entries.clear();
    const forReaders = delta ? [encodeFrame({ type: 'update', update: delta }), ...awareness] : awareness;
    const onlyAuthor = authors.size === 1 ? [...authors][0] : null;
    for (const seat of seats) {
      const frames = seat.isAnswered && seat !== onlyAuthor ? forReaders : awareness;
      if (stored.has(seat)) seat.member.send([...frames, encodeFrame({ type: 'stored', count: seat.stored })]);
      else if (frames.length > 0) seat.member.send(frames);
    }
    told();
  };

  return {
    tell,
    presence(changed) {
      if (changed.length === 0 || isStopped) return;
      for (const entry of changed) entries.set(entry.clientId, entry);
      const window = pace.note();
      callOff ??= clock.after(window === 0 ? 0 : window + patience, () => guard(() => tell(nothing)));
    },
    flush() {
      if (entries.size > 0) tell(nothing);
    },
    stop() {
      isStopped = true;
      callOff?.();
    },
  };
}
