import { limits } from '@board/shared/protocol/limits';
import type { Clock } from '../ports.ts';

/** What one socket may send: a burst, refilled with time (token buckets for frames and for bytes). */
export function allowance(clock: Clock): { take(bytes: number): boolean } {
  const frames = bucket(clock, limits.frameBurst, limits.framesPerSecond);
  const bytes = bucket(clock, limits.bytesBurst, limits.bytesPerSecond);
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
