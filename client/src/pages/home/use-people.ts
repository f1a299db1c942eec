import type { PersonListed } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useCallback, useEffect, useState } from 'react';
import { listPeople } from '../../api/commands.ts';
import type { Refusal } from '../../api/request.ts';

const nobody: PersonListed[] = [];

/** The list of people (none before it is known), asked for again whenever the live view's counts say that it has changed. */
export function usePeople(workshopId: WorkshopId, view: LiveView) {
  const [people, setPeople] = useState<PersonListed[] | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const refresh = useCallback(async (): Promise<void> => {
    const answer = await listPeople(workshopId);
    if (answer.ok) setPeople(answer.value);
    setRefusal(answer.ok ? null : answer.problem);
  }, [workshopId]);
  const counts = JSON.stringify([
    view.people,
    Object.values(view.groups).map(({ members, connected }) => [members, connected]),
  ]);
  useEffect(() => {
    if (counts) void refresh();
  }, [refresh, counts]);
  return { people: people ?? nobody, isKnown: people !== null, refusal, refresh: () => void refresh() };
}
