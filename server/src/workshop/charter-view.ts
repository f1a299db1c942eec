import type { CharterItemId, GroupId } from '@board/shared/ids';
import { keyed } from '@board/shared/keyed';
import type { RewordedSource } from '@board/shared/live-between';
import type { CharterView, LiveView } from '@board/shared/live-view';
import { type DrawnSource, isSameSource } from '@board/shared/model/charter';
import { limits } from '@board/shared/protocol/limits';
import { placeNow, standing, these, wholeWith } from './amended-places.ts';
import { type AmendedNow, type AmendmentState, amendmentViews } from './amendments-fold.ts';
import { type CharterReading, itemStanding } from './charter-reading.ts';
import type { WorkshopState } from './fold.ts';
import { shown } from './shown-text.ts';
import type { StrategyReading } from './strategy-reading.ts';

/** What the charter's part of the live view is made of. `openStrategy`: a group's strategy as last read, if everybody may read it. */
export interface CharterSources {
  state: WorkshopState;
  charter: CharterReading | null;
  openStrategy: (group: GroupId) => StrategyReading | null;
}

/** The charter as everybody sees it. */
export function charterView({ state, charter }: Omit<CharterSources, 'openStrategy'>): CharterView {
  if (!charter) return { preamble: '', closing: '', items: [], adopted: state.adopted };
  return {
    preamble: charter.preamble,
    closing: charter.closing,
    items: charter.items.map((item) => ({
      id: item.id,
      groupId: item.groupId,
      sources: item.sources.map(({ words: _, ...place }) => place),
      text: item.text,
      ...itemStanding(state, charter, item),
    })),
    adopted: state.adopted,
  };
}

/**
 * The contributions that groups have worded on since they were drawn. Apart from the charter and without the words of now,
 * which travel with the group: a letter that a group types must not send the charter to everybody.
 */
export function rewordedView({ charter, openStrategy }: Omit<CharterSources, 'state'>): LiveView['reworded'] {
  const changed = (charter?.items ?? []).map((item): [CharterItemId, RewordedSource[]] => [
    item.id,
    item.sources.flatMap((source) => reworded(source, openStrategy)),
  ]);
  return keyed(changed.filter(([, sources]) => sources.length > 0));
}

/** The amendments that everybody sees, each at the text that has the words it was made for. */
export function amendmentsView({ state, charter }: Omit<CharterSources, 'openStrategy'>): LiveView['amendments'] {
  return amendmentViews(state.amendments, (amendment) =>
    charter === null ? { ...amendment, stands: false } : amendedNow(charter, amendment),
  );
}

function amendedNow(charter: CharterReading, { place, before, text, settled }: AmendmentState): AmendedNow {
  const now = placeNow(charter, place);
  const at = settled === null ? standing(charter, place, these(before)) : null;
  if (at === null || at === 'whole') return { place: now, before, text, stands: at !== null };
  return { place: now, ...wholeWith(charter, at, text), stands: true };
}

function reworded(source: DrawnSource, openStrategy: CharterSources['openStrategy']): RewordedSource[] {
  const { words, ...place } = source;
  const strategy = openStrategy(source.groupId);
  if (!strategy || words === null) return [];
  const { contributions: given, isWhole } = strategy;
  const now = given.find((one) => isSameSource(one.source, source))?.text ?? null;
  // Of a group that has or gives more than is read and shown, what is missing may be behind the end.
  const isBehind = now === null && (!isWhole || given.length >= limits.shownRows);
  return isBehind || words === (now ?? '') ? [] : [{ ...place, before: shown(words) }];
}
