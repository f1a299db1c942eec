import { useEffect, useState } from 'react';
import { getServerFacts } from '../api/commands.ts';
import type { LiveStatus } from './live.ts';

/** So many times in a row the server answered a question while no live connection came about. */
const enough = 2;

/**
 * True when the server answers but lets no live connection come about, as behind a proxy that does not pass upgrades. A
 * server that merely starts again is not taken for that: between two of its answers an attempt must have failed.
 */
export function useIsBlocked(status: LiveStatus, failures: number): boolean {
  const [answers, setAnswers] = useState(0);
  const isAway = status.state === 'away' && status.why === null;
  useEffect(() => {
    let isCurrent = true;
    if (!isAway) setAnswers(0);
    else if (failures > 0)
      void getServerFacts().then((answer) => isCurrent && setAnswers((before) => (answer.ok ? before + 1 : 0)));
    return () => {
      isCurrent = false;
    };
  }, [isAway, failures]);
  return isAway && answers >= enough;
}
