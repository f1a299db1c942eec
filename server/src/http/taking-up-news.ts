import type { ErrorCode } from '@board/shared/errors';
import type { Seed } from '../workshop/seed.ts';

/** What the worker is given: a workshop's file as it came, and the time. */
export interface TakingUpJob {
  json: Uint8Array;
  /** Milliseconds since 1970. */
  now: number;
}

/** What the worker says, once. */
export type TakingUpNews = { seed: Seed } | { refusal: { code: ErrorCode; field: string | undefined } };
