import type { TimerView } from '@board/shared/live-stage';

/** From here on, in milliseconds, seconds are shown: before that they would only move. */
const lastStretch = 5 * 60_000;
/** A timer that has been over for longer, in milliseconds, is no news. */
const shownWhenOver = 15 * 60_000;
const minute = 60_000;

/** What a page shows of a timer at a moment. */
export type TimerFace =
  | { state: 'minutes'; hours: number; minutes: number }
  /** `4:05` */
  | { state: 'seconds'; minutes: number; seconds: number }
  | { state: 'over' };

/** Whole minutes, rounded up, until the last five; then minutes and seconds. Null: there is nothing to show. */
export function timerFace(timer: TimerView | null, now: number): TimerFace | null {
  if (timer === null || now > timer.endsAt + shownWhenOver) return null;
  const left = timer.endsAt - now;
  if (left <= 0) return { state: 'over' };
  if (left > lastStretch) {
    const minutes = Math.ceil(left / minute);
    return { state: 'minutes', hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  }
  const seconds = Math.ceil(left / 1000);
  return { state: 'seconds', minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
}

/** Milliseconds until the face changes by itself; null: it does not. */
export function untilNextFace(timer: TimerView | null, now: number): number | null {
  const face = timerFace(timer, now);
  if (timer === null || face === null) return null;
  const left = timer.endsAt - now;
  switch (face.state) {
    case 'over':
      return left + shownWhenOver + 1;
    case 'minutes':
      return Math.min(left % minute || minute, left - lastStretch);
    case 'seconds':
      return left % 1000 || 1000;
  }
}

/** The few moments at which a timer is spoken: when it is set, five minutes and one minute before its end, and at its end. */
export type TimerMoment = 'set' | 'five' | 'one' | 'over';

/** The latest of these moments; those that lie before the timer's own beginning are left out. */
export function timerMoment({ startedAt, endsAt }: TimerView, now: number): TimerMoment {
  const left = endsAt - now;
  const whole = endsAt - startedAt;
  if (left <= 0) return 'over';
  if (left <= minute && whole > minute) return 'one';
  return left <= lastStretch && left > minute && whole > lastStretch ? 'five' : 'set';
}
