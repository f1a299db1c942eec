import type { Clock } from '../ports.ts';

/** A clock whose appointments for the same millisecond are kept in one go: what busy rooms store then shares one transaction. */
export function sharedTimers(clock: Clock): Clock {
  const due = new Map<number, Set<() => void>>();
  return {
    now: () => clock.now(),
    elapsed: () => clock.elapsed(),
    after(delay, run) {
      const at = clock.elapsed() + delay;
      const known = due.get(at);
      const appointments = known ?? new Set();
      // A function may be given twice: each appointment is one of its own.
      const appointment = (): void => run();
      appointments.add(appointment);
      if (!known) {
        due.set(at, appointments);
        clock.after(delay, () => {
          if (due.get(at) === appointments) due.delete(at);
          for (const one of appointments) one();
        });
      }
      return () => appointments.delete(appointment);
    },
  };
}
