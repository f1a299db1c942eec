import type { Clock } from '../ports.ts';

/** Events per second up to which everything goes at once. */
const calmRate = 20;
/** Events per second from which the window is as long as it gets. */
const busyRate = 60;
/** Milliseconds: a thirtieth of a second is not felt by those who read, and costs a third of sending at once. */
const longestWindow = 33;
const memory = 1_000;

/** How long what happens in a room may wait for company, by the room's own recent rate. */
export interface Pace {
  /** Counts an event and answers for how many milliseconds it may wait. */
  note(): number;
}

/** A running estimate of events per second that fades within about a second. */
export function pace(clock: Clock): Pace {
  let rate = 0;
  let at = clock.elapsed();
  return {
    note() {
      const now = clock.elapsed();
      rate = rate * Math.exp((at - now) / memory) + 1;
      at = now;
      return windowFor(rate, now);
    },
  };
}

/** Long windows end at the same moments in every room, so that busy rooms share one transaction. */
function windowFor(rate: number, now: number): number {
  if (rate <= calmRate) return 0;
  if (rate >= busyRate) return longestWindow - (now % longestWindow);
  return Math.round((longestWindow * (rate - calmRate)) / (busyRate - calmRate));
}
