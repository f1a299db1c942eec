import type { Clock } from '../ports.ts';

/**
 * A clock whose appointments for the same millisecond are kept in one go: what busy rooms store then shares one transaction.
 * One that throws keeps no other from theirs: what it threw is thrown when all are kept.
 */
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
          keepAll(clock, appointments);
        });
      }
      return () => appointments.delete(appointment);
    },
  };
}

function keepAll(clock: Clock, appointments: ReadonlySet<() => void>): void {
  const problems: unknown[] = [];
  for (const one of appointments) {
    try {
      one();
    } catch (problem) {
      problems.push(problem);
    }
  }
  // Each is told of by itself.
  for (const problem of problems.slice(1)) {
    clock.after(0, () => {
      throw problem;
    });
  }
  if (problems.length > 0) throw problems[0];
}
