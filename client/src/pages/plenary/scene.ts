import type { GroupId, VoteId } from '@board/shared/ids';
import type { AdoptionRecord, GroupView, LiveView, VoteView } from '@board/shared/live-view';
import type { PresentationView } from '@board/shared/presentation';
import { shownAmendment } from '../../charter/amendments.ts';
import { closedVotes, openVotes } from '../../vote/vote-facts.ts';

/** What the projector shows. */
export type Scene =
  /** How to join. */
  | { scene: 'lobby' }
  /** All groups: what they have, or what they present. */
  | { scene: 'wall'; of: 'progress' | 'priorities' }
  | { scene: 'group'; group: GroupView; id: GroupId }
  /** The group that presents now, turned by its rapporteur, with what the hall says beside it. */
  | { scene: 'presenting'; group: GroupView; presentation: PresentationView }
  | { scene: 'charter'; isWording: boolean }
  | { scene: 'vote'; vote: VoteView }
  | { scene: 'adopted'; record: AdoptionRecord };

/** What the person at the projector has chosen. Nothing is needed: without a keyboard the stage alone decides. */
export interface Wish {
  /** The group to show large. */
  group: GroupId | null;
  /** A result that has been looked at long enough. */
  seenResult: VoteId | null;
}

/**
 * The scene that follows from stage, votes and wish. An open vote comes before everything, its result stays until the next
 * vote or a wish; a group that presents comes before what the stage shows.
 */
export function sceneOf(view: LiveView, wish: Wish): Scene {
  const chosen = wish.group === null ? undefined : view.groups[wish.group];
  const presenting = presentingNow(view);
  if (presenting) return presenting;
  if (view.stage === 'lobby') return { scene: 'lobby' };
  if (view.stage === 'group-work' || view.stage === 'plenary') {
    if (chosen && wish.group) return { scene: 'group', group: chosen, id: wish.group };
    return { scene: 'wall', of: view.stage === 'plenary' ? 'priorities' : 'progress' };
  }
  const [open] = openVotes(view);
  if (open) return { scene: 'vote', vote: open };
  if (view.charter.adopted) return { scene: 'adopted', record: view.charter.adopted };
  if (view.stage !== 'closed' && shownAmendment(view)) return { scene: 'charter', isWording: true };
  const [last] = closedVotes(view);
  if (last && view.stage !== 'closed' && last.id !== wish.seenResult) return { scene: 'vote', vote: last };
  return { scene: 'charter', isWording: view.stage === 'charter-preparation' };
}

function presentingNow(view: LiveView): Scene | null {
  const { presentation } = view;
  const group = presentation ? view.groups[presentation.groupId] : undefined;
  if (!presentation || !group || openVotes(view).length > 0) return null;
  return { scene: 'presenting', group, presentation };
}

/** The groups in their order. */
export function groupsInOrder(view: LiveView): { id: GroupId; group: GroupView }[] {
  return Object.entries(view.groups)
    .map(([id, group]) => ({ id: id as GroupId, group }))
    .sort((a, b) => a.group.place - b.group.place);
}
