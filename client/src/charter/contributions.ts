import type { GroupId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { type CharterItem, type Contribution, isSameSource } from '@board/shared/model/charter';

/** What all groups have marked for the charter, group by group in their order. A group that keeps its strategy closed gives nothing yet. */
export function contributionsOf(view: LiveView): Contribution[] {
  return Object.entries(view.groups)
    .sort(([, a], [, b]) => a.place - b.place)
    .flatMap(([id, group]) =>
      group.contributions.map(({ source, text }) => ({ groupId: id as GroupId, source, text })),
    );
}

/** The contributions that no item of the charter comes from. */
export function notDrawn(items: readonly CharterItem[], contributions: readonly Contribution[]): Contribution[] {
  const drawn = items.flatMap((item) => item.sources);
  return contributions.filter((one) => !drawn.some((source) => isSameSource(source, one.source)));
}
