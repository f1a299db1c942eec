import type { GroupId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { noTimeline, type Timeline } from '@board/shared/model/timeline';
import type { TFunction } from 'i18next';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** What every row's help needs: asked for once per table, since a row is there hundreds of times. */
export interface PickerFacts {
  timeline: Timeline;
  /** The pickers' words; null until they are loaded: rows do not wait for them. */
  t: TFunction<'pickers'> | null;
}

type Partners = Readonly<Record<GroupId, readonly string[]>>;

const Facts = createContext<PickerFacts>({ timeline: noTimeline, t: null });

/** Apart from the rest: partners change while other groups type, and only an open cell looks at them. */
const Partners = createContext<Partners>({});

/** Gives the pickers inside of it what they know besides the group's own document. */
export function PickersAround({ view, children }: { view: LiveView; children: ReactNode }) {
  const { t, ready } = useTranslation('pickers', { useSuspense: false });
  const { adoption, midTerm, nextReview } = view.workshop.timeline;
  const facts = useMemo(
    () => ({ timeline: { adoption, midTerm, nextReview }, t: ready ? t : null }),
    [adoption, midTerm, nextReview, t, ready],
  );
  return (
    <Facts.Provider value={facts}>
      <Partners.Provider value={view.partners}>{children}</Partners.Provider>
    </Facts.Provider>
  );
}

/** The goalposts and the pickers' words; nothing outside of a group's page. */
export function usePickerFacts(): PickerFacts {
  return useContext(Facts);
}

/** Partners that groups name, as far as everybody may read them. */
export function useNamedPartners(): Partners {
  return useContext(Partners);
}
