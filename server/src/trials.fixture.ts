import { systemClock } from './adapters/system-clock.ts';
import { openTrials } from './adapters/trials.ts';
import type { Trials } from './ports.ts';

/** For all rooms of a test file; nothing is started before something is tried out, and what is keeps no process alive. */
export const trials: Trials = openTrials(systemClock());
