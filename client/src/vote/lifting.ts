import type { VoteView } from '@board/shared/live-view';

/**
 * Whether blocks on a closed vote can be lifted, now or in a time for amendments that is opened again: so long its papers are
 * worth keeping. `now` is the server's time.
 */
export function mayStillLift(
  { slotUntil, liftUntil }: Pick<VoteView, 'slotUntil' | 'liftUntil'>,
  now: number,
): boolean {
  return liftUntil !== undefined && (slotUntil !== null || now < liftUntil);
}
