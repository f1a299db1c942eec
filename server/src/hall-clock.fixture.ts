import { systemClock } from './adapters/system-clock.ts';
import type { Clock } from './ports.ts';

/** A clock that can be put forward: whatever was to be done by then is done at once. */
export class HallClock implements Clock {
  #ahead = 0;
  readonly #waiting = new Set<{ at: number; run: () => void }>();
  readonly #real = systemClock();

  now(): number {
    return this.#real.now() + this.#ahead;
  }

  elapsed(): number {
    return this.#real.elapsed() + this.#ahead;
  }

  after(delay: number, run: () => void): () => void {
    if (delay < 30_000) return this.#real.after(delay, run);
    const alarm = { at: this.now() + delay, run };
    this.#waiting.add(alarm);
    return () => this.#waiting.delete(alarm);
  }

  forward(minutes: number): void {
    this.#ahead += minutes * 60_000;
    for (const alarm of [...this.#waiting]) {
      if (alarm.at > this.now()) continue;
      this.#waiting.delete(alarm);
      alarm.run();
    }
  }
}
