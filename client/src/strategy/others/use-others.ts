import type { RowsOnRecommendation } from '@board/shared/commands';
import type { RecommendationId, WorkshopId } from '@board/shared/ids';
import { useEffect, useState } from 'react';
import { getRowsOn } from '../../api/commands.ts';
import type { Refusal } from '../../api/request.ts';

/** What groups have written on a recommendation, asked from the server again whenever `sign` has changed. Null until it answered. */
export function useOthers(
  workshop: WorkshopId,
  recommendation: RecommendationId | null,
  sign: string,
): { rows: RowsOnRecommendation['rows'] | null; refusal: Refusal | null } {
  const [answer, setAnswer] = useState<{ rows: RowsOnRecommendation['rows'] | null; refusal: Refusal | null }>({
    rows: recommendation === null ? [] : null,
    refusal: null,
  });
  useEffect(() => {
    if (recommendation === null) return;
    let isWanted = sign !== null;
    void getRowsOn(workshop, recommendation).then((got) => {
      if (!isWanted) return;
      setAnswer(got.ok ? { rows: got.value.rows, refusal: null } : (before) => ({ ...before, refusal: got.problem }));
    });
    return () => {
      isWanted = false;
    };
  }, [workshop, recommendation, sign]);
  return answer;
}
