import type { WorkshopId } from '@board/shared/ids';
import type { Result } from '@board/shared/result';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Refusal } from '../../api/request.ts';
import { meStores } from '../../sync/me.ts';
import { liveConnections } from '../../sync/use-live-view.ts';

/** Comes in by whatever `ask` sends, and leads on to the workshop; `busyAs` is what somebody is coming in as just now. */
export function useEntering<As extends string>(workshopId: WorkshopId) {
  const [, go] = useLocation();
  const [busyAs, setBusyAs] = useState<As | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const enter = async (as: As, ask: () => Promise<Result<unknown, Refusal>>): Promise<void> => {
    setBusyAs(as);
    setRefusal(null);
    const answer = await ask();
    setBusyAs(null);
    if (!answer.ok) {
      setRefusal(answer.problem);
      return;
    }
    void meStores.get(workshopId).refresh();
    liveConnections.get(workshopId).live.comeBack();
    go(`/w/${workshopId}`, { replace: true });
  };
  return { enter, busyAs, refusal };
}
