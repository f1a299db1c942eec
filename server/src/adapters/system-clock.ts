import type { Clock } from '../ports.ts';

/** The machine's own time. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    elapsed: () => Math.floor(performance.now()),
    after(delay, run) {
      const timer = setTimeout(run, delay);
      return () => clearTimeout(timer);
    },
  };
}
