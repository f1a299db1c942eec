import type { WorkshopId } from '@board/shared/ids';
import type { InView, PresentationView } from '@board/shared/presentation';
import { useEffect, useRef, useState } from 'react';
import { turnPresentation } from '../../api/presentations.ts';
import type { Refusal } from '../../api/request.ts';

export interface Turning {
  /** What the hall is asked to look at: one's own last press until it is there, else what is there. */
  inView: InView;
  turn: (to: InView) => void;
  isOnItsWay: boolean;
  refusal: Refusal | null;
}

/** Turns what the hall looks at. One request is on its way at a time, and of the presses meanwhile only the last one follows. */
export function useTurning(workshopId: WorkshopId, { id, inView: shown }: PresentationView): Turning {
  const [wanted, setWanted] = useState<InView | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const newest = useRef<InView | null>(null);
  const isSending = useRef(false);
  const isThere = wanted !== null && isSame(wanted, shown);
  useEffect(() => {
    if (isThere) setWanted(null);
  }, [isThere]);

  const send = async (): Promise<void> => {
    if (isSending.current) return;
    isSending.current = true;
    while (newest.current) {
      const to = newest.current;
      newest.current = null;
      const answer = await turnPresentation(workshopId, id, to);
      setRefusal(answer.ok ? null : answer.problem);
      // Refused, or the hall is there already and was before: what is shown counts.
      if (!newest.current) setWanted((now) => (answer.ok && now && !isSame(now, to) ? now : null));
    }
    isSending.current = false;
  };
  return {
    inView: wanted ?? shown,
    turn: (to) => {
      newest.current = to;
      setWanted(to);
      void send();
    },
    isOnItsWay: wanted !== null,
    refusal,
  };
}

function isSame(a: InView, b: InView): boolean {
  return a.row === b.row && a.action === b.action;
}
