import type { AmendmentAuthors } from '@board/shared/commands-charter';
import type { AmendmentId, WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useEffect, useState } from 'react';
import { listAuthors } from '../api/amendments.ts';

/** Whose amendments they are, as far as this person is told: facilitators of all, everybody else of their own. */
export type Authors = ReadonlyMap<AmendmentId, AmendmentAuthors['authors'][number]>;

const nobody: Authors = new Map();

/** Milliseconds after which it is asked again when the server did not answer. */
const patience = 5_000;

/** Asked from the server whenever an amendment has come or gone. */
export function useAuthors(workshop: WorkshopId, view: LiveView): Authors {
  const [authors, setAuthors] = useState(nobody);
  const sign = Object.keys(view.amendments).sort().join();
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
