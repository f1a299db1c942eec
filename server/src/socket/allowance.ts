import { limits } from '@board/shared/protocol/limits';
import type { Clock } from '../ports.ts';

/** What may be sent: a burst, refilled with time (token buckets for frames and for bytes). */
export interface Allowance {
  /** False when a frame of so many bytes is one too many. */
  take(bytes: number): boolean;
}

type Caps = Record<'frameBurst' | 'framesPerSecond' | 'bytesBurst' | 'bytesPerSecond', number>;

export function allowance(clock: Clock, caps: Caps = limits): Allowance {
  const frames = bucket(clock, caps.frameBurst, caps.framesPerSecond);
  const bytes = bucket(clock, caps.bytesBurst, caps.bytesPerSecond);
  return { take: (size) => frames(1) && bytes(size) };
}

function bucket(clock: Clock, burst: number, perSecond: number): (amount: number) => boolean {
  let left: number = burst;
  let at = clock.now();
  return (amount) => {
    const now = clock.now();
    left = Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond);
    at = now;
    if (left < amount) return false;
    left -= amount;
    return true;
  };
}
