import { encodeFrame } from '@board/shared/protocol/codec';
import type { AwarenessEntry } from '@board/shared/protocol/frames';
import * as Y from 'yjs';
import type { Clock } from '../ports.ts';
import type { Seated } from './seated.ts';

/** Changes per second up to which everything is sent at once. */
const calmRate = 20;
/** Changes per second from which the window is as long as it gets. */
const busyRate = 100;
const longestWindowMs = 33;
const rateMemoryMs = 1000;

/** Gathers what a room has to tell within a window and sends it to all seats, each frame encoded once. */
export interface FanOut {
  update(delta: Uint8Array, from: Seated): void;
  presence(entries: readonly AwarenessEntry[]): void;
  /** This seat's count of stored updates, or the storing of its answer, is to be told. */
  stored(seat: Seated): void;
  /** Sends what is left at once. */
  flush(): void;
  /** Drops what is left and sends nothing any more. */
  stop(): void;
}

/** `guard` runs what a timer sets off, where a throw would have nobody to catch it. */
export function fanOut(seats: ReadonlySet<Seated>, clock: Clock, guard: (run: () => void) => void): FanOut {
  let deltas: Uint8Array[] = [];
  let authors = new Set<Seated>();
  let entries = new Map<number, AwarenessEntry>();
  let toTell = new Set<Seated>();
  let cancel: (() => void) | null = null;
  let isStopped = false;
  const rate = recentRate(clock);

  const flush = (): void => {
    cancel?.();
    cancel = null;
    const update = deltas.length > 0 ? encodeFrame({ type: 'update', update: Y.mergeUpdates(deltas) }) : null;
    const awareness = entries.size > 0 ? encodeFrame({ type: 'awareness', entries: [...entries.values()] }) : null;
    const onlyAuthor = authors.size === 1 ? [...authors][0] : null;
    const stored = toTell;
    [deltas, authors, entries, toTell] = [[], new Set(), new Map(), new Set()];
    for (const seat of seats) {
      if (update && seat.isAnswered && seat !== onlyAuthor) seat.member.send(update);
      if (awareness) seat.member.send(awareness);
      if (stored.has(seat)) seat.member.send(encodeFrame({ type: 'stored', count: seat.stored }));
    }
  };
  const schedule = (): void => {
    if (isStopped) return;
    const now = rate.note();
    cancel ??= clock.after(windowFor(now), () => guard(flush));
  };

  return {
    update(delta, from) {
      deltas.push(delta);
      authors.add(from);
      schedule();
    },
    presence(changed) {
      if (changed.length === 0) return;
      for (const entry of changed) entries.set(entry.clientId, entry);
      schedule();
    },
    stored(seat) {
      toTell.add(seat);
      schedule();
    },
    flush() {
      if (!isStopped) flush();
    },
    stop() {
      isStopped = true;
      cancel?.();
    },
  };
}

/** Milliseconds that a change may wait for others, by the room's changes per second. */
function windowFor(rate: number): number {
  const busyness = (rate - calmRate) / (busyRate - calmRate);
  return Math.round(longestWindowMs * Math.min(1, Math.max(0, busyness)));
}

/** A running estimate of events per second that fades within about a second. */
function recentRate(clock: Clock): { note(): number } {
  let rate = 0;
  let at = clock.now();
  return {
    note() {
      const now = clock.now();
      rate = rate * Math.exp((at - now) / rateMemoryMs) + 1;
      at = now;
      return rate;
    },
  };
}
