import type { Clock } from '../../server/src/ports.ts';

interface Appointment {
  at: number;
  place: number;
  run: () => void;
}

/** Time that passes only when it is told to. Appointments at the same time come in the order in which they were made. */
export class VirtualClock implements Clock {
  #now = 1_700_000_000_000;
  #error = 0;
  #made = 0;
  #waiting: Appointment[] = [];

  now(): number {
    return this.#now + this.#error;
  }

  elapsed(): number {
    return this.#now;
  }

  /** Somebody sets the clock, by so many milliseconds. Appointments stay as far away as they are. */
  jump(milliseconds: number): void {
    this.#error += milliseconds;
  }

  after(delay: number, run: () => void): () => void {
    const appointment = { at: this.#now + Math.max(0, delay), place: this.#made++, run };
    this.#waiting.push(appointment);
    return () => {
      this.#waiting = this.#waiting.filter((one) => one !== appointment);
    };
  }

  /** How much time has passed since the beginning, whatever the clock shows. */
  get passed(): number {
    return this.#now;
  }

  /** Time goes on to the next appointment before `end` (as `passed` counts), which is then kept. False when there is none: then it is `end`. */
  step(end: number): boolean {
    const next = this.#waiting.reduce<Appointment | null>(earlier, null);
    if (next === null || next.at > end) {
      this.#now = Math.max(this.#now, end);
      return false;
    }
    this.#waiting = this.#waiting.filter((one) => one !== next);
    this.#now = Math.max(this.#now, next.at);
    next.run();
    return true;
  }
}

function earlier(best: Appointment | null, one: Appointment): Appointment {
  if (best === null || one.at < best.at || (one.at === best.at && one.place < best.place)) return one;
  return best;
}
