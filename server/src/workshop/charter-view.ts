import { fingerprint } from '@board/shared/consensus/fingerprint';
import type { GroupId } from '@board/shared/ids';
import type { CharterView, LiveView } from '@board/shared/live-view';
import { type DrawnSource, isCharterPart, isSameSource } from '@board/shared/model/charter';
import { limits } from '@board/shared/protocol/limits';
import { type AmendmentState, amendmentViews } from './amendments-fold.ts';
import { type CharterReading, itemStanding } from './charter-reading.ts';
import type { WorkshopState } from './fold.ts';
import type { StrategyReading } from './live-readings.ts';

/** What the charter's part of the live view is made of. `openStrategy`: a group's strategy as last read, if everybody may read it. */
export interface CharterSources {
  state: WorkshopState;
  charter: CharterReading | null;
  openStrategy: (group: GroupId) => StrategyReading | null;
}

/** The charter as everybody sees it. */
export function charterView({ state, charter, openStrategy }: CharterSources): CharterView {
  if (!charter) return { preamble: '', closing: '', items: [], adopted: state.adopted };
  return {
    preamble: charter.preamble,
    closing: charter.closing,
    items: charter.items.map((item) => ({
      id: item.id,
      groupId: item.groupId,
      groups: [...new Set(item.sources.map(({ groupId }) => groupId))],
      reworded: rewordedSince(item.sources, openStrategy),
      text: item.text,
      ...itemStanding(state, charter, item),
    })),
    adopted: state.adopted,
  };
}

/** The amendments that everybody sees. */
export function amendmentsView({ state, charter }: Omit<CharterSources, 'openStrategy'>): LiveView['amendments'] {
  return amendmentViews(state.amendments, (amendment) => charter !== null && stands(charter, amendment));
}

function stands(charter: CharterReading, { place, before }: AmendmentState): boolean {
  const words = isCharterPart(place) ? charter[place] : charter.items.find((item) => item.id === place)?.text;
  // Letter by letter first: it is asked for every open amendment at every change, and nearly always so.
  return words === before || (words !== undefined && fingerprint(words) === fingerprint(before));
}

/** The groups whose own words have changed since they were drawn into an item, or are no contribution any more. */
function rewordedSince(sources: readonly DrawnSource[], openStrategy: CharterSources['openStrategy']): GroupId[] {
  const changed = sources.filter((source) => {
    const given = openStrategy(source.groupId)?.contributions;
    if (!given || source.words === null) return false;
    const now = given.find((one) => isSameSource(one.source, source))?.text;
    // Of a group that gives more than is shown, what is missing may be behind the end.
    if (now === undefined && given.length >= limits.shownRows) return false;
    return source.words !== (now ?? '');
  });
  return [...new Set(changed.map(({ groupId }) => groupId))];
}
