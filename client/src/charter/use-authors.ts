import type { AmendmentAuthors } from '@board/shared/commands-charter';
import type { AmendmentId, WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useCallback, useEffect, useState } from 'react';
import { listAuthors } from '../api/amendments.ts';

/** Whose amendments they are, as facilitators are told. */
export type Authors = ReadonlyMap<AmendmentId, AmendmentAuthors['authors'][number]>;

/** Milliseconds after which it is asked again when the server did not answer. */
const patience = 5_000;

/** Name and group behind every amendment, for facilitators; asked whenever one has come or gone. */
export function useAuthors(workshop: WorkshopId, view: LiveView): Authors {
  return useAnswer(workshop, Object.keys(view.amendments).sort().join());
}

/**
 * One's own amendments, for everybody else. A hall of phones does not ask at each amendment of somebody's: each asks when its
 * page comes into view, and knows what it has sent itself.
 */
export function useOwnAmendments(workshop: WorkshopId): {
  own: ReadonlySet<AmendmentId>;
  /** Notes one that was just sent. */
  add: (id: AmendmentId) => void;
} {
  const [visits, setVisits] = useState(0);
  const [sent, setSent] = useState<readonly AmendmentId[]>([]);
  const told = useAnswer(workshop, String(visits));
  useEffect(() => {
    const count = (): void => {
      if (document.visibilityState === 'visible') setVisits((before) => before + 1);
    };
    document.addEventListener('visibilitychange', count);
    return () => document.removeEventListener('visibilitychange', count);
  }, []);
  const add = useCallback((id: AmendmentId) => setSent((before) => [...before, id]), []);
  return { own: new Set([...told.keys(), ...sent]), add };
}

const nobody: Authors = new Map();

/** What the server tells this person, asked again when `sign` has changed. Nothing is asked for an empty sign. */
function useAnswer(workshop: WorkshopId, sign: string): Authors {
  const [authors, setAuthors] = useState(nobody);
  useEffect(() => {
    if (sign === '') return;
    let isWanted = true;
    let again: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const answer = await listAuthors(workshop);
      if (!isWanted) return;
      if (answer.ok) setAuthors(new Map(answer.value.authors.map((one) => [one.id, one])));
      else if (answer.problem.code === 'offline') again = setTimeout(ask, patience);
    };
    void ask();
    return () => {
      isWanted = false;
      clearTimeout(again);
    };
  }, [workshop, sign]);
  return authors;
}
