import type { GroupId } from '@board/shared/ids';
import type { GroupView, LiveView } from '@board/shared/live-view';

/** The groups of a live view in their order. */
export function orderedGroups(view: LiveView): { id: GroupId; group: GroupView }[] {
  return Object.entries(view.groups)
    .map(([id, group]) => ({ id: id as GroupId, group }))
    .sort((a, b) => a.group.place - b.group.place);
}
