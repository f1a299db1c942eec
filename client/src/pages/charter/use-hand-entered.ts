import type { HandEntered } from '@board/shared/commands-votes';
import type { VoteId, WorkshopId } from '@board/shared/ids';
import { useCallback, useEffect, useState } from 'react';
import { getHandEntered } from '../../api/commands.ts';
import type { Refusal } from '../../api/request.ts';

/** What was entered by hand in an open vote, as the server has it; null until it is known. Asked again when `done` changes, and by `look`, which tells whether there was an answer. */
export function useHandEntered(
  workshopId: WorkshopId,
  vote: VoteId,
  done: number,
): { entered: HandEntered | null; problem: Refusal | null; look: () => Promise<boolean> } {
  const [entered, setEntered] = useState<HandEntered | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const look = useCallback(async (): Promise<boolean> => {
    const answer = await getHandEntered(workshopId, vote);
    if (answer.ok) setEntered(answer.value);
    setProblem(answer.ok ? null : answer.problem);
    return answer.ok;
  }, [workshopId, vote]);
  // What others enter shows in the count first.
  useEffect(() => void look(), [look, done]);
  return { entered, problem, look };
}
