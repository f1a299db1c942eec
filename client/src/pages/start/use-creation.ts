import type { WorkshopCreated } from '@board/shared/commands';
import type { Result } from '@board/shared/result';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Refusal } from '../../api/request.ts';
import { keepWorkshop } from '../../facilitator-keys.ts';

/** Sends a command that creates a workshop; on success keeps its secret key on this device and leads to its control page. */
export function useCreation(): {
  create: (send: () => Promise<Result<WorkshopCreated, Refusal>>, title: string) => Promise<void>;
  isBusy: boolean;
  refusal: Refusal | null;
} {
  const [, go] = useLocation();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const create = async (send: () => Promise<Result<WorkshopCreated, Refusal>>, title: string): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    const answer = await send();
    setBusy(false);
    if (!answer.ok) {
      setRefusal(answer.problem);
      return;
    }
    const { workshopId, facilitatorKey } = answer.value;
    keepWorkshop({ workshopId, title, key: facilitatorKey });
    go(`/w/${workshopId}`);
  };
  return { create, isBusy, refusal };
}
