import type { PairingBegun } from '@board/shared/commands-screen';
import type { WorkshopId } from '@board/shared/ids';
import { useEffect, useRef, useState } from 'react';
import { beginPairing, claimPairing } from '../../api/screen-commands.ts';

/** Milliseconds between two questions whether somebody has typed the code, and before the next attempt when nobody answers. */
const askEvery = 1_500;
const tryAgainAfter = 3_000;

/**
 * Waits to be let in: the code to show (null until there is one), and whether the server answers. A code that has run
 * out, or that a restarted server does not know, is replaced by a new one.
 */
export function usePairing(
  name: string,
  onPaired: (workshop: WorkshopId) => void,
): { code: string | null; isAway: boolean } {
  const [code, setCode] = useState<string | null>(null);
  const [isAway, setAway] = useState(false);
  const paired = useRef(onPaired);
  paired.current = onPaired;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isWanted = true;
    const later = (pause: number, pairing: PairingBegun | null): void => {
      if (isWanted) timer = setTimeout(() => void step(pairing), pause);
    };
    const step = async (pairing: PairingBegun | null): Promise<void> => {
      const now = pairing ?? (await begun());
      if (!isWanted) return;
      if (!now) return later(tryAgainAfter, null);
      setCode(now.code);
      const answer = await claimPairing({ secret: now.secret, name });
      if (!isWanted) return;
      setAway(!answer.ok && answer.problem.code === 'offline');
      if (answer.ok && answer.value.workshopId !== null) paired.current(answer.value.workshopId);
      else later(askEvery, !answer.ok && answer.problem.code === 'unknown-screen' ? null : now);
    };
    const begun = async (): Promise<PairingBegun | null> => {
      const answer = await beginPairing();
      if (isWanted) setAway(!answer.ok);
      return answer.ok ? answer.value : null;
    };
    void step(null);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [name]);
  return { code, isAway };
}
