import type { GroupId } from '@board/shared/ids';
import { noTimeline, type Timeline } from '@board/shared/model/timeline';
import { createContext, useContext } from 'react';

/** What the pickers know besides the group's own document, from the live view. */
export interface PickerFacts {
  timeline: Timeline;
  /** Partners that groups name, as far as everybody may read them. */
  partners: Readonly<Record<GroupId, readonly string[]>>;
}

const Facts = createContext<PickerFacts>({ timeline: noTimeline, partners: {} });

export const PickerFactsProvider = Facts.Provider;

/** The goalposts and the partners' names; nothing outside of a group's page. */
export function usePickerFacts(): PickerFacts {
  return useContext(Facts);
}
