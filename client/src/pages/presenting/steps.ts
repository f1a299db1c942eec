import type { ActionId, GroupId, RowId } from '@board/shared/ids';
import type { GroupView, LiveView, PriorityView } from '@board/shared/live-view';
import type { InView } from '@board/shared/presentation';

/** Priorities that a group presents. More than the workshop's contract asks for are left to the group's own page. */
export const presentedPriorities = 2;

/** One step of a presentation. `priority` and `action` count from 1; without them all is in view. */
export interface Step {
  inView: InView;
  priority: number | null;
  action: number | null;
}

const all: Step = { inView: { row: null, action: null }, priority: null, action: null };

/** The steps through a group's priorities: all of them, then each, then each of its actions. */
export function stepsOf({ priorities }: Pick<GroupView, 'priorities'>): Step[] {
  const rows = priorities.slice(0, presentedPriorities).flatMap(({ rowId, actions }, index): Step[] => {
    const priority = index + 1;
    const step = (action: ActionId | null, number: number | null): Step => ({
      inView: { row: rowId, action },
      priority,
      action: number,
    });
    return [step(null, null), ...actions.map(({ id }, place) => step(id, place + 1))];
  });
  return [all, ...rows];
}

/** Where in the steps the hall is. What is not there any more counts as its row, or as the beginning. */
export function placeIn(steps: readonly Step[], { row, action }: InView): number {
  const exact = steps.findIndex((step) => step.inView.row === row && step.inView.action === action);
  const ofRow = steps.findIndex((step) => step.inView.row === row);
  return Math.max(0, exact >= 0 ? exact : ofRow);
}

/** What the hall looks at, as far as it is there. */
export function seenNow(group: Pick<GroupView, 'priorities'>, inView: InView): InView {
  return stepsOf(group)[placeIn(stepsOf(group), inView)]?.inView ?? all.inView;
}

/** The group to present next: the first after this one, and then from the beginning, that has not presented. */
export function nextGroup(view: LiveView): { id: GroupId; group: GroupView } | null {
  const groups = Object.entries(view.groups)
    .map(([id, group]) => ({ id: id as GroupId, group }))
    .sort((a, b) => a.group.place - b.group.place);
  const now = view.presentation?.groupId;
  const at = groups.findIndex(({ id }) => id === now);
  const turned = [...groups.slice(at + 1), ...groups.slice(0, Math.max(0, at))];
  return turned.find(({ group }) => !group.presented) ?? null;
}

/** The recommendation's words in the reader's language, else in English, else in any. */
export function wordsOf({ text }: PriorityView, language: string): string {
  return text[language] ?? text['en'] ?? Object.values(text)[0] ?? '';
}

/** The number of a priority among those that are presented, from 1; null for a row that is none of them. */
export function numberOf(group: Pick<GroupView, 'priorities'>, row: RowId | null): number | null {
  const at = group.priorities.slice(0, presentedPriorities).findIndex(({ rowId }) => rowId === row);
  return at < 0 ? null : at + 1;
}
