import type { AmendmentId } from '@board/shared/ids';
import type { AmendmentView, LiveView } from '@board/shared/live-view';
import { type CharterPlace, isCharterPart } from '@board/shared/model/charter';

/** An amendment with its id. */
export interface Amendment extends AmendmentView {
  id: AmendmentId;
}

/** The amendments to one text: those that are open in the order in which they were proposed, and what became of others, the last first. */
export function amendmentsTo(view: LiveView, place: CharterPlace): { open: Amendment[]; settled: Amendment[] } {
  return sorted(allOf(view).filter((one) => one.place === place));
}

/** The amendments to items that are gone. */
export function amendmentsToNothing(view: LiveView): { open: Amendment[]; settled: Amendment[] } {
  const items = new Set<CharterPlace>(view.charter.items.map(({ id }) => id));
  return sorted(allOf(view).filter(({ place }) => !isCharterPart(place) && !items.has(place)));
}

/** The first text, from above, with an open amendment, and how many there are in all. */
export function waitingAmendments(view: LiveView): { count: number; first: CharterPlace | null } {
  const open = new Set(allOf(view).flatMap((one) => (one.settled === null ? one.place : [])));
  const places: CharterPlace[] = ['preamble', ...view.charter.items.map(({ id }) => id), 'closing'];
  const count = allOf(view).filter((one) => one.settled === null).length;
  return { count, first: places.find((place) => open.has(place)) ?? null };
}

/** The amendment that the hall looks at, with the words that stand where it would go; null when there is none, or its item is gone. */
export function shownAmendment(view: LiveView): { amendment: Amendment; words: string; number: number | null } | null {
  const amendment = allOf(view).find((one) => one.shown && one.settled === null);
  if (!amendment) return null;
  const { place } = amendment;
  if (isCharterPart(place)) return { amendment, words: view.charter[place], number: null };
  const at = view.charter.items.findIndex(({ id }) => id === place);
  const item = view.charter.items[at];
  return item ? { amendment, words: item.text, number: at + 1 } : null;
}

function allOf(view: LiveView): Amendment[] {
  return Object.entries(view.amendments).map(([id, one]) => ({ ...one, id: id as AmendmentId }));
}

function sorted(amendments: readonly Amendment[]): { open: Amendment[]; settled: Amendment[] } {
  const settledAt = (one: Amendment): number => one.settled?.at ?? 0;
  return {
    open: amendments.filter((one) => one.settled === null).sort((a, b) => a.at - b.at),
    settled: amendments.filter((one) => one.settled !== null).sort((a, b) => settledAt(b) - settledAt(a)),
  };
}
