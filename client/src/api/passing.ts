import type { Refusal } from './request.ts';

const passing: ReadonlySet<Refusal['code']> = new Set([
  'offline',
  'sent-too-slowly',
  'stopping',
  'not-stored',
  'too-many-requests',
  'internal',
]);

/** True for a refusal that passes by itself: nobody has decided anything, and the same may be asked again later. */
export function isPassing(code: Refusal['code']): boolean {
  return passing.has(code);
}
