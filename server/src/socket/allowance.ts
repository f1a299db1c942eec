import { limits } from '@board/shared/protocol/limits';
import type { Clock } from '../ports.ts';

export type Caps = Record<'frameBurst' | 'framesPerSecond' | 'bytesBurst' | 'bytesPerSecond', number>;

/** What may be sent: a burst, refilled with time (token buckets for frames and for bytes). */
export class Allowance {
  readonly #clock: Clock;
  readonly #caps: Caps;
  #frames: number;
  #bytes: number;
  #at: number;

  constructor(clock: Clock, caps: Caps = limits) {
    this.#clock = clock;
    this.#caps = caps;
    this.#frames = caps.frameBurst;
    this.#bytes = caps.bytesBurst;
    this.#at = clock.elapsed();
  }

  /** False when a frame of so many bytes is one too many. */
  take(bytes: number): boolean {
    const now = this.#clock.elapsed();
    const seconds = (now - this.#at) / 1000;
    const { frameBurst, framesPerSecond, bytesBurst, bytesPerSecond } = this.#caps;
    this.#at = now;
    this.#frames = Math.min(frameBurst, this.#frames + seconds * framesPerSecond);
    this.#bytes = Math.min(bytesBurst, this.#bytes + seconds * bytesPerSecond);
    if (this.#frames < 1 || this.#bytes < bytes) return false;
    this.#frames -= 1;
    this.#bytes -= bytes;
    return true;
  }
}
