import type { HandEntered } from '@board/shared/commands-votes';
import type { VoteId, WorkshopId } from '@board/shared/ids';
import { useCallback, useEffect, useState } from 'react';
import { getHandEntered } from '../../api/commands.ts';
import type { Refusal } from '../../api/request.ts';

/** What was entered by hand in an open vote, as the server has it; null until it is known. `look` asks again. */
export function useHandEntered(
  workshopId: WorkshopId,
  vote: VoteId,
): { entered: HandEntered | null; problem: Refusal | null; look: () => Promise<void> } {
  const [entered, setEntered] = useState<HandEntered | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const look = useCallback(async (): Promise<void> => {
    const answer = await getHandEntered(workshopId, vote);
    if (answer.ok) setEntered(answer.value);
    setProblem(answer.ok ? null : answer.problem);
  }, [workshopId, vote]);
  useEffect(() => void look(), [look]);
  return { entered, problem, look };
}
