import type { FeedbackListed } from '@board/shared/commands-present';
import type { GroupId, WorkshopId } from '@board/shared/ids';
import { useCallback, useEffect, useRef, useState } from 'react';
import { listFeedback } from '../../api/presentations.ts';
import type { Refusal } from '../../api/request.ts';

/** All that was said to a group, asked for again whenever the live view's version says that it has changed. */
export function useHeard(
  workshopId: WorkshopId,
  group: GroupId | null,
  version: number,
): { heard: FeedbackListed[]; refusal: Refusal | null } {
  const [known, setKnown] = useState<{ group: GroupId | null; heard: FeedbackListed[] }>({ group: null, heard: [] });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const asked = useRef(0);
  const ask = useCallback(async (): Promise<void> => {
    if (group === null) return;
    const mine = ++asked.current;
    const answer = await listFeedback(workshopId, group, null);
    if (mine !== asked.current) return;
    setRefusal(answer.ok ? null : answer.problem);
    if (answer.ok) setKnown({ group, heard: answer.value.feedback ?? [] });
  }, [workshopId, group]);
  useEffect(() => {
    if (version >= 0) void ask();
  }, [ask, version]);
  return { heard: known.group === group ? known.heard : [], refusal };
}
