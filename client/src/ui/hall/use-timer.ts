import type { WorkshopId } from '@board/shared/ids';
import type { TimerView } from '@board/shared/live-stage';
import { useEffect, useState } from 'react';
import { useLiveView } from '../../sync/use-live-view.ts';
import { untilNextFace } from './timer-time.ts';

/** The longest that a browser's own timer can be trusted with, in milliseconds. */
const longestWait = 60_000;

/** The hall's timer, and the server's time, followed as often as what is shown of the timer changes and no more. */
export function useTimer(workshopId: WorkshopId): { timer: TimerView | null; now: number } {
  const { view, serverNow } = useLiveView(workshopId);
  const timer = view?.timer ?? null;
  const [, drawAgain] = useState(0);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => {
      const next = untilNextFace(timer, serverNow());
      if (next === null) return;
      waiting = setTimeout(
        () => {
          drawAgain((count) => count + 1);
          wait();
        },
        Math.min(next, longestWait),
      );
    };
    wait();
    return () => clearTimeout(waiting);
  }, [timer, serverNow]);
  return { timer, now: serverNow() };
}
