import type { TrialOutcome } from '../ports.ts';

/** From here on it is the update that takes long, and not what was there before it. */
export const opened = 'opened';

/** What the worker of trials tells. */
export type TrialNews = typeof opened | Exclude<TrialOutcome, 'busy'>;
