import type { GiveFeedback } from '@board/shared/commands-present';
import type { ErrorCode } from '@board/shared/errors';
import { type FeedbackId, newId, type PersonId, type RowId, type WorkshopId } from '@board/shared/ids';
import type { FeedbackKind, PresentationView } from '@board/shared/presentation';
import { useEffect, useMemo, useRef, useState } from 'react';
import { collectSlips, giveFeedback } from '../../api/presentations.ts';
import { forgetOldSlips, Slips, slipsKey } from './slips.ts';

/** What somebody wants to say. */
export interface Draft {
  kind: FeedbackKind;
  text: string;
  row: RowId | null;
}

export interface Saying {
  isBusy: boolean;
  refusal: ErrorCode | 'offline' | null;
  /** Slips left for nameless feedback; null while there are none yet, or where none are needed. */
  left: number | null;
  /** Resolves to whether the server has it. What got no answer and is sent again unchanged is there once. */
  send: (draft: Draft) => Promise<boolean>;
}

type Mark = { id: FeedbackId } | { paper: string; stamp: string };

/** Says something to the group that presents, by name or with a slip, as the facilitator has chosen. */
export function useSaying(workshopId: WorkshopId, personId: PersonId, presentation: PresentationView): Saying {
  const { id, feedback: mode } = presentation;
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Saying['refusal']>(null);
  const slips = useMemo(
    () =>
      new Slips({
        key: slipsKey(workshopId, personId, id),
        storage: () => localStorage,
        collect: (covered) => collectSlips(workshopId, id, { covered }),
        loadPapers: () => import('@board/shared/consensus/paper'),
      }),
    [workshopId, personId, id],
  );
  const [left, setLeft] = useState<number | null>(() => slips.left());
  useEffect(() => {
    setLeft(slips.left());
    setRefusal(null);
    forgetSafely(workshopId, id);
  }, [slips, workshopId, id]);
  /** What was sent last without an answer, and as what. In memory only: no word of it stays on the device. */
  const unanswered = useRef<{ text: string; mark: Mark } | null>(null);

  useEffect(() => {
    // Everybody's page collects slips as soon as it shows the form, so that doing so says nothing about who writes.
    if (mode === 'nameless') void slips.collect().then(() => setLeft(slips.left()));
  }, [slips, mode]);

  const ready = async (): Promise<ErrorCode | 'offline' | null> => {
    const trouble = mode === 'nameless' ? await slips.collect() : null;
    setLeft(slips.left());
    return trouble;
  };
  const deliver = async (draft: Draft, isRenewed = false): Promise<Saying['refusal']> => {
    const trouble = await ready();
    if (trouble) return trouble;
    const text = JSON.stringify([mode, draft]);
    const again = unanswered.current?.text === text ? unanswered.current.mark : null;
    const mark = again ?? (mode === 'nameless' ? slips.take() : { id: newId<FeedbackId>() });
    setLeft(slips.left());
    if (!mark) return 'feedback-spent';
    unanswered.current = { text, mark };
    const answer = await giveFeedback(workshopId, id, { ...draft, ...mark } as GiveFeedback);
    if (answer.ok) unanswered.current = null;
    if (answer.ok || answer.problem.code !== 'slip-not-valid') return answer.ok ? null : answer.problem.code;
    unanswered.current = null;
    // Another tab has used this one in the same moment, and the others are as good as before; or the server knows none of them any more.
    if (slips.left()) return deliver(draft, isRenewed);
    slips.forget();
    return isRenewed ? answer.problem.code : deliver(draft, true);
  };
  return {
    isBusy,
    refusal,
    left: mode === 'nameless' ? left : null,
    send: async (draft) => {
      setBusy(true);
      const trouble = await deliver(draft);
      setBusy(false);
      setRefusal(trouble);
      return trouble === null;
    },
  };
}

function forgetSafely(...[workshop, keep]: [WorkshopId, PresentationView['id']]): void {
  try {
    forgetOldSlips(localStorage, workshop, keep);
  } catch {
    // A browser that forbids storage has kept nothing.
  }
}
