import type { CopyLink } from '@board/shared/commands-charter';
import type { WorkshopId } from '@board/shared/ids';
import { useCallback, useEffect, useState } from 'react';
import { listCopies } from '../api/copies.ts';

/** The links to the adopted charter, for a facilitator; null until they are known, and for everybody else. */
export function useCopies(
  workshopId: WorkshopId,
  isAsked: boolean,
): { copies: readonly CopyLink[] | null; refresh: () => void } {
  const [copies, setCopies] = useState<readonly CopyLink[] | null>(null);
  const refresh = useCallback(() => {
    void listCopies(workshopId).then((answer) => answer.ok && setCopies(answer.value.copies));
  }, [workshopId]);
  useEffect(() => {
    if (isAsked) refresh();
  }, [isAsked, refresh]);
  return { copies, refresh };
}
