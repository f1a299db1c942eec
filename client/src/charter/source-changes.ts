import type { GroupId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { type CharterItem, type DrawnSource, isSameSource } from '@board/shared/model/charter';

/** A group's own words, changed since they were drawn into an item. */
export interface SourceChange {
  source: DrawnSource;
  /** The words that were drawn, and those of now; null when the group gives them no more. */
  before: string;
  now: string | null;
  /** How the item would read with the change; null where only a person can say. */
  taken: string | null;
}

/** The groups that contributions come from, each once. */
export function groupsOf(sources: readonly Pick<DrawnSource, 'groupId'>[]): GroupId[] {
  return [...new Set(sources.map(({ groupId }) => groupId))];
}

/** What groups have changed since an item was made from their contributions, as far as their strategies can be read. */
export function sourceChanges(item: CharterItem, items: readonly CharterItem[], view: LiveView): SourceChange[] {
  const changed = view.reworded[item.id] ?? [];
  return item.sources.flatMap((source) => {
    const given = view.groups[source.groupId]?.contributions;
    const isChanged = changed.some((one) => isSameSource(one, source));
    if (source.words === null || !given || !isChanged) return [];
    const now = given.find((one) => isSameSource(one.source, source))?.text ?? null;
    if (now === source.words || (now === null && source.words === '')) return [];
    const isAlone = item.sources.length === 1 && bearers(items, source) === 1;
    return [{ source, before: source.words, now, taken: takenOver(item.text, source.words, now, isAlone) }];
  });
}

/**
 * The drawn words are replaced where they still stand. Where they were worded on, the item as a whole is, as long as it is made
 * of nothing else and nothing else was made of them.
 */
function takenOver(text: string, before: string, now: string | null, isAlone: boolean): string | null {
  if (now === null) return null;
  const at = before === '' ? -1 : text.indexOf(before);
  if (at >= 0) return text.slice(0, at) + now + text.slice(at + before.length);
  return isAlone ? now : null;
}

function bearers(items: readonly CharterItem[], source: DrawnSource): number {
  return items.filter((item) => item.sources.some((one) => isSameSource(one, source))).length;
}
